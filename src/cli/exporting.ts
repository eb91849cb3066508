import type { Agreement } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import { REPORTED } from '../model/terms.ts';
import type { Standpoint } from '../search/compile.ts';
import type { Goal } from '../search/goal.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportSystem,
  PICTURE_FORMATS,
} from '../search/export/formats.ts';
import type { About } from '../search/export/about.ts';
import { exportedPart, type Part } from '../search/export/part.ts';
import type { System } from '../search/system.ts';
import type { Work } from '../search/work.ts';
import { momentText } from '../explain/moment-text.ts';
import { listed, recordLine } from '../explain/words.ts';
import { known, knownOnes } from './asked.ts';
import { UsageError } from './usage-error.ts';

/** What is to be exported, and what the file says of it. */
export interface ExportRequest {
  readonly format: ExportFormat;
  /** One for each reading. */
  readonly standpoints: readonly Standpoint[];
  readonly goal: { readonly text: string; readonly asked: Goal } | null;
  /** Where the runs start; null for the very beginning. */
  readonly moment: Moment | null;
  /** The regions that a picture is to show; null for all of them. */
  readonly regions: ReadonlySet<string> | null;
}

/** One of the formats that there are. */
export function formatAsked(format: string): ExportFormat {
  // A trace is written elsewhere, and is a format all the same.
  known('format', format, [...EXPORT_FORMATS, 'itf']);
  return EXPORT_FORMATS.find((each) => each === format) ?? 'json';
}

/** The regions that a picture is to show; null where none were named. */
export function regionsAsked(
  agreement: Agreement,
  format: ExportFormat,
  texts: readonly string[] | undefined,
): ReadonlySet<string> | null {
  const ids = knownOnes('region', texts, agreement.regions.keys());
  if (ids === undefined) return null;
  if (!PICTURE_FORMATS.includes(format))
    throw new UsageError(
      'keys-at-odds',
      `--region is for pictures: ${PICTURE_FORMATS.join(', ')}`,
      'for a system that can be run, --slice GOAL leaves out what does not bear on the goal',
    );
  return new Set(ids);
}

/**
 * The transition system of one reading's run or of several at once, whole or as far as it bears on a goal, in another
 * tool's language, with the number of states that can be reached, so that the other tool's count can be set beside it.
 */
export function* exported(agreement: Agreement, request: ExportRequest): Work<string> {
  const { format, standpoints, goal, regions } = request;
  const part = yield* exportedPart(agreement, standpoints, goal?.asked ?? null);
  const about: About = {
    lines: whatItIs(agreement, request, part),
    states: part.states,
    goal:
      goal === null || part.goal === null
        ? null
        : {
            text: `${goal.text}${part.runs.length > 1 ? ', in every run' : ''}`,
            guard: part.goal,
            reachable: part.goalReachable,
          },
    agreement,
  };
  return exportSystem(part.system, format, about, regions);
}

function whatItIs(
  agreement: Agreement,
  { standpoints, goal, moment, regions: shown }: ExportRequest,
  { system, whole, runs }: Part,
): string[] {
  const readings = standpoints.map(({ terms }) => terms.reading);
  const [only] = readings;
  const whose =
    readings.length === 1
      ? `under ${only === REPORTED ? 'no reading, as reported: no gate asks anything' : `the reading ${only}`}`
      : `under the readings ${listed(readings)} at once: an event happens where each run recognises it or has it behind it`;
  const waived = standpoints.flatMap(({ terms }) =>
    terms.waived.map((condition) => `${terms.reading}:${condition}`),
  );
  const day = standpoints[0]?.terms.day ?? null;
  const several = runs.filter(({ readings: own }) =>
    system.regions.some(({ id }) => id.endsWith(`@${own[0]}`)),
  );
  const sizes = (of: System): [number, number] => [
    new Set(of.events.map(({ id }) => id)).size,
    of.regions.length,
  ];
  const [[events, regions], [allEvents, allRegions]] = [sizes(system), sizes(whole)];
  return [
    `${agreement.title}: the transition system ${whose}.`,
    `From ${moment === null ? 'the very beginning' : `scenario ${momentText(moment)}`}${day === null ? '' : `, what parties hold as it stands on ${day}`}.`,
    ...(waived.length === 0 ? [] : [`Waived: ${waived.join(', ')}.`]),
    ...(goal === null
      ? []
      : [
          `A slice, what bears on the goal ${goal.text}: ${events} of ${allEvents} events, ${regions} of ${allRegions} regions.`,
        ]),
    ...(shown === null ? [] : [`Shown: ${[...shown].join(', ')}, of ${regions} regions.`]),
    ...(several.length === 0
      ? []
      : [
          `A region in which the runs can differ is there once for each: ${several
            .map(({ readings: own }) =>
              own.length === 1 ? own[0] : `${own[0]} (${listed(own)} alike)`,
            )
            .join(', ')}.`,
        ]),
    recordLine(agreement),
  ];
}
