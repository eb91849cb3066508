import {
  type Agreement,
  conditionTitle,
  readingTitle,
  regionTitle,
  stageTitle,
} from '../model/agreement.ts';
import type { Force, HeldUp, Required, Why } from '../answer/why.ts';
import { waysOn } from '../answer/ways-on.ts';
import type { Moment } from '../model/moment.ts';
import { isPublished } from '../model/position.ts';
import { REPORTED } from '../model/terms.ts';
import { claimStatements } from './claims-text.ts';
import { howEnded } from './ending-text.ts';
import { conditionDaysText } from './condition-text.ts';
import {
  type Block,
  GAP,
  heading,
  line,
  type Phrase,
  phrase,
  phrased,
  rows,
  type Words,
} from './document.ts';
import { factWords } from './fact-text.ts';
import { momentFoot, momentHead, nothingPublishedText } from './moment-text.ts';
import { MAY_STAND_HERE, STANDS_HERE } from './here-text.ts';
import type { TextOptions } from './text-options.ts';
import { whoWords } from './who-words.ts';
import {
  capital,
  citedPhrase,
  CONDITION_WORDS,
  eventName,
  inRuns,
  listed,
  listedStages,
  restsOnPhrase,
  runTitle,
  toldTitle,
} from './words.ts';

/** Whether a condition counts by the day, where that is not plain. */
const FORCE: Readonly<Record<Force, string>> = {
  certain: '',
  perhaps: ', perhaps not asked yet',
  notYet: ', not yet asked',
  over: ', no longer asked',
};

/**
 * Where a region stands, what can move it, and what its stage holds up: the events that wait for it, the readings that
 * ask for it, and their claims.
 *
 * @param run in whose run it is said what can move it
 */
export function whyText(
  moment: Moment,
  why: Why,
  { verbose }: TextOptions,
  run: string = REPORTED,
): Block[] {
  const { agreement } = moment;
  const { region, stage } = why;
  const asked = stage === null ? '' : `: ${stageTitle(agreement, region, stage)}`;
  const nothing = nothingPublishedText(moment);
  const what = `${capital(regionTitle(agreement, region))}${asked}`;
  if (nothing !== '')
    return [...momentHead(moment), heading(what), ...line(nothing), ...momentFoot(moment)];
  const said = [
    heading(what),
    ...factLines(moment, why),
    ...(stage === null ? stageBlocks(moment, region, run) : []),
    ...wayBlocks(moment, region, run),
    ...heldBlocks(moment, why),
    GAP,
    ...line(
      why.claims.length === 0
        ? 'No claim speaks of it.'
        : phrased`Claims that speak of it: ${citedPhrase(agreement, why.claims)}.`,
    ),
    ...(verbose ? claimStatements(agreement, claimsIn(why)) : []),
  ];
  return [
    ...momentHead(moment),
    ...said,
    ...momentFoot(moment, said, { regions: new Set([region]) }),
  ];
}

/** Where the region stands as reported, and in the runs in which it stands otherwise. */
function factLines(moment: Moment, { region, facts }: Why): Block[] {
  const { agreement } = moment;
  const ordered = facts.toSorted(
    (left, right) => Number(right.runs.includes(REPORTED)) - Number(left.runs.includes(REPORTED)),
  );
  return ordered.flatMap(({ runs, fact, disputedBy }) => {
    const whose = runs.includes(REPORTED)
      ? capital(toldTitle(moment.story.scenario.kind))
      : `As recognised by ${listed(runs.map((run) => runTitle(agreement, run)))}`;
    return line(phrased`${whose}: ${factWords(moment, region, fact, disputedBy)}.`, 1);
  });
}

/** All stages of a region, and at which of them a run has it. */
function stageBlocks({ agreement, states }: Moment, region: string, run: string): Block[] {
  const possible = states[run]?.facts[region]?.possible ?? [];
  const here = possible.length > 1 ? MAY_STAND_HERE : STANDS_HERE;
  const stages = agreement.regions.get(region)?.stages ?? [];
  return [
    heading('Its stages, and the level (0 to 3) that the author gives each'),
    ...rows(
      stages.map(({ id, title, level }) => {
        const isHere = possible.includes(id);
        return [
          [phrase(title, isHere ? 'strong' : 'plain')],
          level === null ? 'not coded' : `level ${level}`,
          isHere ? here : '',
        ];
      }),
      { depth: 1 },
    ),
  ];
}

