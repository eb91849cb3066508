import type { Agreement, Controllers } from '../../src/model/agreement.ts';

/** The agreement with other controllers of some events. */
export function controlledBy(
  agreement: Agreement,
  changed: Readonly<Record<string, Controllers>>,
): Agreement {
  const events = new Map(
    [...agreement.events].map(([id, event]) => {
      const controllers = changed[id];
      return [id, controllers === undefined ? event : { ...event, controllers }];
    }),
  );
  const eventsOn = new Map(
    [...agreement.eventsOn].map(([region, own]) => [
      region,
      own.map((event) => events.get(event.id) ?? event),
    ]),
  );
  return { ...agreement, events, eventsOn };
}
