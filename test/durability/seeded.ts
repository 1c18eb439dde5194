// Chance that is the same in every run.

/** Numbers from 0 to 1, by xorshift32. @param seed not 0 */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}
