/**
 * Answers as documents: one function for each question, with what the command of that name prints. `asText` and
 * `asMarkdown` draw what they give.
 */
import type { CoalitionAnswer } from '../search/coalitions.ts';
import type { PerspectivesRequest } from '../search/perspective.ts';
import type { PlanAnswer } from '../search/plan.ts';
import type { UnblockAnswer } from '../search/unblock.ts';
import type { Verified } from '../search/verify-all.ts';
import type { VetoAnswer } from '../search/veto.ts';
import type { WaitsAnswer } from '../search/waits.ts';
import type { Moment } from '../model/moment.ts';
import type { Standing } from '../model/standing.ts';
import type { DutyStanding } from '../answer/duties.ts';
import type { Why } from '../answer/why.ts';
import { gateText } from '../explain/check-text.ts';
import { coalitionsText } from '../explain/coalitions-text.ts';
import { type Block, line } from '../explain/document.ts';
import { nothingPublishedText } from '../explain/moment-text.ts';
import { dutiesText } from '../explain/duties-text.ts';
import { type LostUnder, noReturnText } from '../explain/no-return-text.ts';
import { type PivotsUnder, pivotsText } from '../explain/pivots-text.ts';
import { planText } from '../explain/plan-text.ts';
import { playText } from '../explain/play-text.ts';
import { searchText, tooMuchUnknownText } from '../explain/search-text.ts';
import { unblockText } from '../explain/unblock-text.ts';
import { verifyText } from '../explain/verify-text.ts';
import { vetoText } from '../explain/veto-text.ts';
import { waitsText } from '../explain/waits-text.ts';
import { whyText } from '../explain/why-text.ts';
import type { SearchAsked } from './search-asked.ts';

export { gatesText as gates } from '../explain/gates-text.ts';
export { timelineText as timeline } from '../explain/timeline-text.ts';
export { diffText as diff } from '../explain/diff-text.ts';
export { whatIfText as whatIf } from '../explain/what-if-text.ts';
export { levelsText as levels } from '../explain/levels-report.ts';
export { unmetText as unmet } from '../explain/unmet-report.ts';
export { exerciseText as exercise } from '../explain/exercise-text.ts';
export { markedText as marked } from '../explain/marked-text.ts';

/** How one event stands, who holds what on it, and by which claims: what `standing` answers. */
export function check(standing: Standing, { verbose = false } = {}): Block[] {
  return gateText(standing, { verbose });
}

/** Where a region stands, what that holds up, and who says so: what `whyRegion` answers. */
export function why(moment: Moment, found: Why, { verbose = false } = {}): Block[] {
  return whyText(moment, found, { verbose });
}

/** Every step of a moment's scenario, and what each reading makes of it. */
export function play(moment: Moment, { verbose = false } = {}): Block[] {
  return playText(moment, { verbose });
}

/** What parties are bound to bring about, and how that stands: what `dutiesAt` answers. */
export function duties(
  moment: Moment,
  found: readonly DutyStanding[],
  { verbose = false } = {},
): Block[] {
  return dutiesText(moment, found, { verbose });
}

/** The shortest way to a goal, or why there is none: what `plan` finds. */
export function plan(asked: SearchAsked, found: PlanAnswer): Block[] {
  return framed(asked, planText(asked, found));
}

/** The smallest sets of stages that let an event happen: what `unblock` finds. */
export function unblock(asked: SearchAsked, found: UnblockAnswer): Block[] {
  return framed(asked, unblockText(asked, found));
}

/** Which sets of parties can reach a goal on their own: what `coalitions` finds. */
export function coalitions(asked: SearchAsked, found: CoalitionAnswer): Block[] {
  return framed(asked, coalitionsText(asked, found));
}

/** Who can block a goal for good: what `vetoes` finds. */
export function veto(asked: SearchAsked, found: VetoAnswer): Block[] {
  return framed(asked, vetoText(asked, found));
}

/** Which single condition, objection or claim a verdict or a goal turns on: what `pivots` finds, reading by reading. */
export function pivots(asked: SearchAsked, found: readonly PivotsUnder[]): Block[] {
  return framed(asked, pivotsText(asked, found));
}

/** Which events put a goal out of reach for good: what `pointsOfNoReturn` finds, reading by reading. */
export function pointsOfNoReturn(asked: SearchAsked, found: readonly LostUnder[]): Block[] {
  return framed(asked, noReturnText(asked, found));
}

/** Who waits for whom: what `waits` finds. */
export function waits(moment: Moment, found: WaitsAnswer): Block[] {
  return searchText(moment, waitsText(moment, found), null, []);
}

/**
 * Whether the properties of an agreement hold: what `verifyAll` finds.
 *
 * @param from as `perspectivesOf` was asked
 */
export function verify(
  moment: Moment,
  from: PerspectivesRequest['from'],
  found: Verified,
  { verbose = false, stoppedAt = null }: { verbose?: boolean; stoppedAt?: string | null } = {},
): Block[] {
  return searchText(moment, verifyText(moment, from, found, { verbose }), stoppedAt, []);
}

/** That nothing was searched, and why: nothing had been published by the day, or too much is not known. */
export function unanswered(asked: SearchAsked): Block[] {
  const { moment, unknown = [] } = asked;
  return searchText(
    moment,
    moment.nothingPublished
      ? line(nothingPublishedText(moment))
      : tooMuchUnknownText(asked, unknown),
    null,
    [],
  );
}

function framed({ moment, unknown = [], stoppedAt = null }: SearchAsked, found: Block[]): Block[] {
  return searchText(moment, found, stoppedAt, unknown);
}
