import { type Agreement, readingTitle, regionTitle, stageTitle } from '../model/agreement.ts';
import { isPublished } from '../model/position.ts';
import type {
  HeldCondition,
  HeldObjection,
  NeededStage,
  OpeningSet,
  UnblockAnswer,
  UnblockFromOne,
} from '../search/unblock.ts';
import { type Block, GAP, heading, line, type Phrase, phrased, rows } from './document.ts';
import { grouped } from './grouped.ts';
import { reachedSaid, whereLeftSaid } from './reached-text.ts';
import {
  completeness,
  conditionWords,
  goalText,
  objectionWords,
  type Searched,
  whoAsks,
} from './search-text.ts';
import { caseBlocks } from './where-text.ts';
import { whoCanWords } from './who-can-text.ts';
import { AS_ASKED, capital, counted, inRuns, listed, readingTitles } from './words.ts';
import { whoTogether } from './who-words.ts';

/** What it says of the model, and not of the world, that no events lead to some stages. */
const NO_WAY_OF_EVENTS =
  'No events of the model that are neither refused nor held back lead there from here.';

/** What it takes for a gate's event to be taken from here: the smallest sets of stages, and the way to each. */
export function unblockText(searched: Searched, answer: UnblockAnswer): Block[] {
  const { agreement } = searched.moment;
  const { cases } = answer;
  if (cases.length === 0) return fromBlocks(searched, answer, true);
  const gate = goalText(agreement, answer.gate ?? answer.event);
  const head =
    answer.reachable === true
      ? `${gate} can come to happen however things stand; no one row of events leads there from all that is possible here. By what is not known:`
      : `Whether ${gate} can come to happen depends on what is not known:`;
  return [
    ...line(head),
    ...caseBlocks(agreement, cases, (each) => fromBlocks(searched, each, false)),
    GAP,
    ...line(AS_ASKED),
    ...line(completeness(answer.complete)),
  ];
}

/** What it takes where it is known how things stand, or for all that may be at once. */
function fromBlocks(searched: Searched, answer: UnblockFromOne, isWhole: boolean): Block[] {
  const { agreement } = searched.moment;
  const gate = goalText(agreement, answer.gate ?? answer.event);
  const ahead = answer.readings.filter((id) => !answer.behind.includes(id));
  const under = readingTitles(agreement, ahead);
  const behind =
    answer.behind.length === 0 || ahead.length === 0
      ? ''
      : `${reachedSaid(searched, answer.behind)}; the rest is asked of ${under}.`;
  switch (answer.state) {
    case null:
      return [];
    case 'behind':
      return line(`${reachedSaid(searched, answer.readings)}.`);
    case 'open':
      return [
        ...line(behind),
        ...line(
          `${gate} can happen at once: nothing held by ${under}, and nothing required by the model, is in the way.`,
        ),
        ...line(whereLeftSaid(searched, answer.readings)),
      ];
    case 'closed':
      return [
        ...line(behind),
        ...(answer.sets.length === 0
          ? answer.objections.length > 0
            ? objectedBlocks(searched, answer, gate)
            : excludedBlocks(searched, answer, gate)
          : [
              ...line(
                `With each of these sets of stages ${gate} can happen under ${under}, all else as it is:`,
              ),
              ...answer.sets.flatMap((set, index) => setBlocks(searched, set, index)),
            ]),
        GAP,
        ...line(
          answer.reachable === false && answer.sets.length > 0
            ? 'None of these can be reached; `plan`, asked the same, says why.'
            : '',
        ),
        ...(isWhole ? [...line(AS_ASKED), ...line(completeness(answer.complete))] : []),
      ];
  }
}

function objectedBlocks(searched: Searched, { objections }: UnblockFromOne, gate: string): Block[] {
  const { moment } = searched;
  const said = ({ objection, isCertain }: HeldObjection) => [
    readingTitle(moment.agreement, objection.reading),
    phrased`${isCertain ? '' : 'may by then object: '}${objectionWords(moment, objection)}`,
  ];
  return [
    ...line(
      `No stages open ${gate} while it is objected to; an objection would have to be waived:`,
    ),
    ...rows(objections.map(said), { depth: 1 }),
  ];
}

function excludedBlocks(searched: Searched, answer: UnblockFromOne, gate: string): Block[] {
  const { moment } = searched;
  return [
    ...line(`No stages open ${gate}: what is asked before it excludes each other.`),
    ...rows(
      [
        ...answer.required.map((condition) => [
          whoAsks(moment.agreement, condition),
          conditionWords(moment, condition),
        ]),
        ...answer.asked.map(({ condition, reading, isCertain }) => [
          readingTitle(moment.agreement, reading),
          phrased`${isCertain ? '' : 'may by then ask: '}${conditionWords(moment, condition)}`,
        ]),
      ],
      { depth: 1 },
    ),
  ];
}

function setBlocks({ moment, readings }: Searched, set: OpeningSet, index: number): Block[] {
  const { agreement, viewpoint } = moment;
  const counts = (reference: string) => isPublished(agreement, reference, viewpoint.knownBy);
  const events = (set.way ?? []).map(({ event }) => event);
  const reached =
    set.reachable === null
      ? 'not known whether events lead there'
      : set.reachable
        ? `reachable${events.length === 0 ? '' : `, by ${counted(events.length, 'event')}`}`
        : 'not reachable';
  return [
    heading(`${index + 1}. ${reached}`),
    ...rows(
      set.stages.map((stage) => [
        `${stage.region}=${stage.stage}`,
        stageSaid(moment.agreement, stage, readings, counts),
      ]),
      { depth: 1 },
    ),
    ...line(
      events.length === 0
        ? ''
        : phrased`The shortest way: ${whoTogether(agreement, events, counts)}.`,
      1,
    ),
    ...line(set.reachable === false ? NO_WAY_OF_EVENTS : '', 1),
  ];
}

/** A stage that is needed: where its region stands now, what it is needed for, and who can bring it about. */
function stageSaid(
  agreement: Agreement,
  stage: NeededStage,
  readings: readonly string[],
  counts: (reference: string) => boolean,
): Phrase[] {
  const { region, from, isHome, required, asked } = stage;
  const title = (id: string) => stageTitle(agreement, region, id);
  const isAll = readings.every((id) => stage.readings.includes(id));
  const needed = [
    ...(isHome ? ['the event to be possible'] : []),
    ...(required.length === 0
      ? []
      : [`the model itself (${required.map(({ id }) => id).join(', ')})`]),
    ...grouped(asked, ({ reading }) => reading).map((alike) => askedSaid(agreement, alike)),
  ];
  const who = whoCanWords(agreement, { ...stage, takingPart: stage.takingPart.filter(counts) });
  return phrased`${capital(regionTitle(agreement, region))}: ${title(stage.stage)} (now ${title(from)}${isAll ? '' : ` ${inRuns(agreement, stage.readings)}`}). Needed for ${listed(needed)}. Who can: ${who}.`;
}

function askedSaid(
  agreement: Agreement,
  asked: readonly [HeldCondition, ...HeldCondition[]],
): string {
  const ids = asked.map(
    ({ condition, isCertain }) => `${condition.id}${isCertain ? '' : ', perhaps'}`,
  );
  return `${readingTitle(agreement, asked[0].reading)} (${ids.join(', ')})`;
}
