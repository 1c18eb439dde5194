// What the stand-in lacks says so by name, rather than being undefined and failing somewhere else.

/** Asked for by Node, by tests and by `await` of any object. */
const askedOfEverything = new Set(['then', 'toJSON', 'constructor', 'inspect', 'nodeType', '$$typeof', '__esModule', 'default']);

function lack(name: string): Error {
  return new Error(`stand-in: ${name} is not supported`);
}

/** The same object, but reading a property that it does not have throws `stand-in: NAME.property is not supported`. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === 'string' && !(key in object) && !askedOfEverything.has(key)) throw lack(`${name}.${key}`);
      return Reflect.get(object, key, receiver);
    },
  });
}

/** An export of Electron that the stand-in has nothing for: any use of it throws. */
export function unsupported(name: string): unknown {
  // Not an arrow function: those cannot be `new`.
  const refuse = function (): never {
    throw lack(name);
  };
  return new Proxy(refuse, {
    get(_, key): unknown {
      if (typeof key !== 'string' || askedOfEverything.has(key)) return undefined;
      throw lack(`${name}.${key}`);
    },
    construct: refuse,
    apply: refuse,
  });
}
