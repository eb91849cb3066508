import type { Report } from '../answer/report.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Overall, PartyStanding, Standing } from '../model/standing.ts';
import {
  dayBlocks,
  eventsSection,
  gateSections,
  judgedSection,
  type Sides,
  sidesOf,
  stagesSection,
} from './difference-text.ts';
import { differenceBlocks } from './diff-text.ts';
import {
  type Block,
  heading,
  line,
  phrase,
  type Phrase,
  phrased,
  rows,
  title,
  type Words,
} from './document.ts';
import { footnote } from './footnote.ts';
import { answersText } from './front-text.ts';
import { verdictsLegend } from './gates-text.ts';
import { momentText, nothingPublishedText, openEndsOf } from './moment-text.ts';
import { phaseWarning } from './phase-warning.ts';
import { stepBlocks } from './step-text.ts';
import { canHappenWord, capital, counted, recordLine, runTitle, VERDICT_WORDS } from './words.ts';

/** A claim that a paper cites, under its number. */
export interface Note {
  readonly number: number;
  readonly reference: string;
  readonly text: string;
}

/** A paper of some pages: what it says, and the notes that it cites by their numbers. */
export interface Paper {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  /** Before which of the blocks its figure stands, where it has one: after what is assumed. */
  readonly figureAt: number;
}

/**
 * A scenario as a paper to hand in: the question and each party's answer, what is assumed with its day and reason, every
 * gate before and after, what changed and why, and where each of it is written.
 */
export function reportPaper(report: Report): Paper {
  const { after, before, difference, isAgainstBase } = report;
  const { moment } = after;
  const { agreement, story } = moment;
  const sides: Sides | null =
    difference === null
      ? null
      : isAgainstBase
        ? { left: 'before', right: 'after' }
        : sidesOf(difference);
  const warning = phaseWarning(
    agreement,
    story.scenario.id,
    moment.played.steps.slice(story.inherited),
    moment.played.steps[story.inherited - 1]?.states ?? moment.played.start,
  );
  const first = [
    title(agreement.question ?? agreement.title),
    ...line([phrase(`${agreement.title}. `), phrase(story.scenario.title, 'strong')]),
    ...line([phrase(`Scenario ${momentText(moment)}.`, 'quiet')]),
    ...(before === null
      ? []
      : line([phrase(`${against(report)} ${momentText(before.moment)}.`, 'quiet')])),
    ...answersText(after),
    ...assumedBlocks(report),
    ...line(warning),
  ];
  const blocks = [
    ...first,
    ...gatesBlocks(report, sides),
    ...(difference === null || sides === null
      ? []
      : isAgainstBase
        ? [
            heading('What changed, and why', { basis: 'derived' }),
            ...judgedSection(difference, sides),
            ...stagesSection(difference, sides),
            ...gateSections(difference, sides),
            ...eventsSection(difference, sides),
            ...dayBlocks(difference),
          ]
        : [
            heading('What differs, and why', { basis: 'derived' }),
            ...differenceBlocks(difference, sides),
          ]),
    ...openEndsOf(moment),
    ...line([phrase(recordLine(agreement), 'quiet')]),
  ];
  return { ...withNotes(agreement, blocks), figureAt: first.length };
}

/** The notes of a paper as a part of it, for where they cannot be linked to. */
export function notesBlocks(notes: readonly Note[]): Block[] {
  if (notes.length === 0) return [];
  return [
    heading(NOTES),
    ...notes.flatMap(({ number, text }) => line(`Note ${number}: ${text}`, 1)),
  ];
}

/** What stands above the notes of a paper. */
export const NOTES = 'Notes';

function against({ isAgainstBase }: Report): string {
  return isAgainstBase ? 'It branches off' : 'Held against';
}

/** Each assumed step: on what day, for what reason, and what each reading makes of it. */
function assumedBlocks({ after: { moment }, before, assumed, isAgainstBase }: Report): Block[] {
  if (assumed.length === 0) return [];
  const base = isAgainstBase ? (before?.moment.played ?? null) : null;
  return [
    heading('What is assumed'),
    ...assumed.flatMap((step) => stepBlocks({ moment, base, verbose: true }, step)),
  ];
}

