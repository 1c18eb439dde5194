// A number between two others, by a slider.

import { Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

interface RangeFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** 1 where it is not given. */
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

export function RangeField({ label, value, least, most, step = 1, onChange }: RangeFieldProps) {
  const change = (next: number | number[]): void => onChange(Array.isArray(next) ? (next[0] ?? value) : next);
  return (
    <Slider className="range" aria-label={label} value={value} minValue={least} maxValue={most} step={step} onChange={change}>
      <SliderTrack className="range-track">
        <span className="range-filled" style={{ width: `${(100 * (value - least)) / (most - least)}%` }} />
        <SliderThumb className="range-thumb" />
      </SliderTrack>
      <SliderOutput className="range-value" />
    </Slider>
  );
}
