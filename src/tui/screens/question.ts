import { dutiesAt } from '../../answer/duties.ts';
import { eventsFound, type Found } from '../../answer/found.ts';
import { type PropertyRow, propertyRows, readingsOf, shownBy } from '../../answer/property-rows.ts';
import { line, type Line, text } from '../../draw/line.ts';
import { blockLines, withoutHead } from '../../draw/lines.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { outcomeSign } from '../../draw/signs.ts';
import { gateText } from '../../explain/check-text.ts';
import type { Block } from '../../explain/document.ts';
import { boundBlocks } from '../../explain/duties-text.ts';
import { foundText, wayTitle } from '../../explain/found-text.ts';
import type { Mark } from '../../explain/mark.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import {
  countBlocks,
  propertyBlocks,
  underText,
  verdictInWords,
} from '../../explain/property-text.ts';
import { questionHead } from '../../explain/question-text.ts';
import { wantedHead, wantedWay } from '../../explain/wanted-text.ts';
import { counted, PROPERTY_WORDS, underRun } from '../../explain/words.ts';
import { type Question, wayTo } from '../../lab/question.ts';
import { partyReadings } from '../../model/agreement.ts';
import type { Moment } from '../../model/moment.ts';
import type { Verified } from '../../search/verify-all.ts';
import type { PropertyVerdict, Shown } from '../../search/verify.ts';
import { wanted, wayAsked } from '../lab/day-and-reason.ts';
import { keySaid } from '../bound-keys.ts';
import { below, sent } from '../moves.ts';
import { type Session, standingAt } from '../session.ts';
import type { Overlay, State } from '../state.ts';
import { type Page, page, WIDEST_TEXT } from '../views/page.ts';
import { listPage, type ListRow } from '../views/listing.ts';
import { asked, ASKING } from './keys/asking.ts';
import { CHOOSE, PAGE_KEYS } from './keys/kinds.ts';
import { CITATIONS, SHARE } from './keys/showing.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

type Asked = OverlayOf<'question'>;

/** Why nothing can be taken over; null where something can. */
function playObstacle({ question, answer, selected }: Asked): string | null {
  if (question.wanted !== undefined) return answer === null ? 'The search is still running.' : null;
  if (answer?.kind === 'properties') {
    const shown = shownOf(propertyRows(answer.answer)[selected]);
    if (shown === null) return 'No course of events shows it.';
    const { events, forEver } = shown;
    return events.length + (forEver?.length ?? 0) > 0
      ? null
      : 'It is so already: nothing has to happen.';
  }
  return eventsFound(answer).length > 0 ? null : 'There is nothing to play here.';
}

/** Whether it can be asked under all readings at once as well as under one. */
function hasBoth({ question: { kind } }: Asked): boolean {
  return kind === 'plan' || kind === 'coalitions';
}

function wantedOf(overlay: Overlay | undefined): string | undefined {
  return overlay?.kind === 'question' ? overlay.question.wanted : undefined;
}

const KEYS: readonly Binding<Asked>[] = [
  SHARE,
  ...ASKING,
  {
    id: 'everyone',
    keys: ['e'],
    group: 'Ask',
    label: 'everyone or one',
    rank: 4,
    help: 'Ask for all parties at once, or for one party.',
    does(session, state, { question: { kind, isForEveryone, wanted: event, moment } }) {
      if (event === undefined) return asked(session, state, kind, !isForEveryone);
      const question = wayTo(session.agreement, event, state.run, !isForEveryone);
      return wayAsked(below(state), { ...question, moment });
    },
    obstacle: (_session, _state, overlay) =>
      hasBoth(overlay) ? null : 'This is not asked under one reading or all of them.',
  },
  {
    ...CHOOSE,
    group: 'Ask',
    label: ({ overlays }) => (wantedOf(overlays.at(-1)) === undefined ? 'play it' : 'take it'),
    help: 'Play the path, the witness or the counterexample as a branch of your own, step by step.',
    obstacle: (_session, _state, overlay) => playObstacle(overlay),
  },
  {
    id: 'alone',
    keys: ['o'],
    group: 'Ask',
    label: 'only it',
    rank: 1.5,
    help: 'Let what you chose happen by itself, without what has to come first: it is assumed, and each run says what it makes of it.',
    does: (session, state, overlay) => wanted(session, state, overlay, true),
    obstacle: (_session, _state, { question, answer }) =>
      question.wanted !== undefined && eventsFound(answer).length > 1
        ? null
        : 'There is nothing here that other steps come before.',
  },
  CITATIONS,
];

