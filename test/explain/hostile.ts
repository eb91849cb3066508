import type { Agreement, AgreementEvent } from '../../src/model/agreement.ts';
import type { Region } from '../../src/model/statechart.ts';

/** A text with everything in it that could be taken for something else on a screen or in Markdown. */
export const HOSTILE =
  '\u202Eevil | bar `tick` <b> [x](y) *s* _u_\n- item\n1. one\r\u0007\u001B[31mred قناة';

/** The agreement with every title of its own hostile; ids stay, so that answers can be compared. */
export function withHostileTitles(agreement: Agreement): Agreement {
  const evil = (title: string) => `${HOSTILE} ${title}`;
  const region = (each: Region): Region => ({
    ...each,
    title: evil(each.title),
    stages: each.stages.map((stage) => ({ ...stage, title: evil(stage.title) })),
  });
  const event = (each: AgreementEvent): AgreementEvent => ({ ...each, title: evil(each.title) });
  const titled = <T extends { title: string }>(map: ReadonlyMap<string, T>) =>
    new Map([...map].map(([id, each]) => [id, { ...each, title: evil(each.title) }]));
  const events = new Map([...agreement.events].map(([id, each]) => [id, event(each)]));
  return {
    ...agreement,
    title: evil(agreement.title),
    question: evil(agreement.question ?? ''),
    statechart: {
      ...agreement.statechart,
      regions: agreement.statechart.regions.map(region),
    },
    regions: new Map([...agreement.regions].map(([id, each]) => [id, region(each)])),
    events,
    eventsOn: new Map(
      [...agreement.eventsOn].map(([id, on]) => [
        id,
        on.flatMap((each) => events.get(each.id) ?? []),
      ]),
    ),
    gates: titled(agreement.gates),
    parties: titled(agreement.parties),
    speakers: titled(agreement.speakers),
    readings: titled(agreement.readings),
  };
}
