import type { Agreement, AgreementEvent } from '../model/agreement.ts';
import { NOTHING_ASKED, waive } from '../model/condition.ts';
import { barriersOf, REPORTED, requirementOf, type Terms } from '../model/terms.ts';
import { conditionGuard, standsIn } from './condition-guard.ts';
import {
  allOf,
  ALWAYS,
  type CompiledEvent,
  type CompiledRegion,
  type Guard,
  NEVER,
  type System,
} from './system.ts';

/** Whose reading, and from where: the terms of one run, and where it stands. */
export interface Standpoint {
  readonly terms: Terms;
  /** A region's stage instead of its initial one; a whole state, to go on from where a run stands. */
  readonly assumed?: Readonly<Record<string, string>>;
  /** The events that have been taken in that run, and not been undone since. */
  readonly passed?: readonly string[];
  /**
   * In which of the ways in which all runs may stand together it stands here, by their numbers; in every one where that is
   * left out.
   */
  readonly beginnings?: readonly number[];
  /** What is thought away, to learn what an answer rests on. */
  readonly without?: ThoughtAway;
}

/** What a search can be asked to leave out, beside what a reading waives. */
export interface ThoughtAway {
  /** Nobody asks for anything, and nobody objects. */
  readonly positions?: true;
  /** Conditions that the model requires: all of them, or those with these ids. */
  readonly requirements?: true | readonly string[];
}

export type Compilation =
  | { readonly ok: true; readonly system: System }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The agreement has something that a search cannot represent exactly. Validated content never has. */
