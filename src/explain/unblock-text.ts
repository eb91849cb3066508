import { type Agreement, readingTitle, regionTitle, stageTitle } from '../model/agreement.ts';
import type { Moment } from '../model/moment.ts';
import { isPublished } from '../model/position.ts';
import type {
  HeldCondition,
  HeldObjection,
  NeededStage,
  OpeningSet,
  UnblockAnswer,
  UnblockFromOne,
} from '../search/unblock.ts';
import { type Block, GAP, heading, line, phrase, phrased, rows, typed } from './document.ts';
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
import { SAYS_WHY, WITH_ASSUME } from './typed-words.ts';
import { caseBlocks } from './where-text.ts';
import { whoCanWords } from './who-can-text.ts';
import {
  AS_ASKED,
  capital,
  counted,
  inRuns,
  listed,
  readingTitles,
  underReadings,
} from './words.ts';
import { whoEach } from './who-words.ts';

/** What it says of the model, and not of the world, that no events lead to some stages. */
const NO_WAY_OF_EVENTS =
  "From here no events lead there that the parties asked and the model's own requirements let pass.";

/** The same where several states are possible: a set may have a path from some of them. */
const NO_PATH_FOR_ALL = phrased`From some of what is possible there may be a path: to ask about one case, take it for granted ${WITH_ASSUME}.`;

/** What it takes for a gate's event to be taken from here: the smallest sets of stages, and the way to each. */
export function unblockText(searched: Searched, answer: UnblockAnswer): Block[] {
  const { agreement } = searched.moment;
  const { cases } = answer;
  if (cases.length === 0) return fromBlocks(searched, answer, true);
  const gate = goalText(agreement, answer.gate ?? answer.event);
  const head =
    answer.reachable === true
      ? `${gate} can be brought about however things stand; no one path fits all that is possible here. By what is not known:`
      : `Whether ${gate} can be brought about depends on what is not known:`;
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
  const under = underReadings(agreement, ahead);
  const behind =
    answer.behind.length === 0 || ahead.length === 0
      ? ''
      : `${reachedSaid(searched, answer.behind)}; what follows is ${under}.`;
  switch (answer.state) {
    case null:
      return [];
    case 'behind':
      return line(`${reachedSaid(searched, answer.readings)}.`);
    case 'open':
      return [
        ...line(behind),
        ...line(
          `${gate} can happen at once: nothing held by ${readingTitles(agreement, ahead)}, and nothing required by the model, is in the way.`,
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
                answer.sets.length === 1
                  ? `With these stages ${gate} can happen ${under}, all else as it is:`
                  : `With each of these sets of stages ${gate} can happen ${under}, all else as it is:`,
              ),
              ...setsBlocks(searched, answer.sets, isWhole),
            ]),
        GAP,
        ...line(
          answer.reachable === false && answer.sets.length > 0
            ? phrased`None of these can be reached; ${SAYS_WHY}.`
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
    phrased`${isCertain ? '' : 'perhaps by then: '}${objectionWords(moment, objection)}`,
  ];
  return [
    ...line(`No stages open ${gate} while a party objects to it. What would have to be waived:`),
    ...rows(objections.map(said), { depth: 1 }),
  ];
}

function excludedBlocks(searched: Searched, answer: UnblockFromOne, gate: string): Block[] {
  const { moment } = searched;
  return [
    ...line(`No stages open ${gate}: these conditions cannot be met together.`),
    ...rows(
      [
        ...answer.required.map((condition) => [
          whoAsks(moment.agreement, condition),
          conditionWords(moment, condition),
        ]),
        ...answer.asked.map(({ condition, reading, isCertain }) => [
          readingTitle(moment.agreement, reading),
          phrased`${isCertain ? '' : 'perhaps by then: '}${conditionWords(moment, condition)}`,
        ]),
      ],
      { depth: 1 },
    ),
  ];
}

/**
 * The sets, one after the other; what all of several have is said once, before them.
 *
 * @param isWhole whether it is said for all that is possible at once
 */
