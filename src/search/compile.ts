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
  const problems: string[] = [];
  const report = (problem: string): void => void problems.push(problem);
  if (terms.reading !== REPORTED && !agreement.readings.has(terms.reading))
    report(`there is no reading ${terms.reading}`);

  const numbers = new Map<string, number>();
  const regions = agreement.statechart.regions.map((region, index): CompiledRegion => {
    numbers.set(region.id, index);
    const stages = region.stages.map((stage) => stage.id);
    const first = assumed[region.id] ?? region.initial;
    if (!stages.includes(first)) report(`${region.id} cannot start in ${first}`);
    return { id: region.id, stages, start: stages.indexOf(first) };
  });
  for (const id of Object.keys(assumed))
    if (!numbers.has(id)) report(`there is no region ${id} to assume a stage of`);

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
    const homeStages = Object.keys(event.moves[event.home] ?? {});
    const home = standsIn(event.home, homeStages, regions, event.id, report);
    if (home.kind !== 'in') report(`${event.id} cannot be taken from any stage`);
    const { requirement, asked } = askedBefore(agreement, event, standpoint, regions, report);
    return {
      id: event.id,
      gate: event.gate,
      controllers: event.controllers,
      assumed: event.assumed,
      home: home.kind === 'in' ? home.region : 0,
      from: home.kind === 'in' ? home.stages : [],
      requirement,
      asked,
      guard: allOf([home, requirement, asked]),
      moves: mapOf(event),
    };
  });
  return problems.length > 0
    ? { ok: false, problems: [...new Set(problems)] }
    : { ok: true, system: { regions, events } };
}

/** What stands before an event: the model's requirement, and the party's position in every case. */
function askedBefore(
  agreement: Agreement,
  event: AgreementEvent,
  { terms, without = {} }: Standpoint,
  regions: readonly CompiledRegion[],
  report: (problem: string) => void,
): { requirement: Guard; asked: Guard } {
  const { requirements = [] } = without;
  const required =
    requirements === true
      ? NOTHING_ASKED
      : waive(requirementOf(agreement, event.id, terms), requirements);
  const barriers = without.positions === true ? [] : barriersOf(agreement, event.id, terms);
  return {
    requirement: conditionGuard(required, regions, report),
    asked:
      barriers.length === 0
        ? ALWAYS
        : allOf(
            barriers.map(({ objections, asked }) =>
              objections.length > 0 ? NEVER : conditionGuard(asked, regions, report),
            ),
          ),
  };
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
