import {
  TooManyWorldsError,
  valuesOf,
  type World,
  type Worlds,
  worldsOver,
} from '../model/worlds.ts';
import type { Standpoint } from './compile.ts';
import type { Work } from './work.ts';

/** More ways in which things may stand where a question begins are not looked at one by one. */
const MOST_BEGINNINGS = 400;

/** Where a region that is not known stands in one of the ways in which things may stand. */
export interface StandsIn {
  readonly region: string;
  readonly stage: string;
  /** In whose runs. */
  readonly readings: readonly string[];
}

/** One way in which things may stand where a question begins, in all runs at once. */
export interface Beginning {
  readonly standpoints: readonly Standpoint[];
  /** What is not known, as it is in this one. */
  readonly stands: readonly StandsIn[];
}

/** The beginnings from which a question comes to the same answer. */
export interface Case<Answer> {
  readonly where: readonly (readonly StandsIn[])[];
  readonly answer: Answer;
}

/**
 * Every way in which several runs may stand together: for each a world a run, in the order of the runs.
 *
 * Whatever is so is so in all runs. A region that may stand in the same stages in two of them stands alike in both, as
 * far as that can be told from what may be; where it cannot, each may stand as it may by itself.
 *
 * @throws TooManyWorldsError beyond {@link MOST_BEGINNINGS}
 */
export function beginningsOver(
  runs: readonly Worlds[],
  regions: readonly string[],
  keys: readonly string[],
): World[][] {
  const worlds = runs.map((run) => distinctWorlds(worldsOver(run, keys)));
  const alike = waysTogether(runs, regions, worlds);
  const isWhole = worlds.every((own, run) =>
    own.every((world) => alike.some((way) => way[run] === world)),
  );
  return isWhole ? alike : waysTogether(runs, [], worlds);
}

function waysTogether(
  runs: readonly Worlds[],
  regions: readonly string[],
  worlds: readonly (readonly World[])[],
): World[][] {
  let ways: World[][] = [[]];
  for (const [run, own] of worlds.entries()) {
    const shared = runs
      .slice(0, run)
      .map((_, other) => sharedBy(runs, worlds, regions, other, run));
    ways = ways.flatMap((way) =>
      own
        .filter((world) =>
          shared.every((common, other) =>
            common.every((region) => way[other]?.[region] === world[region]),
          ),
        )
        .map((world) => [...way, world]),
    );
    if (ways.length > MOST_BEGINNINGS)
      throw new TooManyWorldsError(
        `Things may stand in more than the ${MOST_BEGINNINGS} ways that are looked at.`,
      );
  }
  return ways;
}

/** The regions that stand alike in two runs, whatever is so. */
function sharedBy(
  runs: readonly Worlds[],
  worlds: readonly (readonly World[])[],
  regions: readonly string[],
  one: number,
  other: number,
): string[] {
  const valuesIn = (run: number, region: string): string => {
    const worldsOfRun = runs[run];
    return worldsOfRun === undefined ? '' : valuesOf(worldsOfRun, region).toSorted().join(' ');
  };
  const common = regions.filter((region) => {
    const values = valuesIn(one, region);
    return values.includes(' ') && values === valuesIn(other, region);
  });
  const seen = (run: number): string =>
    [
      ...new Set(
        (worlds[run] ?? []).map((world) => common.map((region) => world[region]).join(' ')),
      ),
    ]
      .toSorted()
      .join('; ');
  return seen(one) === seen(other) ? common : [];
}

export function distinctWorlds(worlds: readonly World[]): World[] {
  return [...new Map(worlds.map((world) => [worldKey(world), world])).values()];
}

/** The same text for worlds in which everything stands alike. */
export function worldKey(world: World): string {
  return JSON.stringify(Object.entries(world).toSorted());
}

/** The beginnings that standpoints are of; those that are marked for none are one, from which an answer is to do for all. */
export function beginningsOf(standpoints: readonly Standpoint[]): Beginning[] {
  const numbers = new Set(standpoints.flatMap(({ beginnings = [] }) => beginnings));
  if (numbers.size < 2) return [{ standpoints, stands: [] }];
  const open = openIn(standpoints);
  return [...numbers]
    .toSorted((left, right) => left - right)
    .map((number) => {
      const own = standpoints.filter(
        ({ beginnings }) => beginnings === undefined || beginnings.includes(number),
      );
      return { standpoints: own, stands: standsIn(own, open) };
    });
}

/** By region whose stage differs between a reading's standpoints: the readings in whose runs it does. */
function openIn(standpoints: readonly Standpoint[]): Map<string, Set<string>> {
  const stages = new Map<string, Set<string>>();
  const open = new Map<string, Set<string>>();
  for (const { terms, assumed = {} } of standpoints)
    for (const [region, stage] of Object.entries(assumed)) {
      const key = `${terms.reading} ${region}`;
      const known = stages.get(key) ?? new Set();
      stages.set(key, known.add(stage));
      if (known.size > 1) open.set(region, (open.get(region) ?? new Set()).add(terms.reading));
    }
  return open;
}

function standsIn(
  standpoints: readonly Standpoint[],
  open: ReadonlyMap<string, ReadonlySet<string>>,
): StandsIn[] {
  return [...open].flatMap(([region, readings]) => {
    const byStage = new Map<string, string[]>();
    for (const { terms, assumed = {} } of standpoints) {
      const stage = assumed[region];
      if (stage === undefined || !readings.has(terms.reading)) continue;
      byStage.set(stage, [...(byStage.get(stage) ?? []), terms.reading]);
    }
    return [...byStage].map(([stage, whose]) => ({ region, stage, readings: whose }));
  });
}

/**
 * Asks the same of every beginning by itself; those that come to the same answer are one case.
 *
 * @param keyOf the same text for answers that are told as one
 */
export function* fromEach<Answer>(
  beginnings: readonly Beginning[],
  ask: (standpoints: readonly Standpoint[]) => Work<Answer>,
  keyOf: (answer: Answer) => string = textOf,
): Work<Case<Answer>[]> {
  const cases = new Map<string, { where: (readonly StandsIn[])[]; answer: Answer }>();
  for (const [done, { standpoints, stands }] of beginnings.entries()) {
    yield { doing: 'ways in which things may stand', done, nodes: 0 };
    const answer = yield* ask(standpoints);
    const key = keyOf(answer);
    const known = cases.get(key);
    if (known === undefined) cases.set(key, { where: [stands], answer });
    else known.where.push(stands);
  }
  return [...cases.values()];
}

function textOf(answer: unknown): string {
  return JSON.stringify(answer, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

/** What all answers say, where they say the same; undefined where they differ. */
export function inAll<Answer, Value>(
  cases: readonly Case<Answer>[],
  of: (answer: Answer) => Value,
): Value | undefined {
  const [first, ...others] = cases.map(({ answer }) => of(answer));
  return others.every((other) => other === first) ? first : undefined;
}
