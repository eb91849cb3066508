import { type Agreement, conditionTitle, readingTitle } from '../model/agreement.ts';
import { conditionsOf } from '../model/condition.ts';
import type { ConditionStatus } from '../model/condition-status.ts';
import type { PartyStanding, Standing, StatementStanding } from '../model/standing.ts';
import { objectionTitle } from './action-text.ts';
import { line } from './document.ts';
import { overallText } from './overall-text.ts';
import { OBJECTION_STANDS, statementLines } from './position-text.ts';
import { STANCE_WORDS } from './words.ts';
import type { Moment } from '../model/moment.ts';
import type { Choice } from './what-if-choice.ts';

const HEADINGS = [
  'Waived: to be taken up again',
  'In the way of a gate now',
  'To grant that something has happened all the same',
  'Other conditions',
] as const;

/**
 * What a party can take back of its own: what it asks and what it objects to, those in the way of a gate first, and
 * what it has waived, which it can take up again. And what it can grant to have happened: what it objects to, and what
 * is reported and its run has not taken.
 */
export function waiverChoices(
  moment: Moment,
  standingAt: (moment: Moment, event: string) => Standing,
): Choice[] {
  const { agreement } = moment;
  const found: (Choice & { rank: number })[] = [];
  for (const { event } of agreement.gates.values()) {
    const standing = standingAt(moment, event);
    for (const party of standing.parties) {
      for (const held of party.statements)
        if (held.statement.stance === 'objects') found.push(objectionChoice(moment, party, held));
      for (const status of party.conditions)
        found.push(conditionChoice(moment, standing, party, status));
    }
  }
  for (const { id } of agreement.events.values()) {
    const standing = standingAt(moment, id);
    for (const party of standing.parties)
      if (canGrant(standing, party)) found.push(grantChoice(agreement, standing, party));
  }
  // A condition before two gates is one condition: waiving it waives it for both.
  const once = new Map<string, Choice & { rank: number }>();
  for (const choice of found) {
    const key = JSON.stringify(choice.action);
    const known = once.get(key);
    if (known === undefined || choice.rank < known.rank) once.set(key, choice);
  }
  return [...once.values()].toSorted((left, right) => left.rank - right.rank);
}

function objectionChoice(
  moment: Moment,
  party: PartyStanding,
  held: StatementStanding,
): Choice & { rank: number } {
  const { agreement } = moment;
  const { reading, objections } = party;
  const { statement, isWaived } = held;
  const isInTheWay = objections.includes(statement);
  return {
    ...ranked(isWaived ? 0 : isInTheWay ? 1 : 3),
    action: { kind: isWaived ? 'restore' : 'waive', reading, condition: statement.id },
    title: `its ${objectionTitle(agreement, statement)}`,
    of: readingTitle(agreement, reading),
    reason: STANCE_WORDS.objects,
    details: () => [
      ...statementLines(moment, party, held, new Set()),
      ...line(isWaived ? '' : OBJECTION_STANDS),
    ],
  };
}

function conditionChoice(
  moment: Moment,
  { event }: Standing,
  { reading, statements, unmet }: PartyStanding,
  found: ConditionStatus,
): Choice & { rank: number } {
  const { agreement } = moment;
  const { condition, status } = found;
  const isWaived = status === 'waived';
  const isInTheWay = unmet.some((set) => set.includes(condition));
  return {
    ...ranked(isWaived ? 0 : isInTheWay ? 1 : 3),
    action: { kind: isWaived ? 'restore' : 'waive', reading, condition: condition.id },
    title: conditionTitle(agreement, condition),
    of: readingTitle(agreement, reading),
    reason: `before "${event.title}"`,
    details: () =>
      statements
        .filter(({ statement }) => conditionsOf(statement.asked).includes(condition))
        .flatMap((held) => statementLines(moment, { conditions: [found] }, held, new Set())),
  };
}

/** Whether a party's run has not taken what is reported, or could take what the party objects to. */
function canGrant(
  { taken }: Standing,
  { possible, objections, taken: ownTaken }: PartyStanding,
): boolean {
  if (ownTaken === true || possible.answer === false) return false;
  return taken === true || objections.length > 0;
}

function grantChoice(
  agreement: Agreement,
  standing: Standing,
  { reading, objections }: PartyStanding,
): Choice & { rank: number } {
  const { event, taken } = standing;
  const reasons = [
    ...(taken === true ? ['reported, and not taken in its run'] : []),
    ...(objections.length > 0 ? [STANCE_WORDS.objects] : []),
  ];
  return {
    ...ranked(2),
    mark: 'notAsked',
    action: { kind: 'acknowledge', reading, event: event.id },
    title: event.title,
    of: readingTitle(agreement, reading),
    reason: reasons.join('; '),
    details: () => [
      ...line('It grants that this has happened, and keeps what it asks or objects to.'),
      ...line(overallText(standing)),
    ],
  };
}

function ranked(rank: 0 | 1 | 2 | 3): Pick<
  Choice,
  'heading' | 'mark' | 'isWelcome' | 'canHappen'
> & {
  rank: number;
} {
  const marks = ['unknown', 'unmet', 'notAsked', 'notAsked'] as const;
  return { rank, heading: HEADINGS[rank], mark: marks[rank], isWelcome: true, canHappen: true };
}
