import { broughtBack, keptLab } from '../lab/kept.ts';
import { obstacleTo } from '../lab/reduce.ts';
import type { LabState, Setting } from '../lab/state.ts';
import { jsonIn } from '../load/json-in.ts';
import { type Check, checkedSession } from '../load/kept-session.ts';
import { formatProblem } from '../load/problem.ts';
import { withoutOldest } from '../model/kept-history.ts';
import { dayExists } from '../model/days.ts';
import { NO_CLOCKS } from '../model/run.ts';
import type { OpenSession } from '../model/saved-session.ts';
import { REPORTED } from '../model/terms.ts';
import type { KeptExercises } from '../load/kept-exercises.ts';
import { type Exercises, fittingExercises, keptExercises } from './exercises-kept.ts';
import type { Files } from './files-script.ts';

/** What of a browser's storage is needed. */
export interface Shelf {
  readonly length: number;
  readonly key: (index: number) => string | null;
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, text: string) => void;
  readonly removeItem: (key: string) => void;
}

/** Work as it lies in a browser. */
export interface KeptWork {
  readonly id: string;
  /** When it was kept, as the browser told the time. */
  readonly savedAt: string;
  readonly session: OpenSession;
  /** Not there in work of before they were kept. */
  readonly exercises?: KeptExercises;
}

/** As many times' work of an agreement is kept, the newest; what is older is taken out. */
export const MOST_KEPT = 20;

/** A page reads what was kept by pages of its own version. */
const VERSION = 1;

function keysOf(agreement: string): string {
  return `phasegate-work-${VERSION}:${agreement}:`;
}

/** What is to be kept of what is on show; null where nothing was done, no task was taken up and nothing was answered. */
export function workOf(
  agreement: string,
  lab: LabState,
  exercises: Exercises = {},
): Pick<KeptWork, 'session' | 'exercises'> | null {
  const kept = keptExercises(lab, exercises);
  const isNothing =
    lab.branches.length === 0 &&
    lab.history.entries.length === 0 &&
    lab.task === null &&
    kept.length === 0;
  if (isNothing) return null;
  return { session: { agreement, ...keptLab(lab) }, exercises: kept };
}

/**
 * Keeps work in the browser, and takes out what is older than the newest {@link MOST_KEPT}. Where there is too little
 * room, what was done longest ago is left out of what can be undone.
 *
 * @returns why it cannot be kept, in a sentence; null where it is
 */
export function keepWork(
  shelf: () => Shelf,
  { id, savedAt, session, exercises = [] }: KeptWork,
): string | null {
  let { history } = session;
  for (;;) {
    try {
      const kept: KeptWork = { id, savedAt, session: { ...session, history }, exercises };
      shelf().setItem(`${keysOf(session.agreement)}${id}`, JSON.stringify(kept));
      for (const old of allWork(shelf(), session.agreement).found.slice(MOST_KEPT))
        forgetWork(shelf, old);
      return null;
    } catch (error) {
      if (!isFull(error))
        return 'The browser lets this page keep nothing: copy the link of each branch before you close it.';
      if (history === null)
        return 'The browser has no more room for what you do here: copy the link of each branch before you close the page.';
      history = withoutOldest(history, Math.ceil(history.entries.length / 2));
    }
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(error.name);
}

/** The newest work of an agreement that can be read, and a notice where there is some that cannot. */
export function newestWork(
  shelf: () => Shelf,
  agreement: string,
): { readonly work: KeptWork | null; readonly notice: string | null } {
  try {
    const { found, unreadable } = allWork(shelf(), agreement);
    return { work: found[0] ?? null, notice: unreadable === 0 ? null : UNREADABLE };
  } catch {
    // Storage that is refused holds nothing; that it is refused is said once there is something to keep.
    return { work: null, notice: null };
  }
}

/** All work of an agreement that can be read, the newest first, and how much there is that cannot. */
function allWork(
  storage: Shelf,
  agreement: string,
): { readonly found: readonly KeptWork[]; readonly unreadable: number } {
  let unreadable = 0;
  const found: KeptWork[] = [];
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index) ?? '';
    if (!key.startsWith(keysOf(agreement))) continue;
    const work = readWork(storage.getItem(key) ?? '');
    if (work === null) unreadable += 1;
    else found.push(work);
  }
  return {
    found: found.toSorted((one, other) => (one.savedAt < other.savedAt ? 1 : -1)),
    unreadable,
  };
}

