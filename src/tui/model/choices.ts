import { stageTitle } from '../../model/agreement.ts';
import { citationsText } from '../../model/citation.ts';
import { leavesOf } from '../../model/condition.ts';
import type { Outcome } from '../../model/run.ts';
import { REPORTED } from '../../model/runner.ts';
import { storyStep } from '../../model/story.ts';
import type { BranchAction } from '../../answer/branch.ts';
import {
  type GroupedOption,
  OPTION_STANDINGS,
  type OptionStanding,
  optionsGrouped,
} from '../../answer/grouped-options.ts';
import { outlookFrom } from '../../answer/outlook.ts';
import { type Moment, runState, type Session } from '../session.ts';
import type { Section } from '../state.ts';
import { matcher } from './filter.ts';
import { judge } from './gate-board.ts';
import { provisionOrder } from './provisions.ts';
import { type OutcomeMark, outcomeRow, type OutcomeRow } from './step-card.ts';
import { capital, controllersText, leafText, listed, readingTitle } from './wording.ts';

/** Something that the palette offers. */
export interface Choice {
  readonly action: BranchAction;
  readonly title: string;
  /** The region or the reading that it belongs to. */
  readonly of: string;
  /** What it stands under: how it stands in the run on show. */
  readonly heading: string;
  readonly mark: OutcomeMark;
  /** One line of why. */
  readonly reason: string;
  /** The rest of it, a paragraph each; made only when it is asked for. */
  readonly details: () => readonly string[];
}

const MARKS: Readonly<Record<OptionStanding, OutcomeMark>> = {
  possible: 'met',
  unknown: 'unknown',
  contested: 'unmet',
  refused: 'unmet',
  already: 'notAsked',
  impossible: 'notAsked',
};

const kept = new WeakMap<Moment['states'], Map<string, readonly Choice[]>>();

/** What can be done at a moment, of one section, with every word of the filter in it. */
export function choices(
  session: Session,
  moment: Moment,
  run: string,
  section: Section,
  filter: string,
): readonly Choice[] {
  let bySection = kept.get(moment.states);
  if (bySection === undefined) kept.set(moment.states, (bySection = new Map()));
  const key = `${section} ${run}`;
  let all = bySection.get(key);
  if (all === undefined) bySection.set(key, (all = SECTION_CHOICES[section](session, moment, run)));
  if (filter.trim() === '') return all;
  const matches = matcher(filter);
  return all.filter(({ title, of, heading, reason, action }) => {
    const id = action.kind === 'event' ? action.event : action.kind;
    return matches(`${title} ${of} ${heading} ${reason} ${id}`);
  });
}

const SECTION_CHOICES: Readonly<
  Record<Section, (session: Session, moment: Moment, run: string) => Choice[]>
> = {
  events: eventChoices,
  waivers: waiverChoices,
  stages: stageChoices,
  unknowns: unknownChoices,
};

/** Every event: the possible first, then what another reading would take, then the refused and the impossible. */
function eventChoices(session: Session, moment: Moment, run: string): Choice[] {
  const { agreement } = session;
  const groups = optionsGrouped(agreement, outlookFrom(agreement, moment.states, moment.day), run);
  const order = provisionOrder(agreement).map(({ id }) => id);
  const whose = run === REPORTED ? 'as reported' : `under ${readingTitle(agreement, run)}`;
  const headings: Readonly<Record<OptionStanding, string>> = {
    possible: `Possible ${whose}`,
    unknown: `Not known ${whose}`,
    contested: `Contested: not ${whose}, but by another party's reading`,
    refused: `Refused ${whose}`,
    already: `Would change nothing ${whose}`,
    impossible: `Not possible from here ${whose}`,
  };
  return groups
    .flatMap(({ title, options }) => options.map((option) => ({ ...option, region: title })))
    .toSorted(
      (left, right) =>
        OPTION_STANDINGS.indexOf(left.standing) - OPTION_STANDINGS.indexOf(right.standing) ||
        order.indexOf(left.event.home) - order.indexOf(right.event.home),
    )
    .map((grouped): Choice => ({
      action: { kind: 'event', event: grouped.event.id },
      title: grouped.event.title,
      of: grouped.region,
      heading: headings[grouped.standing],
      mark: MARKS[grouped.standing],
      reason: reasonOf(session, moment, run, grouped),
      details: () => detailsOf(session, moment, grouped),
    }));
}

function rowOf(session: Session, moment: Moment, grouped: GroupedOption, run: string): OutcomeRow {
  const { option, event } = grouped;
  const step = storyStep(
    { id: 'tried' },
    {
      id: 'tried',
      title: event.title,
      status: 'assumed',
      by: [],
      claims: [],
      disputedBy: [],
      event: event.id,
    },
  );
  const outcome = run === REPORTED ? option.reported : option.outcomes[run];
  return outcomeRow(session, moment, step, run, outcome ?? option.reported);
}

