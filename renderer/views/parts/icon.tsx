// The window's icons, drawn on a grid of 20 with a line of 1.5.

const paths = {
  add: 'M10 4v12M4 10h12',
  alert: 'M10 3.2 17.6 16.4H2.4ZM10 8v4M10 14.2v.1',
  archive: 'M3 4.5h14v3.2H3ZM4.3 7.7v8.1h11.4V7.7M8 10.8h4',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  bookmark: 'M5.5 3h9v14L10 13.2 5.5 17Z',
  book: 'M10 5.6C8.3 4.3 5.9 3.9 3 4v11.2c2.9-.1 5.3.3 7 1.6 1.7-1.3 4.1-1.7 7-1.6V4c-2.9-.1-5.3.3-7 1.6ZM10 5.6v11.2',
  changes: 'M4 6h12M13 3l3 3-3 3M16 14H4M7 11l-3 3 3 3',
  check: 'm4 10.5 4 4 8-9',
  chevron: 'm6 8 4 4 4-4',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 6v4.2l2.7 1.6',
  down: 'm5.5 7.5 4.5 5 4.5-5',
  close: 'm5 5 10 10M15 5 5 15',
  copy: 'M7.2 7.2h9.3v9.3H7.2ZM12.8 7V3.5H3.5v9.3H7',
  'cut-out': 'M5.5 2.5v12h12M2.5 5.5h12v12M8.5 8.5h3v3h-3Z',
  export: 'M10 12.5V3M6.5 6.2 10 2.8l3.5 3.4M5.5 9.5H4v7.3h12V9.5h-1.5',
  external: 'M11.5 3.5h5v5M16.2 3.8 9.5 10.5M8.5 4.5h-5v12h12v-5',
  file: 'M5 2.8h6.5L15.2 6.5v10.7H5ZM11.2 3v3.8H15',
  filter: 'M3 4.5h14l-5.4 6.4v4.6l-3.2 1.6v-6.2Z',
  folder: 'M2.8 5h5l1.7 2h7.7v9H2.8Z',
  forward: 'M8 4.5 13.5 10 8 15.5',
  gear: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  globe: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM3.2 10h13.6M10 3c2 2 2.9 4.3 2.9 7s-.9 5-2.9 7c-2-2-2.9-4.3-2.9-7S8 5 10 3Z',
  help: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM7.9 8.1a2.15 2.15 0 1 1 3.2 1.9c-.7.4-1.1.8-1.1 1.6v.2M10 13.9v.1',
  library: 'M3.5 4.5h13M3.5 8.2h13M3.5 11.9h13M3.5 15.6h8',
  link: 'M8.4 11.6a3.2 3.2 0 0 0 4.6 0l2.8-2.8a3.2 3.2 0 0 0-4.6-4.6l-.9.9M11.6 8.4a3.2 3.2 0 0 0-4.6 0l-2.8 2.8a3.2 3.2 0 0 0 4.6 4.6l.9-.9',
  marker: 'm11.8 3.6 4.6 4.6-6.2 6.2H5.6V9.8ZM3.5 17h13M9.4 6l4.6 4.6',
  minus: 'M4 10h12',
  more: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
  notebook: 'M5 3h11v14H5ZM8 3v14M3.2 6.2H6M3.2 10H6M3.2 13.8H6M10.5 7h3M10.5 10h3',
  note: 'M4 4h12v8.5L12.5 16H4ZM12.3 15.8v-3.5h3.5M7 7.5h6M7 10.2h3.5',
  outline: 'M3.5 5h2M8 5h8.5M3.5 10h2M8 10h8.5M3.5 15h2M8 15h6',
  pause: 'M7 4.5v11M13 4.5v11',
  picture: 'M3 4h14v12H3ZM3.3 13.6l4.2-4.2 3.4 3.4 2.2-2.2 3.6 3.4M13 7.6h.1',
  play: 'M6.5 4.2 15.5 10l-9 5.8Z',
  restore: 'M4 9.5A6.2 6.2 0 1 1 5.6 14M3.6 5.5v4.2h4.2',
  retry: 'M16 10.5A6.2 6.2 0 1 1 14.4 6M16.4 2.8V7h-4.2',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM13 13l3.7 3.7',
  sidebar: 'M3 4h14v12H3ZM8 4v12',
  sort: 'M4 5.5h12M4 10h8.5M4 14.5h5',
  speaker: 'M3.5 8v4h3L11 15.8V4.2L6.5 8ZM13.5 7.5a3.5 3.5 0 0 1 0 5M15.6 5.2a6.6 6.6 0 0 1 0 9.6',
  star: 'm10 3 2.1 4.5 4.9.6-3.6 3.4.9 4.9L10 14l-4.3 2.4.9-4.9L3 8.1l4.9-.6Z',
  tag: 'M3.5 3.5h6.2l6.8 6.8-6.2 6.2-6.8-6.8ZM6.8 6.8h.1',
  trash: 'M3.5 5.5h13M8 5.3V3.5h4v1.8M5 5.7l.8 11h8.4l.8-11M8.5 8.7v5M11.5 8.7v5',
  type: 'M2 15.2 6.6 4.6l4.6 10.6M3.6 11.6h6M17.6 9v6.2M17.6 12.1a2.5 2.5 0 1 0-5 0 2.5 2.5 0 0 0 5 0Z',
  up: 'm5.5 12.5 4.5-5 4.5 5',
  unread: 'M10 5.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
} as const;

export type IconName = keyof typeof paths;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
  readonly filled?: boolean;
}

/** A decoration beside words or inside a named button: hidden from assistive technology. */
export function Icon({ name, size = 18, filled = false }: IconProps) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" data-filled={filled || undefined}>
      <path d={paths[name]} />
    </svg>
  );
}
