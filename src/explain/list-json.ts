import type { Agreement } from '../model/agreement.ts';
import { handsOverTime } from '../model/agreement-on.ts';
import type { Stance } from '../model/statement.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { withCitations } from './citations-json.ts';
import { envelope } from './envelope.ts';
import type { ListName } from './lists.ts';
import type { ListOutput } from './shapes/list.ts';

/** What there is, as one object: all lists, or the one asked for. */
export function listJson(
  agreement: Agreement,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  only: ListName | null,
): ListOutput {
  const { question, summary } = agreement;
  const lists = listsOf(agreement, scenarios);
  return withCitations(agreement, {
    ...envelope(agreement),
    question,
    summary,
    ...(only === null ? lists : { [only]: lists[only] }),
  });
}

function listsOf(
  agreement: Agreement,
  scenarios: ReadonlyMap<string, ScenarioFile>,
): Required<Pick<ListOutput, ListName>> {
  return {
    scenarios: [...scenarios.values()].map((scenario) => ({
      id: scenario.id,
      title: scenario.title,
      kind: scenario.kind,
      summary: scenario.summary ?? null,
      branchesFrom: scenario.branchesFrom ?? null,
      ownSteps: scenario.steps.length,
      questions: scenario.questions?.length ?? 0,
    })),
    gates: [...agreement.gates.values()].map(({ id, title, event }) => ({ id, title, event })),
    regions: agreement.statechart.regions.map(({ id, title, kind, initial, claims, stages }) => ({
      id,
      title,
      kind,
      initial,
      claims,
      stages,
    })),
    readings: [...agreement.readings.values()].map(({ id, title, kind, party, positions }) => {
      const on = (stance: Stance) =>
        [...positions].flatMap(([event, statements]) =>
          statements.some((statement) => statement.stance === stance) ? [event] : [],
        );
      return {
        id,
        title,
        kind,
        party,
        asks: on('asks'),
        objects: on('objects'),
        backs: on('backs'),
      };
    }),
    events: [...agreement.events.values()].map((event) => ({
      id: event.id,
      title: event.title,
      home: event.home,
      gate: event.gate,
      direction: event.direction,
      again: event.again,
      controllers: event.controllers,
      changes: handsOverTime(agreement, event.id),
      claims: event.claims,
      takingPart: event.takingPart,
      inference: event.inference,
      assumed: event.assumed,
      moves: event.moves,
    })),
    sources: agreement.sources.map((source) => ({
      id: source.id,
      title: source.title,
      name: source.name ?? null,
      publisher: source.publisher,
      published: { from: source.published.from, to: source.published.to },
      perspective: source.perspective,
      claims: source.claims.length,
      addedBy: source.addedBy ?? null,
    })),
    parties: [
      ...[...agreement.parties.values()].map(({ id, title, members = [], actsFor }) => ({
        id,
        title,
        kind: 'party' as const,
        members,
        actsFor: actsFor === undefined ? null : { from: null, until: null, ...actsFor },
        heldBy: [],
      })),
      ...[...agreement.speakers.values()].map(({ id, title }) => ({
        id,
        title,
        kind: 'speaker' as const,
        members: [],
        actsFor: null,
        heldBy: [],
      })),
      ...[...agreement.hands.roles.values()].map(({ id, title, heldBy }) => ({
        id,
        title,
        kind: 'role' as const,
        members: [],
        actsFor: null,
        heldBy,
      })),
    ],
  };
}
