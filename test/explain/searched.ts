import { partyReadings } from '../../src/model/agreement.ts';
import type { Moment } from '../../src/model/moment.ts';
import { asText } from '../../src/draw/text.ts';
import type { Block } from '../../src/explain/document.ts';
import type { Searched } from '../../src/explain/search-text.ts';
import type { Standpoint } from '../../src/search/compile.ts';
import { type Goal, readGoal } from '../../src/search/goal.ts';
import { standpointsOf } from '../../src/search/standpoints.ts';
import { finish, type Work } from '../../src/search/work.ts';

/** A question put to the explorer, and from where it is searched. */
export interface Question extends Searched {
  readonly aim: Goal;
  readonly standpoints: readonly Standpoint[];
}

/** A question after a goal, under some readings (those of all parties where none are named). */
export function questionOf(
  moment: Moment,
  goal: string,
  readings: readonly string[] = [],
): Question {
  const { agreement } = moment;
  const asked = readings.length > 0 ? readings : partyReadings(agreement).map(({ id }) => id);
  const read = readGoal(agreement, goal);
  if (!read.ok) throw new Error(read.problem);
  const from = standpointsOf(moment, asked, [read.goal]);
  if (!from.ok) throw new Error(`Too much is not known: ${JSON.stringify(from.unknown)}`);
  return { moment, goal, readings: asked, aim: read.goal, standpoints: from.standpoints };
}

/** What a search finds as far as it is let: stopped after so many steps. */
export function stopped<Found>(work: Work<Found>, steps: number): Found {
  let left = steps;
  return finish(work, () => (left -= 1) < 0);
}

export const drawn = (blocks: readonly Block[]): string[] => asText(blocks, Infinity);