const UNREADABLE = 'Some work that was kept in this browser cannot be read: it is left as it is.';

/** Work as far as it is told of in the offer: the rest of it is read by its schema once it is gone on with. */
function readWork(text: string): KeptWork | null {
  try {
    const work = jsonIn(text) as KeptWork;
    const { branches, cursor } = work.session;
    const isWork =
      typeof work.id === 'string' &&
      dayExists(work.savedAt.slice(0, 10)) &&
      branches.every(({ id, title }) => typeof id === 'string' && typeof title === 'string') &&
      typeof cursor.scenario === 'string' &&
      typeof cursor.position === 'number' &&
      (work.exercises ?? []).every(({ answers }) => Array.isArray(answers));
    return isWork ? work : null;
  } catch {
    return null;
  }
}

/** Takes work out of the browser. */
export function forgetWork(shelf: () => Shelf, { id, session }: KeptWork): void {
  try {
    shelf().removeItem(`${keysOf(session.agreement)}${id}`);
  } catch {
    // What is refused is not there either.
  }
}

/**
 * The laboratory as kept work has it, every branch checked as if it had been read from a file; or why it cannot be gone
 * on with. It stays in the browser either way.
 */
export async function goneOn(
  setting: Setting,
  lab: LabState,
  {
    checkOneScenario,
    scenarioOf,
    scenarioText,
    sessionOf,
    readKeptExercises,
  }: Omit<Files, 'readToken' | 'tokenOf'>,
  { id: name, savedAt, session, exercises: answered = [] }: KeptWork,
): Promise<{
  readonly lab: LabState | null;
  readonly exercises: Exercises;
  readonly said: string;
}> {
  const { agreement } = setting;
  const shape = sessionOf(JSON.stringify({ id: name, savedAt, ...session }));
  if (typeof shape === 'string')
    return { lab: null, exercises: {}, said: `What was kept ${shape}: it is left as it is.` };
  const own = new Set(lab.branches);
  const scenarios = new Map([...lab.scenarios].filter(([id]) => !own.has(id)));
  const check: Check = (kept, more) => {
    const shaped = scenarioOf(kept);
    if (!shaped.ok) return shaped;
    const { scenario } = shaped;
    const holding = {
      agreement,
      definition: { id: agreement.id },
      scenarios: new Map([...scenarios, ...more.map((each) => [each.id, each] as const)]),
    };
    const { scenario: fit, problems } = checkOneScenario(
      holding,
      scenario.id,
      scenarioText(scenario),
    );
    return fit === null
      ? { ok: false, problems: problems.map(formatProblem) }
      : { ok: true, scenario: fit };
  };
  try {
    const opens = [...scenarios.keys()][0] ?? null;
    const holding = { scenarios, opens };
    const { session: fit, notices } = await checkedSession(check, holding, shape.session);
    const { scenario, position, run, task = null } = fit.cursor;
    const next: LabState = {
      ...lab,
      ...broughtBack(scenarios, fit),
      scenario,
      position,
      run: run !== null && agreement.readings.has(run) ? run : REPORTED,
      task,
      clocks: NO_CLOCKS,
      gate: null,
    };
    const obstacle = obstacleTo(setting, next.scenarios, scenario);
    if (obstacle !== null)
      return { lab: null, exercises: {}, said: `It cannot be played: ${obstacle}` };
    const read = readKeptExercises(answered);
    const { exercises, misfits } = fittingExercises(setting, next.scenarios, read ?? []);
    const left = notices.map((notice) => ` ${notice[0]?.toUpperCase() ?? ''}${notice.slice(1)}.`);
    if (misfits > 0 || read === null) left.push(EXERCISES_LEFT_OUT);
    return { lab: next, exercises, said: `You go on where you were.${left.join('')}` };
  } catch {
    return { lab: null, exercises: {}, said: UNREADABLE };
  }
}

const EXERCISES_LEFT_OUT = ' Answers to questions that are not what they were are left out.';