/** Every gate by every reading; where it stands otherwise than before, both. */
function gatesBlocks({ after, before }: Report, sides: Sides | null): Block[] {
  const [first] = after.gates;
  const nothing = [after, before].flatMap((front) =>
    front === null ? [] : nothingPublishedText(front.moment),
  );
  if (first === undefined || nothing.some((said) => said !== '')) return [];
  const { agreement } = after.moment;
  const readings = partiesOf(first).map(({ reading }) => reading);
  const head = [
    'Gate',
    'Overall',
    ...readings.map((id) => capital(runTitle(agreement, id))),
    'By its stage',
  ];
  const cells = after.gates.map((now) => {
    const then = before?.gates.find(({ event }) => event.id === now.event.id);
    return [
      phrased`${now.event.title}`,
      verdicts(then?.verdict, now.verdict),
      ...readings.map((id) => verdicts(verdictOf(then, id), verdictOf(now, id) ?? 'unstated')),
      changed(
        then === undefined ? null : canHappenWord(then.possible.answer, then.taken),
        canHappenWord(now.possible.answer, now.taken),
      ),
    ];
  });
  const shown = [...after.gates, ...(before?.gates ?? [])];
  return [
    heading(sides === null ? 'Every gate' : `Every gate, ${sides.left} → ${sides.right}`, {
      basis: 'derived',
    }),
    ...line(sides === null ? '' : changedSaid(cells)),
    ...rows(cells, { head }),
    ...line([phrase(verdictsLegend(shown), 'quiet')]),
  ];
}

function partiesOf({ parties, terms }: Standing): PartyStanding[] {
  return [...parties, ...terms];
}

function verdictOf(standing: Standing | undefined, id: string): Overall | undefined {
  return standing && partiesOf(standing).find(({ reading }) => reading === id)?.verdict;
}

function verdicts(then: Overall | undefined, now: Overall): Phrase[] {
  return changed(then === undefined ? null : VERDICT_WORDS[then].word, VERDICT_WORDS[now].word);
}

/** `closed → open`, or the one word where nothing changed or there is nothing before. */
function changed(then: string | null, now: string): Phrase[] {
  return then === null || then === now
    ? [phrase(now)]
    : [phrase(`${then} → `, 'changed'), phrase(now, 'changed')];
}

function changedSaid(cells: readonly (readonly Phrase[][])[]): string {
  const isOther = (row: readonly Phrase[][]) =>
    row.some((cell) => cell.some(({ tone }) => tone === 'changed'));
  const count = cells.filter((row) => isOther(row)).length;
  return count === 0
    ? 'No gate stands otherwise.'
    : `${capital(counted(count, 'gate'))} of ${cells.length} ${count === 1 ? 'stands' : 'stand'} otherwise: what was, then what is.`;
}

/** The blocks with the number of each claim where it is cited, and the claims in that order. */
function withNotes(agreement: Agreement, blocks: readonly Block[]): Omit<Paper, 'figureAt'> {
  const numbers = new Map<string, number>();
  const numbered = (words: Words): Words =>
    typeof words === 'string'
      ? words
      : words.map((each) => {
          const { cites = [] } = each;
          if (cites.length === 0) return each;
          const own = cites.map((reference) => {
            const number = numbers.get(reference) ?? numbers.size + 1;
            numbers.set(reference, number);
            return number;
          });
          return { ...each, text: marked(each.text, own) };
        });
  const written = blocks.map((block): Block => {
    if (block.kind === 'table')
      return { ...block, rows: block.rows.map((row) => row.map(numbered)) };
    return 'words' in block ? { ...block, words: numbered(block.words) } : block;
  });
  const notes = [...numbers].flatMap(([reference, number]) => {
    const claim = agreement.claims.get(reference);
    return claim === undefined ? [] : [{ number, reference, text: footnote(agreement, claim) }];
  });
  return { blocks: written, notes };
}

/** `[The Lock Gazette, 2 Mar 2031; note 3]`. */
function marked(text: string, numbers: readonly number[]): string {
  const notes = `${numbers.length === 1 ? 'note' : 'notes'} ${numbers.join(', ')}`;
  return text.endsWith(']') ? `${text.slice(0, -1)}; ${notes}]` : `${text} (${notes})`;
}