/** Something that was asked from here, and its answer. */
export const QUESTION: Screen<Asked> = {
  title: 'Asked from here',
  about:
    'Answers from where things stand now. Paths and coalitions are exact: every reachable state was looked at.',
  keys: [...KEYS, ...PAGE_KEYS],
  view: (session, state, overlay, columns) => questionPage(session, state.run, overlay, columns),
  rows: (_session, _state, { answer }) =>
    answer?.kind === 'properties' ? propertyRows(answer.answer).length : null,
  enter(session, state, overlay) {
    const { question, answer } = overlay;
    if (answer?.kind === 'properties') return played(session, state, overlay, answer.answer);
    if (question.wanted !== undefined) return wanted(session, state, overlay);
    const events = eventsFound(answer);
    const event = session.agreement.gates.get(question.gate)?.event ?? question.gate;
    return sent(session, below(state), {
      kind: 'lay',
      title: wayTitle(session, event),
      events,
    });
  },
};

function shownOf(row: PropertyRow | undefined): Shown | null {
  return row === undefined ? null : shownBy(row.under);
}

/** What shows the chosen property to hold or to fail, as a branch from here; where nothing does, that is said. */
function played(session: Session, state: State, { selected }: Asked, verified: Verified): State {
  const { agreement } = session;
  const row = propertyRows(verified)[selected];
  if (row === undefined) return below(state);
  const { property, verdict } = row;
  const shown = shownOf(row);
  if (shown === null) return state;
  const parties = partyReadings(agreement).map(({ id }) => id);
  const [one] = readingsOf(row, parties);
  const title = `${verdict === 'fails' ? 'How it fails' : 'How it comes about'}: ${property.title}`;
  const events = [...shown.events, ...(shown.forEver ?? [])];
  const next = sent(session, below(state), { kind: 'lay', title, events });
  // It comes out so under these readings: the run on show is one of them.
  return one === undefined || next.scenario === state.scenario ? next : { ...next, run: one };
}

/** An answer in lines that can be read, however wide the screen; its tables take what they need. */
function drawn(session: Session, blocks: readonly Block[], columns: number): Line[] {
  return blockLines(session.theme, blocks, columns, WIDEST_TEXT);
}

/** Something that was asked from here, and its answer once there is one. */
function questionPage(
  session: Session,
  run: string,
  { question, answer, selected }: { question: Question; answer: Found | null; selected: number },
  columns: number,
): Page {
  const { moment } = question;
  const nothing = nothingPublishedText(moment);
  const { kind } = question;
  if (kind === 'missing') return page(missingLines(session, question, columns));
  const over = questionHead(session.agreement, { ...question, kind });
  const head = drawn(session, [over], columns);
  if (nothing !== '')
    return page([...head, [], ...paragraph(nothing, Math.min(columns, WIDEST_TEXT))]);
  if (kind === 'duties')
    return page([...head, [], ...drawn(session, boundBlocks(moment, dutiesAt(moment)), columns)]);
  if (question.wanted !== undefined)
    return page(wantedLines(session, { event: question.wanted, run }, question, answer, columns));
  if (answer?.kind === 'properties')
    return propertiesPage(session, { moment, verified: answer.answer, selected }, head, columns);
  return page([
    ...head,
    [],
    ...(answer === null
      ? [line(`Searching; ${keySaid(session, 'close', 'escape')} leaves it.`, 'quiet')]
      : answerLines(session, question, answer, columns)),
  ]);
}

