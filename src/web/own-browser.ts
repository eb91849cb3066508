/** What a page has of the browser that it is open in: where it keeps work, by what name, and the time. */
export interface OwnBrowser {
  /** @throws DOMException where the browser refuses it */
  readonly storage: () => Storage;
  /**
   * What lasts as long as the tab.
   *
   * @throws DOMException where the browser refuses it
   */
  readonly tab: () => Storage;
  /** Names the work of this page among that of others. */
  readonly id: string;
  /** The time, for people to tell work apart. */
  readonly now: () => string;
  /** The same by the clock of who looks at the page: for what they hand in. */
  readonly clock: () => Date;
}

export function ownBrowser(): OwnBrowser {
  return {
    storage: () => localStorage,
    tab: () => sessionStorage,
    id: `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`,
    now: () => new Date().toISOString(),
    clock: () => new Date(),
  };
}
