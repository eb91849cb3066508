import type { Command } from 'commander';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { standAt, type Standing } from '../answer/standing.ts';
import type { Holding } from '../load/library.ts';
import type { Work } from '../search/work.ts';
import { envelope } from '../report/envelope.ts';
import { recordLine } from '../report/words.ts';
import { askedDay, askedStep } from './asked.ts';
import { type Context, holdingOf, storyOf } from './context.ts';
import type * as Searching from './exploring.ts';
import { isToken } from './laboratory.ts';
import type { Finish } from './options.ts';
import { printJson, printLines } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The options of the searching commands. */
export interface ExploreOptions {
  agreement?: string;
  from?: string;
  reading?: string[];
  by?: string;
  avoid?: string[];
  alternatives?: string;
  free?: boolean;
  goal?: string[];
  slice?: string;
  format?: string;
  json?: boolean;
  verbose?: boolean;
  save?: string;
  force?: boolean;
}

export const FROM = [
  '--from <scenario[@step|day]>',
  'where the search starts (default: the end of the record)',
] as const;
export const READING = [
  '--reading <id,...>',
  'under these readings at once (default: everyone, the parties together)',
] as const;

/** Where a search starts: `SCENARIO`, `SCENARIO@STEP` or `SCENARIO@DAY`; the end of the default scenario where unsaid. */
export async function standingFrom(
  context: Context,
  holding: Holding,
  asked: string | undefined,
): Promise<Standing> {
  // A token copied from a screen may have line breaks in it, and so may what stands behind it.
  const from = asked !== undefined && isToken(asked) ? asked.replaceAll(/\s/g, '') : asked;
  const split = from?.lastIndexOf('@') ?? -1;
  const name = split < 0 ? from : from?.slice(0, split);
  const at = split < 0 ? undefined : from?.slice(split + 1);
  const { agreement, story } = await storyOf(context, holding, name === '' ? undefined : name);
  const view = { asOf: null, knownBy: null, assume: [] };
  if (at === undefined) return standAt(agreement, story, view);
  if (/^\d{4}-/.test(at))
    return standAt(agreement, story, { ...view, asOf: askedDay('--from', at) });
  return standAt(agreement, story, view, undefined, askedStep(story, '--from', at));
}

/** A whole number from 1 to 999. */
export function whole(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new UsageError(`${option} takes a whole number from 1 to 999, not "${text}"`);
  return Number(text);
}

/** What is loaded when a search is asked for. */
export type Exploring = typeof Searching;

/** What a search is given, and how it does its work. */
export interface Tools {
  readonly exploring: Exploring;
  readonly holding: Holding;
  readonly agreement: Holding['agreement'];
  readonly standing: Standing;
  readonly readings: string[];
  readonly long: <Result>(work: Work<Result>) => Promise<Result>;
  readonly width: number;
}

/**
 * Saves a branch as a scenario file, never over one that is there unless told.
 *
 * @throws UsageError where it could not be saved; the old file stands
 */
export async function saveBranch(
  context: Context,
  holding: Holding,
  branch: ScenarioFile,
  file: string,
  force: boolean,
): Promise<void> {
  const saved = await context.laboratory(holding).save(branch, file, force);
  if (saved.ok) return;
  throw new UsageError(
    `${file} ${saved.error.message}`,
    saved.exists ? 'name another file, or replace it with --force' : saved.error.hint,
  );
}

/** Runs one search and prints its answer. */
export type Answer = (command: Command, options: ExploreOptions, respond: Respond) => Promise<void>;

/** Works an answer out. */
export type Respond = (tools: Tools) => Promise<{
  text: readonly string[];
  object: Record<string, unknown>;
  code: number;
  /** Saves what was found, once the answer is printed, and says where. */
  save?: () => Promise<string[]>;
}>;

/** @throws UsageError where more runs differ than can be searched together */
async function answered(respond: Respond, tools: Tools): ReturnType<Respond> {
  try {
    return await respond(tools);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(
      error.message.replace(/\.$/, ''),
      'ask of fewer readings, or from a step where fewer stages are unknown',
    );
  }
}

/** How the searching commands answer: as text or JSON, with exit code 130 where the user stopped the work. */
export function answering(context: Context, finish: Finish): Answer {
  return async (command: Command, options: ExploreOptions, respond: Respond): Promise<void> => {
    const holding = await holdingOf(context, command.optsWithGlobals<ExploreOptions>().agreement);
    const exploring = await import('./exploring.ts');
    const standing = await standingFrom(context, holding, options.from);
    let stoppedAt: string | null = null;
    const long: Tools['long'] = async (work) => {
      const done = await exploring.doLongWork(work, context.terminal, stoppedAt !== null);
      stoppedAt ??= done.stoppedAt;
      return done.result;
    };
    const { agreement } = holding;
    const readings = exploring.readingsAsked(agreement, options.reading);
    const { text, object, code, save } = await answered(respond, {
      exploring,
      holding,
      agreement,
      standing,
      readings,
      long,
      width: context.terminal.width,
    });
    const last = standing.played.steps.at(-1)?.step.id ?? null;
    // Properties are checked from the very beginning.
    const isFromStart = command.name() === 'verify';
    if (options.json === true) {
      const from = isFromStart
        ? null
        : { scenario: standing.story.scenario.id, step: last, day: standing.day };
      await printJson(context.terminal, {
        ...envelope(agreement),
        from,
        readings,
        ...object,
        stopped: stoppedAt !== null,
        stoppedAt,
      });
    } else {
      const place = `From scenario ${standing.story.scenario.id}, ${last === null ? 'before its first step' : `after step ${last}`}.`;
      await printLines(context.terminal, [
        ...(isFromStart ? [] : [place]),
        ...text,
        ...(stoppedAt === null
          ? []
          : [`Stopped at: ${stoppedAt}; nothing behind it was looked at.`]),
        recordLine(agreement),
      ]);
    }
    // What was found out is printed even where it cannot be saved.
    const saved = (await save?.()) ?? [];
    if (options.json !== true && saved.length > 0) await printLines(context.terminal, saved);
    finish(stoppedAt === null ? code : 130);
  };
}