function setsBlocks(searched: Searched, sets: readonly OpeningSet[], isWhole: boolean): Block[] {
  const saidOf = (stage: NeededStage) => JSON.stringify(stageLines(searched, stage));
  const [first, ...more] = sets.map(({ stages }) => stages.map(saidOf));
  const shared = new Set(
    more.length === 0 ? [] : first?.filter((said) => more.every((set) => set.includes(said))),
  );
  const isShared = (stage: NeededStage) => shared.has(saidOf(stage));
  const common = sets[0]?.stages.filter(isShared) ?? [];
  return [
    ...(common.length === 0 ? [] : [heading('Needed in every one of them')]),
    ...common.flatMap((stage) => stageLines(searched, stage)),
    ...sets.flatMap((set, index) => {
      const own = { ...set, stages: set.stages.filter((stage) => !isShared(stage)) };
      return setBlocks(searched, own, index, { isWhole, isOnly: sets.length === 1 });
    }),
  ];
}

function setBlocks(
  { moment, readings }: Searched,
  set: OpeningSet,
  index: number,
  { isWhole, isOnly }: { readonly isWhole: boolean; readonly isOnly: boolean },
): Block[] {
  const { agreement } = moment;
  const isApart =
    isWhole && readings.some((id) => (moment.states[id]?.worlds.open ?? []).length > 0);
  const events = (set.way ?? []).map(({ event }) => event);
  const reached =
    set.reachable === null
      ? 'not known whether events lead there'
      : set.reachable
        ? `reachable${events.length === 0 ? '' : `, by ${counted(events.length, 'event')}`}`
        : isApart
          ? 'no one path leads there from all that is possible here'
          : 'not reachable';
  return [
    heading(isOnly ? capital(reached) : `${index + 1}. ${reached}`),
    ...set.stages.flatMap((stage) => stageLines({ moment, readings }, stage)),
    ...line(events.length === 0 ? '' : 'The shortest path:', 1),
    ...whoEach(agreement, events, countedIn(moment)).flatMap((part, at) =>
      line(at === 0 ? part : phrased`then ${part}`, 2),
    ),
    ...line(set.reachable === false ? (isApart ? NO_PATH_FOR_ALL : NO_WAY_OF_EVENTS) : '', 1),
  ];
}

/** Whether a claim counts at a moment. */
function countedIn({ agreement, viewpoint }: Moment): (reference: string) => boolean {
  return (reference) => isPublished(agreement, reference, viewpoint.knownBy);
}

/** A stage that is needed: where its region stands now, what it is needed for, and who can bring it about. */
function stageLines(
  { moment, readings }: Pick<Searched, 'moment' | 'readings'>,
  stage: NeededStage,
): Block[] {
  const { agreement } = moment;
  const { region, from, isHome, required, asked } = stage;
  const title = (id: string) => stageTitle(agreement, region, id);
  const isAll = readings.every((id) => stage.readings.includes(id));
  const needed = [
    ...(isHome ? ['the event to be possible'] : []),
    ...(required.length === 0 ? [] : ['what the model itself requires']),
    ...grouped(asked, ({ reading }) => reading).map((alike) => askedSaid(agreement, alike)),
  ];
  const takingPart = stage.takingPart.filter(countedIn(moment));
  const who = whoCanWords(agreement, { ...stage, takingPart });
  const now = `Now ${title(from)}${isAll ? '' : ` ${inRuns(agreement, stage.readings)}`}`;
  return [
    ...line(
      [
        phrase(`${capital(regionTitle(agreement, region))}: ${title(stage.stage)}`),
        typed(` (${region}=${stage.stage})`, ''),
      ],
      1,
    ),
    ...line(phrased`${now}. Needed for ${listed(needed)}. Who can: ${who}.`, 2),
  ];
}

/** `what Northquay asks`, and that it may ask none of it by then. */
function askedSaid(
  agreement: Agreement,
  asked: readonly [HeldCondition, ...HeldCondition[]],
): string {
  const perhaps = asked.every(({ isCertain }) => !isCertain);
  return `what ${readingTitle(agreement, asked[0].reading)} ${perhaps ? 'may by then ask' : 'asks'}`;
}
