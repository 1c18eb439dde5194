// A security rule is one small named function; the lists are applied in order, and the names can be logged.

export type Rule<Target> = (target: Target) => void | Promise<void>;

export async function applyRules<Target>(rules: readonly Rule<Target>[], target: Target): Promise<void> {
  for (const rule of rules) await rule(target);
}
