import { type Agreement, partyTitle } from '../model/agreement.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { envelope } from './envelope.ts';
import { table } from './table.ts';
import { recordLine, spoken, spokenControllers } from './words.ts';

export const LISTS = [
  'scenarios',
  'gates',
  'regions',
  'readings',
  'events',
  'sources',
  'parties',
] as const;
export type ListName = (typeof LISTS)[number];

/** What there is, as one object: all lists, or the one asked for. */
export function listJson(
  agreement: Agreement,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  only: ListName | null,
) {
  const lists = {
    scenarios: [...scenarios.values()].map(({ id, kind, title, summary, branchesFrom, steps }) => ({
      id,
      kind,
      title,
      summary,
      branchesFrom: branchesFrom ?? null,
      ownSteps: steps.length,
    })),
    gates: [...agreement.gates.values()],
    regions: agreement.statechart.regions,
    readings: [...agreement.readings.values()].map((reading) => ({
      id: reading.id,
      title: reading.title,
      kind: reading.kind,
      party: reading.party,
      stated: [...reading.gates].filter(([, cell]) => cell.stated !== null).map(([gate]) => gate),
    })),
    events: [...agreement.events.values()].map(
      ({ id, title, home, gate, direction, controllers, claims, inference, moves }) => ({
        id,
        title,
        home,
        gate,
        direction,
        controllers,
        claims,
        inference,
        moves,
      }),
    ),
    sources: agreement.sources.map(({ id, title, publisher, published, perspective, claims }) => ({
      id,
      title,
      publisher,
      published,
      perspective,
      claims: claims.length,
    })),
    parties: [...agreement.parties.values()],
  };
  return { ...envelope(agreement), ...(only === null ? lists : { [only]: lists[only] }) };
}

/** What there is, as tables: all lists, or the one asked for. */
export function listText(
  agreement: Agreement,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  only: ListName | null,
  width: number,
): string[] {
  const lines = [`${agreement.title} (${agreement.id})`];
  for (const name of only === null ? LISTS : [only])
    lines.push('', `${name}:`, ...table(rowsOf(agreement, scenarios, name), width, '  '));
  return [...lines, '', recordLine(agreement)];
}

function rowsOf(
  agreement: Agreement,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  name: ListName,
): string[][] {
  switch (name) {
    case 'scenarios':
      return [...scenarios.values()].map(({ id, kind, title }) => [id, kind, title]);
    case 'gates':
      return [...agreement.gates.values()].map(({ id, event, title }) => [id, event, title]);
    case 'regions':
      return agreement.statechart.regions.map(({ id, kind, title, stages }) => [
        id,
        kind,
        `${title}: ${stages.map((stage) => stage.id).join(', ')}`,
      ]);
    case 'readings':
      return [...agreement.readings.values()].map(({ id, kind, title, gates }) => {
        const stated = [...gates].filter(([, cell]) => cell.stated !== null).map(([gate]) => gate);
        const on =
          stated.length === 0 ? 'no position on any gate' : `a position on ${stated.join(', ')}`;
        return [id, kind, `${title}: ${on}`];
      });
    case 'events':
      return [...agreement.events.values()].map(({ id, title, gate, controllers, claims }) => [
        id,
        gate ?? '',
        `${title} (who can: ${spokenControllers(agreement, controllers, claims)})`,
      ]);
    case 'sources':
      return agreement.sources.map(({ id, published, publisher, title, claims }) => [
        id,
        spoken(published),
        `${title}. Publisher: ${publisher ?? 'not shown in the text'}. ${claims.length} claims.`,
      ]);
    case 'parties':
      return [...agreement.parties.keys(), ...agreement.speakers.keys()].map((id) => [
        id,
        agreement.parties.has(id) ? 'party' : 'speaker',
        partyTitle(agreement, id),
      ]);
  }
}
