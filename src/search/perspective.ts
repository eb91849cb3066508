import { partyReadings } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import type { RunState } from '../model/run-state.ts';
import { REPORTED } from '../model/terms.ts';
import type { World } from '../model/worlds.ts';
import type { Standpoint } from './compile.ts';
import { standpointAt, termsAt } from './standpoints.ts';

/** Several parties' readings at once: only what each of their runs lets pass happens. */
export const EVERYONE = 'everyone';

/** Something that is not known, in the runs that it is not known in: the same in all of them, whatever it is. */
export interface OpenChoice {
  /** The regions whose stages hang together. */
  readonly regions: readonly string[];
  readonly readings: readonly string[];
  /** What they may be. */
  readonly worlds: readonly World[];
}

/** Under what everything is explored: one reading, or several at once. */
export interface Perspective {
  /** A reading, or {@link EVERYONE}. */
  readonly reading: string;
  /** One a reading; where something is not known, as if it were the first of what it may be. */
  readonly standpoints: readonly Standpoint[];
  readonly choices: readonly OpenChoice[];
}

export interface PerspectivesRequest {
  /** The start of the agreement, or where each run stands at the moment. Positions and waivers are those of the moment. */
  readonly from: 'start' | 'moment';
  /** Readings, `reported` or {@link EVERYONE}; each reading and everyone where none are named. */
  readonly readings?: readonly string[];
}

/** Under what properties are checked: each reading by itself, and after them the parties' at once where there are several. */
export function perspectivesOf(
  moment: Moment,
  { from, readings = [] }: PerspectivesRequest,
): Perspective[] {
  const { agreement } = moment;
  const parties = partyReadings(agreement).map(({ id }) => id);
  const all = [...agreement.readings.keys(), ...(parties.length > 1 ? [EVERYONE] : [])];
  return (readings.length === 0 ? all : readings).map((reading): Perspective => {
    const own = reading === EVERYONE ? parties : [reading];
    const states = own.map((id) => [id, stateUnder(moment, id)] as const);
    return {
      reading,
      standpoints: states.map(([id, state]) => {
        const terms = termsAt(moment, id, state);
        return from === 'start' ? { terms } : standpointAt(agreement, terms, firstOf(state));
      }),
      choices: from === 'start' ? [] : choicesIn(moment, states),
    };
  });
}

function stateUnder({ agreement, states }: Moment, reading: string): RunState {
  const state = states[reading];
  if (state === undefined)
    throw new Error(
      `The agreement ${agreement.id} has no reading ${reading}, nor is it ${REPORTED}.`,
    );
  return state;
}

function firstOf({ worlds: { known, open } }: RunState): World {
  return Object.assign({ ...known }, ...open.map(({ worlds }) => worlds[0] ?? {})) as World;
}

/** What is not known: parts that may be the same in several runs are one, for whatever is so is so in all of them. */
function choicesIn(
  { agreement }: Moment,
  states: readonly (readonly [reading: string, state: RunState])[],
): OpenChoice[] {
  const choices = new Map<string, { readings: string[] } & Omit<OpenChoice, 'readings'>>();
  for (const [reading, { worlds }] of states)
    for (const part of worlds.open) {
      const texts = part.worlds.map((world) => JSON.stringify(Object.entries(world).toSorted()));
      const key = texts.toSorted().join(' ');
      const known = choices.get(key);
      if (known === undefined) {
        const regions = part.keys.filter((id) => agreement.regions.has(id));
        choices.set(key, { regions, readings: [reading], worlds: part.worlds });
      } else known.readings.push(reading);
    }
  return [...choices.values()];
}
