// What a payload is: markup that would run, load or lead away, aimed at a canary. One file here for each kind.

export interface Aim {
  /** JavaScript that tells the canary that it ran, and the top window where it may: no quotes, blanks, `<`, `>` or `&`. */
  readonly run: string;
  /** An address at the canary. It ends in the payload's number, so that more may be put behind it. */
  readonly load: string;
}

export type PayloadKind = 'event attribute' | 'attribute syntax' | 'address' | 'mutation' | 'element' | 'style' | 'hint' | 'nesting';

export interface Payload {
  readonly kind: PayloadKind;
  readonly name: string;
  readonly markup: (aim: Aim) => string;
}

/** Where a payload may stand: each makes another context for the parser. */
export interface Place {
  readonly name: string;
  readonly page: (payload: string) => string;
}

export function payloads(kind: PayloadKind, all: Readonly<Record<string, Payload['markup']>>): Payload[] {
  return Object.entries(all).map(([name, markup]) => ({ kind, name, markup }));
}

/** The canary's paths: `/run/7` says that payload 7 ran, `/load/7` that it loaded something. */
export function aimAt(canary: string, number: number): Aim {
  return {
    run: `try{top.ran+=\`${number},\`}catch{}(new/**/Image).src=\`${canary}/run/${number}\``,
    load: `${canary}/load/${number}`,
  };
}
