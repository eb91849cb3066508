import type { Agreement } from '../model/agreement.ts';
import { compiled, type Standpoint } from './compile.ts';
import { coneOf } from './cone.ts';
import { type Exploration, exploreSystem } from './exploration.ts';
import { type Joint, joint, runKey } from './joint.ts';
import type { OpenChoice, Perspective } from './perspective.ts';
import { resolve, type StatePredicate } from './predicate.ts';
import { type Formula, type Property, predicatesOf } from './property.ts';
import { allOf, type Guard, guardText } from './system.ts';
import { type PropertyAnswer, verify, type WantedWays } from './verify.ts';
import type { Work } from './work.ts';

/** One property under one perspective. */
export interface PropertyUnder {
  readonly reading: string;
  readonly answer: PropertyAnswer;
  /** The readings in whose runs it fails, where runs that go on together stand in different stages; else empty. */
  readonly runs: readonly string[];
  /** The regions on which it hangs that are not known where they stand. */
  readonly unknown: readonly string[];
}

/** What verifying came to: the reachable states of each perspective, and each property under each one asked. */
export interface Verified {
  readonly explored: readonly {
    readonly reading: string;
    /** Null where it is not known from where they are reached. */
    readonly states: bigint | null;
    readonly nodes: number;
    readonly complete: boolean;
    /** The regions whose stage is not known where it begins. */
    readonly unknown: readonly string[];
  }[];
  readonly properties: readonly {
    readonly property: Property;
    readonly answers: readonly PropertyUnder[];
  }[];
}

/** A property is looked at in so many ways in which things may stand, and is left unfinished where there are more. */
const MOST_WAYS = 400;

/**
 * Explores every perspective and checks the properties in everything that can be reached. A property for certain
 * readings is checked under those alone, one for all under the parties' at once as well. Where it bears on a property
 * what is not known, it is checked for each that may be, and is unknown where these differ.
 *
 * @throws NotRepresentableError, UnknownNameError for what the agreement does not have
 * @throws TooManyRunsError where parties' runs stand in more different stages than can be searched together
 */
export function* verifyAll(
  agreement: Agreement,
  properties: readonly Property[],
  perspectives: readonly Perspective[],
  wanted: WantedWays = 'counterexamples',
): Work<Verified> {
  const explored: Verified['explored'][number][] = [];
  const answers = properties.map((): PropertyUnder[] => []);
  // Parties that ask for the same, or for nothing, fare the same.
  const alike = new Map<string, Base>();
  for (const perspective of perspectives) {
    const { reading, choices } = perspective;
    const bases = new Map<string, Base>();
    const base = yield* baseOf(agreement, perspective, new Map(), bases, alike);
    const { states, nodes, reachable } = base.exploration;
    explored.push({
      reading,
      states: choices.length === 0 ? states : null,
      nodes,
      complete: reachable.complete,
      unknown: [...new Set(choices.flatMap(({ regions }) => regions))],
    });
    for (const [index, property] of properties.entries()) {
      if (property.readings !== null && !property.readings.includes(reading)) continue;
      const relevant = choicesBearing(agreement, perspective, property.formula);
      const found: InRuns[] = [];
      const ways = waysToChoose(relevant);
      for (const way of ways.length > MOST_WAYS ? [] : ways) {
        const stood = yield* baseOf(agreement, perspective, way, bases, alike);
        let answer = stood.found.get(property);
        if (answer === undefined) {
          answer = yield* verifyInRuns(stood, property.formula, wanted);
          stood.found.set(property, answer);
        }
        found.push(answer);
      }
      answers[index]?.push({ reading, ...inAllWays(found, relevant, ways.length > MOST_WAYS) });
    }
  }
  return {
    explored,
    properties: properties.map((property, index) => ({ property, answers: answers[index] ?? [] })),
  };
}

/** Runs put together, and everything that they can reach. */
interface Base {
  readonly together: Joint;
  readonly exploration: Exploration;
  /** What was found of the properties asked so far. */
  readonly found: Map<Property, InRuns>;
}

type Way = ReadonlyMap<OpenChoice, number>;

function* baseOf(
  agreement: Agreement,
  perspective: Perspective,
  way: Way,
  known: Map<string, Base>,
  alike: Map<string, Base>,
): Work<Base> {
  const standpoints = standingBy(perspective, way);
  const key = JSON.stringify(standpoints.map(({ assumed }) => assumed ?? {}));
  let base = known.get(key);
  if (base === undefined) {
    const together = joint(agreement, standpoints);
    const [run, ...others] = together.runs;
    const form = run !== undefined && others.length === 0 ? runKey(run) : null;
    base = form === null ? undefined : alike.get(form);
    if (base === undefined) {
      base = { together, exploration: yield* exploreSystem(together.system), found: new Map() };
      if (form !== null) alike.set(form, base);
    }
    known.set(key, base);
  }
  return base;
}