function reasonOf(session: Session, moment: Moment, run: string, grouped: GroupedOption): string {
  const { agreement } = session;
  const row = rowOf(session, moment, grouped, run);
  if (grouped.standing !== 'possible') {
    const takers = grouped.takenBy
      .filter(({ isStated }) => isStated)
      .map(({ reading }) => readingTitle(agreement, reading));
    const others = takers.length === 0 ? '' : `; recognised by ${listed(takers)}`;
    return `${row.reason === '' ? row.word : row.reason}${others}`;
  }
  if (grouped.event.gate === null) return 'behind no gate';
  const titles = (wanted: (outcome: Outcome) => boolean) =>
    [...agreement.readings.values()]
      .filter(({ id }) => wanted(grouped.option.outcomes[id] ?? grouped.option.reported))
      .map(({ title }) => title);
  const refusing = titles(
    ({ status, position }) => status === 'refused' && position !== 'unstated',
  );
  const heldUp = titles(({ status, position }) => status === 'refused' && position === 'unstated');
  const taking = titles(
    ({ status, position }) => status === 'recognised' && position !== 'unstated',
  );
  if (refusing.length > 0 && taking.length > 0)
    return `contested: recognised by ${listed(taking)}; refused by ${listed(refusing)}`;
  if (refusing.length === agreement.readings.size) return 'refused by every reading';
  const byModel = heldUp.length === 0 ? '' : 'held up by the model under the others';
  if (refusing.length > 0)
    return `refused by ${listed(refusing)}${byModel === '' ? '' : `, ${byModel}`}`;
  if (heldUp.length === agreement.readings.size) return 'held up by the model under every reading';
  if (taking.length > 0) return `recognised by ${listed(taking)}`;
  return 'no reading states a position on its gate';
}

function detailsOf(session: Session, moment: Moment, grouped: GroupedOption): string[] {
  const { agreement } = session;
  const { event } = grouped;
  const gate = event.gate === null ? null : (agreement.gates.get(event.gate)?.title ?? event.gate);
  const said = [...agreement.readings.keys()].map((id) => {
    const row = rowOf(session, moment, grouped, id);
    return `${row.title}: ${row.word}${row.reason === '' ? '' : ` (${row.reason})`}.`;
  });
  const missing = grouped.missing.map(
    ({ leaf, controllers, takingPart }) =>
      `${capital(leafText(agreement, leaf))}: who can bring it about: ${controllersText(agreement, controllers, takingPart)}.`,
  );
  return [
    gate === null ? 'Behind no gate.' : `Behind the gate "${gate}".`,
    `Who can bring it about: ${controllersText(agreement, event.controllers, event.claims)}.`,
    ...said,
    ...missing,
  ];
}

/** The conditions of every reading: those that hold a gate up now first; the waived ones can be taken up again. */
function waiverChoices(session: Session, moment: Moment): Choice[] {
  const { agreement } = session;
  const found = [...agreement.readings.values()].flatMap((reading) =>
    [...reading.gates].flatMap(([gate, { stated }]) =>
      (stated === null ? [] : leavesOf(stated.condition)).map((leaf): Choice & { rank: number } => {
        const isWaived = runState(moment, reading.id).waived.includes(leaf.id);
        const judged = judge(session, moment, gate, reading.id);
        const isInTheWay = judged.blocking.flat().includes(leaf.id);
        const title = agreement.gates.get(gate)?.title ?? gate;
        const rank = isWaived ? 0 : isInTheWay ? 1 : 2;
        return {
          rank,
          action: { kind: isWaived ? 'restore' : 'waive', reading: reading.id, leaf: leaf.id },
          title: leafText(agreement, leaf),
          of: reading.title,
          heading:
            ['Waived: to be asked for again', 'In the way of a gate now', 'Other conditions'][
              rank
            ] ?? '',
          mark: isWaived ? 'unknown' : isInTheWay ? 'unmet' : 'notAsked',
          reason: `before "${title}"`,
          details: () => [
            `${reading.title} asks for it before "${title}" (${leaf.basis}: ${citationsText(agreement, leaf.claims)}).`,
          ],
        };
      }),
    ),
  );
  // A condition before two gates is one condition: waiving it waives it for both.
  const once = new Map(found.map((choice) => [JSON.stringify(choice.action), choice]));
  return [...once.values()].toSorted((left, right) => left.rank - right.rank);
}

function stageChoices(session: Session, moment: Moment, run: string): Choice[] {
  const { agreement } = session;
  return provisionOrder(agreement).flatMap((region) => {
    const now = runState(moment, run).facts[region.id]?.stage ?? 'unknown';
    return region.stages
      .filter(({ id }) => id !== now)
      .map((stage): Choice => ({
        action: { kind: 'assume', region: region.id, stage: stage.id },
        title: `${region.title}: ${stage.title}`,
        of: region.title,
        heading: 'Taken for granted in every run, whatever the gates ask',
        mark: 'notAsked',
        reason: `now: ${stageTitle(agreement, region.id, now)}`,
        details: () => ['What is assumed is marked as assumed from then on.'],
      }));
  });
}

function unknownChoices(session: Session, moment: Moment, run: string): Choice[] {
  const { agreement } = session;
  return provisionOrder(agreement).map((region): Choice => {
    const now = runState(moment, run).facts[region.id]?.stage ?? 'unknown';
    return {
      action: { kind: 'unknown', region: region.id },
      title: `${region.title}: not known`,
      of: region.title,
      heading: 'Not to be known from here on',
      mark: 'unknown',
      reason: `now: ${stageTitle(agreement, region.id, now)}`,
      details: () => ['Verdicts that hang on it become not known, and say what could settle them.'],
    };
  });
}
