// Values between the processes as JSON: what structured clone keeps and JSON does not is tagged. Both functions run in
// the page too, from their own source text, so they use nothing from outside themselves.

/** A JSON value that stands for this one. Throws for a function or a symbol, as a structured clone does. */
export function encode(value: unknown): unknown {
  const bytesOf = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  };
  const visit = (item: unknown): unknown => {
    if (item === undefined) return { $: 'undefined' };
    if (typeof item === 'bigint') return { $: 'bigint', value: String(item) };
    if (typeof item === 'number' && !Number.isFinite(item)) return { $: 'number', value: String(item) };
    if (typeof item === 'function' || typeof item === 'symbol') throw new Error('An object could not be cloned.');
    if (item === null || typeof item !== 'object') return item;
    if (Array.isArray(item)) return item.map(visit);
    if (item instanceof Date) return { $: 'date', value: item.getTime() };
    if (item instanceof Error) return { $: 'error', value: item.message, name: item.name };
    if (item instanceof Map) return { $: 'map', value: [...item].map(([key, entry]) => [visit(key), visit(entry)]) };
    if (item instanceof Set) return { $: 'set', value: [...item].map(visit) };
    if (item instanceof ArrayBuffer) return { $: 'bytes', value: bytesOf(new Uint8Array(item)) };
    if (ArrayBuffer.isView(item)) {
      return { $: 'bytes', value: bytesOf(new Uint8Array(item.buffer, item.byteOffset, item.byteLength)) };
    }
    return Object.fromEntries(Object.entries(item).map(([key, entry]) => [key === '$' ? '$$' : key, visit(entry)]));
  };
  return visit(value);
}

/** The value that `encode` was given; any bytes come back as a Uint8Array. */
export function decode(wire: unknown): unknown {
  interface Tagged {
    readonly $: string;
    readonly value: unknown;
    readonly name?: string;
  }
  const untag = ({ $, value, name }: Tagged): unknown => {
    if ($ === 'undefined') return undefined;
    if ($ === 'bigint') return BigInt(value as string);
    if ($ === 'number') return Number(value);
    if ($ === 'date') return new Date(value as number);
    if ($ === 'error') return Object.assign(new Error(value as string), { name });
    if ($ === 'bytes') return Uint8Array.from(atob(value as string), (letter) => letter.charCodeAt(0));
    const entries = (value as unknown[]).map(visit);
    return $ === 'map' ? new Map(entries as [unknown, unknown][]) : new Set(entries);
  };
  const visit = (item: unknown): unknown => {
    if (item === null || typeof item !== 'object') return item;
    if (Array.isArray(item)) return item.map(visit);
    if ('$' in item) return untag(item as Tagged);
    return Object.fromEntries(Object.entries(item).map(([key, entry]) => [key === '$$' ? '$' : key, visit(entry)]));
  };
  return visit(wire);
}