/** What has to come before an event that cannot happen yet, to be taken with it; or why nothing was found. */
function wantedLines(
  session: Session,
  { event, run }: { event: string; run: string },
  question: Question,
  answer: Found | null,
  columns: number,
): Line[] {
  const { moment, isForEveryone } = question;
  const [enter, escape] = [
    keySaid(session, 'accept', 'enter'),
    keySaid(session, 'close', 'escape'),
  ];
  const quietly = (words: string) => paragraph(words, Math.min(columns, WIDEST_TEXT), 0, 'quiet');
  const head = [...drawn(session, wantedHead(moment, event, run), columns), []];
  if (answer === null)
    return [...head, line(`Searching for what has to come first; ${escape} leaves it.`, 'quiet')];
  const events = eventsFound(answer);
  const under = isForEveryone ? underRun(session.agreement, run) : 'for all parties at once';
  if (events.length === 0)
    return [
      ...head,
      ...answerLines(session, question, answer, columns),
      [],
      ...quietly(
        `${enter} lets it happen all the same, and shows what each reading makes of it. ${keySaid(session, 'everyone', 'e')} looks for a path ${under}. ${escape} goes back.`,
      ),
    ];
  const all =
    events.length === 1
      ? 'takes it'
      : `takes it with the ${counted(events.length - 1, 'step')} before it`;
  return [
    ...head,
    ...quietly(
      `${enter} ${all}. ${keySaid(session, 'alone', 'o')} takes it alone. ${keySaid(session, 'everyone', 'e')} looks for a path ${under}. ${escape} goes back.`,
    ),
    [],
    ...drawn(session, wantedWay(moment, events, isForEveryone, standingAt), columns),
  ];
}

const MARKS: Readonly<Record<PropertyVerdict, Mark>> = {
  holds: 'met',
  vacuous: 'unstated',
  fails: 'unmet',
  unknown: 'unknown',
  unfinished: 'unknown',
};

/** How far what is said of a row is set in from it. */
const INSET = 6;

/** Whether each property holds in everything that can be reached; the chosen one with its reason and what shows it. */
function propertiesPage(
  session: Session,
  { moment, verified, selected }: { moment: Moment; verified: Verified; selected: number },
  title: readonly Line[],
  columns: number,
): Page {
  const { agreement, theme } = session;
  const found = propertyRows(verified);
  if (found.length === 0) {
    const none = paragraph('This agreement lists no properties.', columns);
    return { lines: [...title, ...none], cursor: null };
  }
  const rows = found.map((row, index): ListRow => {
    const { property, verdict, readings, isEvery } = row;
    const isPlain = verdict === 'holds' || verdict === 'fails';
    const word = isPlain ? PROPERTY_WORDS[verdict].word : verdictInWords(verdict);
    return {
      ...(index === 0 ? { above: [...title, []] } : {}),
      sign: outcomeSign(theme, MARKS[verdict]),
      spans: [
        text(property.title),
        text(
          `  ${underText(agreement, readings, isEvery)}: ${word}`,
          verdict === 'fails' ? 'bad' : 'quiet',
        ),
      ],
      below: index === selected ? explained(session, moment, row, columns) : [],
    };
  });
  const list = listPage(session, rows, selected, columns);
  const counts = drawn(session, countBlocks(agreement, verified), columns);
  return { ...list, lines: [...list.lines, [], ...counts] };
}

function explained(
  session: Session,
  moment: Moment,
  { property, under }: PropertyRow,
  columns: number,
): Line[] {
  const margin = text(' '.repeat(INSET));
  const told = drawn(session, propertyBlocks(moment, property, under), columns - INSET);
  const isPlayed = (shownBy(under)?.events.length ?? 0) > 0;
  return [
    ...told.map((each) => (each.length === 0 ? each : [margin, ...each])),
    ...(isPlayed
      ? paragraph(
          `${keySaid(session, 'accept', 'enter')} plays it as a branch.`,
          columns,
          INSET,
          'quiet',
        )
      : []),
  ];
}

function answerLines(session: Session, question: Question, answer: Found, columns: number): Line[] {
  const { moment, readings, gate } = question;
  const isWay = eventsFound(answer).length > 0;
  return [
    ...(isWay
      ? [
          ...paragraph(
            `${keySaid(session, 'accept', 'enter')} plays it as a branch.`,
            columns,
            0,
            'quiet',
          ),
          [],
        ]
      : []),
    ...drawn(session, foundText({ moment, readings, goal: gate }, answer), columns),
  ];
}

/** Everything about the gate: how it stands, what each party asks, who could bring that about, and what all of it rests on. */
function missingLines(session: Session, { gate, moment }: Question, columns: number): Line[] {
  const event = session.agreement.gates.get(gate)?.event ?? gate;
  return [
    ...drawn(
      session,
      withoutHead(gateText(standingAt(moment, event), { verbose: false })),
      columns,
    ),
    [],
    ...paragraph(
      `${keySaid(session, 'plan', 'p')} looks for the shortest path, ${keySaid(session, 'coalitions', 'C')} for who could go it alone.`,
      columns,
      0,
      'quiet',
    ),
  ];
}
