import type { Agreement } from '../model/agreement.ts';
import { REPORTED } from '../model/runner.ts';
import type { EventMoves } from '../model/statechart.ts';
import type { Terms } from '../model/terms.ts';
import { askedOf, standsIn } from './asked.ts';
import { allOf, ALWAYS, type CompiledEvent, type CompiledRegion, type System } from './system.ts';

/** Whose reading, and from where: the terms of one run, and stages that replace those it starts in. */
export interface Standpoint {
  readonly terms: Terms;
  /** A region's stage instead of its initial one; a whole state, to go on from where a run stands. */
  readonly assumed?: Readonly<Record<string, string>>;
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
 * Compiles an agreement under one reading for exhaustive search, from its data and without XState.
 *
 * An event becomes one guard over the whole state (its home region can leave its stage; the gate's condition as it
 * stands on the day, waived leaves counting as met) and one stage map a region; regions that hear it and have no
 * move from their stage stay. XState's own `transition` on the provided machine takes the same events to the same
 * states: the tests compare the two.
 *
 * @returns the system; or, for anything that it could not represent exactly, a sentence that names it
 */
export function compile(agreement: Agreement, { terms, assumed = {} }: Standpoint): Compilation {
  const { statechart } = agreement;
  const problems: string[] = [];
  const report = (problem: string): void => void problems.push(problem);
  if (terms.reading !== REPORTED && !agreement.readings.has(terms.reading))
    problems.push(`there is no reading ${terms.reading}`);

  const numbers = new Map<string, number>();
  const regions = statechart.regions.map((region, index): CompiledRegion => {
    numbers.set(region.id, index);
    const stages = region.stages.map((stage) => stage.id);
    const first = assumed[region.id] ?? region.initial;
    if (!stages.includes(first)) problems.push(`${region.id} cannot start in ${first}`);
    return { id: region.id, stages, start: stages.indexOf(first) };
  });
  for (const id of Object.keys(assumed))
    if (!numbers.has(id)) problems.push(`there is no region ${id} to assume a stage of`);

  const mapOf = (regionId: string, moves: EventMoves['moves'][string]): CompiledEvent['moves'] => {
    const region = numbers.get(regionId);
    const stages = region === undefined ? [] : (regions[region]?.stages ?? []);
    if (region === undefined) return [];
    const to = stages.map((stage, index) => {
      const target = moves[stage];
      return target === undefined ? index : stages.indexOf(target);
    });
    return [{ region, to }];
  };

  const events = statechart.events.map((event): CompiledEvent => {
    const known = agreement.events.get(event.id);
    const gate = known?.gate ?? null;
    const homeStages = Object.keys(event.moves[event.home] ?? {});
    const home = standsIn(event.home, homeStages, regions, event.id, report);
    if (home.kind !== 'in') problems.push(`${event.id} cannot be taken from any stage`);
    const asked = gate === null ? ALWAYS : askedOf(agreement, gate, terms, regions, report);
    return {
      id: event.id,
      gate,
      controllers: known?.controllers ?? null,
      home: home.kind === 'in' ? home.region : 0,
      from: home.kind === 'in' ? home.stages : [],
      asked,
      guard: allOf([home, asked]),
      moves: Object.entries(event.moves).flatMap(([region, moves]) => mapOf(region, moves)),
    };
  });
  return problems.length > 0
    ? { ok: false, problems: [...new Set(problems)] }
    : { ok: true, system: { regions, events } };
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
