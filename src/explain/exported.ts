import type { Agreement } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import { REPORTED } from '../model/terms.ts';
import type { Standpoint } from '../search/compile.ts';
import type { Goal } from '../search/goal.ts';
import { type ExportFormat, exportSystem } from '../search/export/formats.ts';
import type { About } from '../search/export/about.ts';
import { exportedPart, type Part } from '../search/export/part.ts';
import type { System } from '../search/system.ts';
import type { Work } from '../search/work.ts';
import { momentText } from './moment-text.ts';
import { listed, recordLine } from './words.ts';

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

/**
 * The transition system of one reading's run or of several at once, whole or as far as it bears on a goal, in another
 * tool's language, with the number of states that can be reached, so that the other tool's count can be set beside it.
 *
 * @returns the text of a file
 * @throws RangeError for names that the format could not hold
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
      : `under the readings ${listed(readings)} at once: an event happens where each run recognises it or has taken it already`;
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
    ...(agreement.recordEnds === null ? [] : [recordLine(agreement)]),
  ];
}
