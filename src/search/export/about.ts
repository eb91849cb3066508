import type { Agreement } from '../../model/agreement.ts';
import type { Guard } from '../system.ts';

/** What the exported part was cut for, over its own regions. */
export interface ExportedGoal {
  /** The goal as it was asked for. */
  readonly text: string;
  readonly guard: Guard;
  /** Whether a state that meets it can be reached; null where the search ended too early to know. */
  readonly reachable: boolean | null;
}

/** What a file for another tool says about itself, at its top. */
export interface About {
  /** Line by line: title, readings, from where, of which day, how it was cut. */
  readonly lines: readonly string[];
  /** How many states of the exported system can be reached, by our count; null where it was not counted to the end. */
  readonly states: bigint | null;
  readonly goal: ExportedGoal | null;
  /** Where titles come from; without it what is drawn has the ids. */
  readonly agreement?: Agreement;
}

/** Of a system that comes without a word. */
export const UNSAID: About = { lines: [], states: null, goal: null };

/** How another tool is asked the same questions, line by line; what is to be typed stands in by two spaces. */
export interface Instructions {
  readonly count: readonly string[];
  readonly goal: readonly string[];
}

/**
 * What stands at the top of a file: what it is, how many states we count, and how the file's tool counts them and
 * looks for the goal. The lines are plain: without control characters, and without what no text file may hold.
 */
export function headOf({ lines, states, goal }: About, ask: Instructions): string[] {
  const counted =
    states === null
      ? 'phasegate did not count the reachable states to the end.'
      : `Reachable states, as phasegate counts them: ${states}`;
  const paragraphs = [lines, [counted, ...ask.count]];
  if (goal !== null) paragraphs.push([spokenGoal(goal), ...ask.goal]);
  return paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .flatMap((paragraph, index) => (index === 0 ? paragraph : ['', ...paragraph]))
    .map(plain);
}

/** Without control and formatting characters, line breaks of any kind, and what XML does not allow. */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, ' ');
}

/** The most states for which a search that stores them one by one is worth its memory: some gigabytes. */
const MOST_STORED = 100_000_000n;

/** Whether a search that stores states one by one can be expected to end; where nothing was counted it may try. */
export function canBeStored(states: bigint | null): boolean {
  return states === null || states <= MOST_STORED;
}

/** Instead of instructions for a search that stores states one by one. */
export const TOO_MANY_TO_STORE =
  'No tool that stores states one by one gets through so many: export a slice (--slice GOAL), which has fewer.';

function spokenGoal({ text, reachable }: ExportedGoal): string {
  if (reachable === null)
    return `The goal: ${text}. phasegate does not know whether it can be reached.`;
  return `The goal: ${text}. It ${reachable ? 'can' : 'cannot'} be reached, says phasegate.`;
}