/** What can move a region from where a run has it, and who can bring that about. */
function wayBlocks(moment: Moment, region: string, run: string): Block[] {
  const { agreement, viewpoint } = moment;
  const counts = (reference: string) => isPublished(agreement, reference, viewpoint.knownBy);
  const whose = run === REPORTED ? '' : `, ${inRuns(agreement, [run])}`;
  const ways = waysOn(moment, region, run);
  return [
    heading(`What can move it from here${whose}`, { basis: 'derived' }),
    ...(ways.length === 0 ? line('Nothing in the model.', 1) : []),
    ...ways.flatMap(({ event, to }) => {
      const stages = to.map((stage) => stageTitle(agreement, region, stage));
      const assumed =
        event.assumed === null ? '' : ` Assumed by the model itself: ${event.assumed}`;
      return line(
        [
          phrase(`To ${listedStages(stages, 'or')}: `),
          phrase(event.title, 'strong'),
          ...phrased` (${eventName(event)}). Who can: ${whoWords(agreement, event.id, counts)}.`.map(
            quietly,
          ),
          phrase(assumed, 'quiet'),
        ],
        1,
      );
    }),
  ];
}

function quietly(each: Phrase): Phrase {
  return { ...each, tone: 'quiet' };
}

function heldBlocks(moment: Moment, why: Why): Block[] {
  const { agreement } = moment;
  const { heldUp, required, inTheWay, stage } = why;
  const events = new Set([...required, ...heldUp, ...inTheWay].map(({ event }) => event));
  if (events.size === 0)
    return [
      GAP,
      ...line(
        `Nobody is reported to ask for ${stage === null ? 'any stage of it' : 'this stage'}, and the model requires none; so it holds nothing up.`,
      ),
    ];
  return [...events].flatMap((event) => {
    const own = heldUp.filter((held) => held.event === event);
    const models = required.filter((held) => held.event === event);
    const waits = [...own, ...models].some(({ blocks }) => blocks);
    const isAsked = own.length + models.length > 0;
    return [
      heading(
        `${event.title} (${eventName(event)})${isAsked ? (waits ? ' waits for it' : ' asks for it') : ''}`,
      ),
      ...rows(
        [
          ...models.map((held) => requiredRow(agreement, held)),
          ...own.map((held) => heldRow(moment, held)),
        ],
        { depth: 1 },
      ),
      ...inTheWay
        .filter((said) => said.event === event)
        .flatMap(({ claims }) =>
          line(
            phrased`Said to stand in the way, without being a condition: ${citedPhrase(agreement, claims)}.`,
            1,
          ),
        ),
    ];
  });
}

function heldRow(moment: Moment, held: HeldUp): Words[] {
  const { agreement } = moment;
  const { status, statement, force, ended } = held;
  const { condition, claims } = status;
  const { mark, word } = CONDITION_WORDS[status.status];
  return [
    readingTitle(agreement, held.reading),
    `${mark} ${word}${FORCE[force]}`,
    phrased`${conditionTitle(agreement, condition)}${conditionDaysText(condition)} (${condition.id})${restsOnPhrase(agreement, claims, statement.basis)}${ended === null ? '' : phrased`; ${howEnded(moment, ended)}`}`,
  ];
}

function requiredRow(agreement: Agreement, { status }: Required): Words[] {
  const { condition, claims } = status;
  const { mark, word } = CONDITION_WORDS[status.status];
  return [
    'the model itself',
    `${mark} ${word}`,
    phrased`${conditionTitle(agreement, condition)} (${condition.id})${restsOnPhrase(agreement, claims, condition.basis)}`,
  ];
}

/** Every claim that the answer names. */
function claimsIn({ facts, heldUp, required, inTheWay, claims }: Why): string[] {
  return [
    ...facts.flatMap(({ fact }) => fact.claims),
    ...[...heldUp, ...required].flatMap(({ status }) => status.claims),
    ...inTheWay.flatMap((said) => said.claims),
    ...claims,
  ];
}