/** The standpoints of a perspective with some of its choices made; the others as they are. */
function standingBy({ standpoints }: Perspective, way: Way): Standpoint[] {
  return standpoints.map((standpoint) => {
    let { assumed = {} } = standpoint;
    for (const [{ readings, regions, worlds }, index] of way) {
      if (!readings.includes(standpoint.terms.reading)) continue;
      const stages = Object.entries(worlds[index] ?? {}).filter(([key]) => regions.includes(key));
      assumed = { ...assumed, ...Object.fromEntries(stages) };
    }
    return standpoint.assumed === undefined ? standpoint : { ...standpoint, assumed };
  });
}

/** Every way to make some choices. */
function waysToChoose(choices: readonly OpenChoice[]): Way[] {
  let ways: Map<OpenChoice, number>[] = [new Map()];
  for (const choice of choices) {
    if (ways.length > MOST_WAYS) return ways;
    ways = ways.flatMap((way) => choice.worlds.map((_, index) => new Map(way).set(choice, index)));
  }
  return ways;
}

/** The choices that can bear on what a formula speaks of, wherever the runs stand. */
function choicesBearing(
  agreement: Agreement,
  { standpoints, choices }: Perspective,
  formula: Formula,
): readonly OpenChoice[] {
  if (choices.length === 0) return choices;
  const systems = standpoints.map(({ terms }) => compiled(agreement, { terms }));
  const [first] = systems;
  if (first === undefined) return choices;
  const events = first.events.map((event, index) => ({
    ...event,
    guard: allOf(systems.map((system) => system.events[index]?.guard ?? event.guard)),
  }));
  const together = { ...first, events };
  const { regions } = coneOf(
    together,
    ...predicatesOf(formula).map((predicate) => resolve(predicate, together)),
  );
  const ids = new Set([...regions].map((region) => first.regions[region]?.id));
  return choices.filter((choice) => choice.regions.some((id) => ids.has(id)));
}

interface InRuns {
  readonly answer: PropertyAnswer;
  readonly runs: readonly string[];
}

/** A property of every run of several that go on together; it fails where it fails in one of them. */
function* verifyInRuns(
  { together, exploration }: Base,
  formula: Formula,
  wanted: WantedWays,
): Work<InRuns> {
  const found = new Map<string, InRuns>();
  for (const [run, { readings, system }] of together.runs.entries()) {
    const placeOf = (id: string): number => {
      const region = system.regions.findIndex((each) => each.id === id);
      return region < 0 ? region : together.placeOf(region, run);
    };
    const guards = new Map<StatePredicate, Guard>();
    const guardOf = (predicate: StatePredicate): Guard => {
      let guard = guards.get(predicate);
      if (guard === undefined)
        guards.set(predicate, (guard = resolve(predicate, together.system, placeOf)));
      return guard;
    };
    // Runs that stand in the same regions for all that it speaks of come to the same.
    const key =
      together.runs.length === 1
        ? ''
        : predicatesOf(formula)
            .map((predicate) => guardText(guardOf(predicate)))
            .join(' ');
    if (found.has(key)) continue;
    const answer = yield* verify(exploration, formula, wanted, guardOf);
    found.set(key, { answer, runs: readings });
  }
  const answers = [...found.values()];
  const worst = (['fails', 'unfinished', 'holds', 'vacuous'] as const).find((verdict) =>
    answers.some(({ answer }) => answer.verdict === verdict),
  );
  const failing = answers.filter(({ answer }) => answer.verdict === worst);
  const [first] = failing;
  if (first === undefined) throw new RangeError('A perspective has at least one run.');
  const isDifferent = worst === 'fails' && failing.length < answers.length;
  return { answer: first.answer, runs: isDifferent ? failing.flatMap(({ runs }) => runs) : [] };
}

/**
 * What holds in every way in which things may stand; unknown where that differs.
 *
 * @param isTooMuch whether there are more ways than are looked at, so that none was
 */
function inAllWays(
  found: readonly InRuns[],
  choices: readonly OpenChoice[],
  isTooMuch: boolean,
): Omit<PropertyUnder, 'reading'> {
  const verdicts = new Set(found.map(({ answer }) => answer.verdict));
  const [first] = found;
  const isHolding = [...verdicts].every((verdict) => verdict === 'holds' || verdict === 'vacuous');
  if (first !== undefined && verdicts.size === 1) return { ...first, unknown: [] };
  if (first !== undefined && isHolding)
    return { ...first, answer: { ...first.answer, verdict: 'holds' }, unknown: [] };
  return {
    answer: { verdict: isTooMuch ? 'unfinished' : 'unknown', witness: null, counterexample: null },
    runs: [],
    unknown: [...new Set(choices.flatMap(({ regions }) => regions))],
  };
}
