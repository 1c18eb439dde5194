// The event objects that Electron gives to listeners.

export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** An event with these properties beside `preventDefault`. */
export function makeEvent<T extends object>(properties: T): PreventableEvent & T {
  return Object.assign(new PreventableEvent(), properties);
}
