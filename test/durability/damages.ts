// What befalls the bytes of a file on a disk.

export const damages: Readonly<Record<'flipped' | 'cut' | 'zeroed', (bytes: Buffer, at: number) => Buffer>> = {
  flipped: (bytes, at) => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ (1 << at % 8) : byte))),
  cut: (bytes, at) => bytes.subarray(0, at),
  zeroed: (bytes, at) => Buffer.concat([bytes.subarray(0, at), Buffer.alloc(bytes.length - at)]),
};

export const damageNames = ['flipped', 'cut', 'zeroed'] as const;