export class NotRepresentableError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The explorer cannot represent this exactly: ${problems.join('; ')}.`);
  }
}

/**
 * Compiles an agreement under one reading for exhaustive search.
 *
 * An event becomes one guard over the whole state: its home region can leave its stage, what the model requires is met,
 * and so is what the party asks in every case that its position leaves open. What may be asked counts, so that what
 * passes is certain not to be refused; an objection lets nothing pass. With the guard goes one stage map a region;
 * regions that have no move from their stage stay. XState's own `transition` on the provided machine takes the same
 * events to the same states: the tests compare the two.
 *
 * @returns the system; or, for anything that it could not represent exactly, a sentence that names it
 */
export function compile(agreement: Agreement, standpoint: Standpoint): Compilation {
  const { terms, assumed = {} } = standpoint;
  const chart = chartOf(agreement);
  const problems = [...chart.problems];
  const report = (problem: string): void => void problems.push(problem);
  if (terms.reading !== REPORTED && !agreement.readings.has(terms.reading))
    report(`there is no reading ${terms.reading}`);
  const regions = chart.regions.map((region): CompiledRegion => {
    const stage = assumed[region.id] ?? agreement.regions.get(region.id)?.initial ?? '';
    const start = region.stages.indexOf(stage);
    if (start < 0) report(`${region.id} cannot start in ${stage}`);
    return { ...region, start };
  });
  for (const id of Object.keys(assumed))
    if (!agreement.regions.has(id)) report(`there is no region ${id} to assume a stage of`);
  const events = chart.events.map((event): CompiledEvent => {
    const asked = askedBefore(agreement, event.id, standpoint, regions, report);
    const requirement = requiredBefore(agreement, event, standpoint, regions, report);
    // What nobody speaks of is the same event under every reading, and what is found out of it counts for all of them.
    if (asked === ALWAYS && requirement === event.requirement) return event;
    const guard = allOf([standingAtHome(event), requirement, asked]);
    return { ...event, requirement, asked, guard };
  });
  return problems.length > 0
    ? { ok: false, problems: [...new Set(problems)] }
    : { ok: true, system: { regions, events } };
}

/** What of an agreement is the same under all terms. */
interface Chart {
  readonly statechart: Agreement['statechart'];
  /** Starting nowhere. */
  readonly regions: readonly CompiledRegion[];
  /** With what the model requires, and nothing asked. */
  readonly events: readonly CompiledEvent[];
  readonly problems: readonly string[];
}

/** An event is compiled once, whatever else of its agreement is thought away. */
const compiledEvents = new WeakMap<
  AgreementEvent,
  { readonly statechart: Agreement['statechart']; readonly compiled: CompiledEvent }
>();

/** By events: what is thought away of the positions leaves an agreement with the same ones. */
const charts = new WeakMap<Agreement['events'], Chart>();

function chartOf(agreement: Agreement): Chart {
  let chart = charts.get(agreement.events);
  if (chart?.statechart !== agreement.statechart)
    charts.set(agreement.events, (chart = findChart(agreement)));
  return chart;
}

function findChart(agreement: Agreement): Chart {
  const problems: string[] = [];
  const report = (problem: string): void => void problems.push(problem);
  const regions = agreement.statechart.regions.map(({ id, stages }): CompiledRegion => ({
    id,
    stages: stages.map((stage) => stage.id),
    start: null,
  }));
  const numbers = new Map(regions.map(({ id }, index) => [id, index]));
  const mapOf = (event: AgreementEvent): CompiledEvent['moves'] =>
    Object.entries(event.moves).flatMap(([id, moves]) => {
      const region = numbers.get(id);
      if (region === undefined) {
        report(`${event.id} moves ${id}, which is not a region`);
        return [];
      }
      const stages = regions[region]?.stages ?? [];
      const to = stages.map((stage, index) => {
        const target = moves[stage];
        if (target !== undefined && !stages.includes(target))
          report(`${event.id} moves ${id} to ${target}, which is not a stage`);
        return target === undefined ? index : stages.indexOf(target);
      });
      return [{ region, to }];
    });
  const events = [...agreement.events.values()].map((event): CompiledEvent => {
    const known = compiledEvents.get(event);
    if (known?.statechart === agreement.statechart) return known.compiled;
    const before = problems.length;
    const homeStages = Object.keys(event.moves[event.home] ?? {});
    const home = standsIn(event.home, homeStages, regions, event.id, report);
    if (home.kind !== 'in') report(`${event.id} cannot be taken from any stage`);
    const requirement = conditionGuard(event.requirement ?? NOTHING_ASKED, regions, report);
    const found: CompiledEvent = {
      id: event.id,
      gate: event.gate,
      controllers: event.controllers,
      assumed: event.assumed,
      again: event.again,
      home: home.kind === 'in' ? home.region : 0,
      from: home.kind === 'in' ? home.stages : [],
      requirement,
      asked: ALWAYS,
      guard: allOf([home, requirement]),
      moves: mapOf(event),
    };
    if (problems.length === before)
      compiledEvents.set(event, { statechart: agreement.statechart, compiled: found });
    return found;
  });
  return { statechart: agreement.statechart, regions, events, problems };
}

function standingAtHome({ home, from }: CompiledEvent): Guard {
  return { kind: 'in', region: home, stages: from };
}

/** What the model requires before an event, under these terms. */
function requiredBefore(
  agreement: Agreement,
  event: CompiledEvent,
  { terms, without = {} }: Standpoint,
  regions: readonly CompiledRegion[],
  report: (problem: string) => void,
): Guard {
  const { requirements = [] } = without;
  if (requirements === true) return ALWAYS;
  const required = requirementOf(agreement, event.id, terms);
  const usual = agreement.events.get(event.id)?.requirement ?? NOTHING_ASKED;
  return requirements.length === 0 && required === usual
    ? event.requirement
    : conditionGuard(waive(required, requirements), regions, report);
}

/** What the party asks before an event, in every case that its position leaves open. */
function askedBefore(
  agreement: Agreement,
  event: string,
  { terms, without = {} }: Standpoint,
  regions: readonly CompiledRegion[],
  report: (problem: string) => void,
): Guard {
  const barriers = without.positions === true ? [] : barriersOf(agreement, event, terms);
  const asked = barriers.map((barrier) =>
    barrier.objections.length > 0 ? NEVER : conditionGuard(barrier.asked, regions, report),
  );
  return asked.every((guard) => guard.kind === 'all' && guard.of.length === 0)
    ? ALWAYS
    : allOf(asked);
}

/**
 * Compiles what is known to be representable.
 *
 * @throws NotRepresentableError with what {@link compile} would have said
 */
export function compiled(agreement: Agreement, standpoint: Standpoint): System {
  const result = compile(agreement, standpoint);
  if (!result.ok) throw new NotRepresentableError(result.problems);
  return result.system;
}
