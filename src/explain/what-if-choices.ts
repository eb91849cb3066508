import type { Moment } from '../model/moment.ts';
import {
  type GroupedOption,
  OPTION_STANDINGS,
  type OptionStanding,
  optionsGrouped,
} from '../answer/grouped-options.ts';
import { assertedAs, stageText } from './fact-text.ts';
import { line, plainWords } from './document.ts';
import { optionBlocks } from './option-text.ts';
import { outcomeWords } from './outcome-text.ts';
import { overallText } from './overall-text.ts';
import type { Choice } from './what-if-choice.ts';
import { matcher } from './filter.ts';
import { provisionOrder } from '../model/provision-order.ts';
import { standing, type Standing } from '../model/standing.ts';
import type { Mark } from './mark.ts';
import { waiverChoices } from './waiver-choices.ts';
import { underRun } from './words.ts';

const kept = new WeakMap<Moment, Map<string, readonly Choice[]>>();

/** What can be done at a moment, in the order in which it is offered. */
export const SECTIONS = ['events', 'waivers', 'stages', 'unknowns'] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_NAMES: Readonly<Record<Section, string>> = {
  events: 'Events',
  waivers: 'Waived, granted',
  stages: 'Assumed',
  unknowns: 'Not known',
};

/** What is said where a section has nothing in it. */
export const NOTHING_TO_CHOOSE: Readonly<Record<Section, string>> = {
  events: 'This agreement has no events.',
  waivers: 'Nothing can be waived or granted here: no party asks for anything or objects by now.',
  stages: 'No provision has another stage to assume.',
  unknowns: 'There is no provision whose stage could be made unknown.',
};

/** Said above a list of which none may be the one that is chosen beforehand. */
export const NONE_IS_WELCOME =
  'None of these can simply happen here: each says why. So nothing is chosen yet.';

type StandingAt = (moment: Moment, event: string) => Standing;

/**
 * What can be done at a moment, of one section, with every word of the filter in it.
 *
 * @param run the run on show
 * @param standingAt how an event stands, for who keeps what has been judged
 */
export function choices(
  moment: Moment,
  run: string,
  section: Section,
  filter: string,
  standingAt: StandingAt = standing,
): readonly Choice[] {
  let bySection = kept.get(moment);
  if (bySection === undefined) kept.set(moment, (bySection = new Map()));
  const key = `${section} ${run}`;
  let all = bySection.get(key);
  if (all === undefined)
    bySection.set(key, (all = SECTION_CHOICES[section](moment, run, standingAt)));
  if (filter.trim() === '') return all;
  const matches = matcher(filter);
  return all.filter(({ title, of, heading, reason, action }) => {
    const id = action.kind === 'event' ? action.event : action.kind;
    return matches(`${title} ${of} ${heading} ${reason} ${id}`);
  });
}

/** The first that nobody need be asked about; -1 where there is none, and the user is to choose. */
export function firstWelcome(found: readonly Choice[]): number {
  return found.findIndex(({ isWelcome }) => isWelcome);
}

const SECTION_CHOICES: Readonly<
  Record<Section, (moment: Moment, run: string, standingAt: StandingAt) => readonly Choice[]>
> = {
  events: eventChoices,
  waivers: (moment, _run, standingAt) => waiverChoices(moment, standingAt),
  stages: stageChoices,
  unknowns: unknownChoices,
};

const MARKS: Readonly<Record<OptionStanding, Mark>> = {
  possible: 'met',
  unknown: 'unknown',
  contested: 'contested',
  refused: 'unmet',
  held: 'unmet',
  already: 'notAsked',
  impossible: 'notAsked',
};

/** Every event: what no stated position refuses first, then what is not known, contested, refused, held, impossible. */
function eventChoices(moment: Moment, run: string): Choice[] {
  const { agreement } = moment;
  const order = provisionOrder(agreement).map(({ id }) => id);
  const whose = underRun(agreement, run);
  const headings: Readonly<Record<OptionStanding, string>> = {
    possible: `Possible ${whose}, and no stated position refuses it`,
    unknown: 'Turns on what is not known',
    contested: "Contested: one party's position lets it pass, another's closes it",
    refused: 'Refused by a stated position',
    held: 'Held: the model requires something first',
    already: `Already so ${whose}`,
    impossible: `Cannot happen from here ${whose}`,
  };
  return optionsGrouped(moment, run)
    .flatMap(({ title, options }) => options.map((option) => ({ ...option, region: title })))
    .toSorted(
      (left, right) =>
        OPTION_STANDINGS.indexOf(left.group) - OPTION_STANDINGS.indexOf(right.group) ||
        directionOf(left) - directionOf(right) ||
        order.indexOf(left.event.home) - order.indexOf(right.event.home),
    )
    .map((option): Choice => ({
      action: { kind: 'event', event: option.event.id },
      title: option.event.title,
      of: option.region,
      heading: headings[option.group],
      // Where nobody holds anything on it, nobody is credited with letting it pass.
      mark:
        option.group === 'possible' && option.standing.verdict === 'unstated'
          ? 'unstated'
          : MARKS[option.group],
      isWelcome: option.group === 'possible',
      canHappen: option.group !== 'impossible' && option.group !== 'held',
      reason: reasonOf(moment, option),
      details: () => optionBlocks(moment, option),
    }));
}

/** What moves things on comes before what sets them back. */
function directionOf({ event }: GroupedOption): number {
  return event.direction === 'forward' ? 0 : 1;
}

function reasonOf(
  moment: Moment,
  { group, standing: found, outcome, event }: GroupedOption,
): string {
  switch (group) {
    case 'impossible':
    case 'already':
      return plainWords(outcomeWords(moment, outcome, event.home));
    case 'held':
      return outcome.status === 'held'
        ? plainWords(outcomeWords(moment, outcome, event.home))
        : overallText(found);
    default:
      return event.gate === null ? 'nobody is reported to hold anything on it' : overallText(found);
  }
}

function stageChoices({ agreement, states }: Moment, run: string): Choice[] {
  return provisionOrder(agreement).flatMap((region) => {
    const fact = states[run]?.facts[region.id];
    if (fact === undefined) return [];
    return region.stages
      .filter(({ id }) => id !== fact.stage)
      .map((stage): Choice => ({
        action: { kind: 'assume', region: region.id, stage: stage.id },
        title: `${region.title}: ${stage.title}`,
        of: region.title,
        heading: 'Taken for granted in every run, whatever anybody asks',
        mark: 'notAsked',
        isWelcome: true,
        canHappen: true,
        reason: `now: ${assertedAs(fact)}${stageText(agreement, region.id, fact)}`,
        details: () => line('What is assumed is marked as assumed from then on.'),
      }));
  });
}

function unknownChoices({ agreement, states }: Moment, run: string): Choice[] {
  return provisionOrder(agreement).flatMap((region): Choice[] => {
    const fact = states[run]?.facts[region.id];
    if (fact === undefined) return [];
    return [
      {
        action: { kind: 'unknown', region: region.id },
        title: `${region.title}: not known`,
        of: region.title,
        heading: 'Not to be known from here on',
        mark: 'unknown',
        isWelcome: true,
        canHappen: true,
        reason: `now: ${assertedAs(fact)}${stageText(agreement, region.id, fact)}`,
        details: () =>
          line('Verdicts that turn on it become unknown, and say what could settle them.'),
      },
    ];
  });
}
