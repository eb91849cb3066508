/**
 * Answers as plain objects: what `--json` prints of them, in the shapes that `phasegate/schemas/*` describe.
 */
import type { CoalitionAnswer } from '../search/coalitions.ts';
import type { PerspectivesRequest } from '../search/perspective.ts';
import type { PlanAnswer } from '../search/plan.ts';
import type { UnblockAnswer } from '../search/unblock.ts';
import type { Verified } from '../search/verify-all.ts';
import type { VetoAnswer } from '../search/veto.ts';
import type { WaitsAnswer } from '../search/waits.ts';
import type { LostUnder } from '../explain/no-return-text.ts';
import type { PivotsUnder } from '../explain/pivots-text.ts';
import { planJson } from '../explain/plan-json.ts';
import { searchJson, unansweredJson } from '../explain/search-json.ts';
import { unblockJson } from '../explain/unblock-json.ts';
import { verifyJson } from '../explain/verify-json.ts';
import {
  coalitionsJson,
  noReturnJson,
  pivotsJson,
  vetoJson,
  waitsJson,
} from '../explain/who-json.ts';
import type { SearchAsked } from './search-asked.ts';

export { gateJson as check } from '../explain/check-json.ts';
export { gatesJson as gates } from '../explain/gates-json.ts';
export { playJson as play } from '../explain/play-json.ts';
export { whyJson as why } from '../explain/why-json.ts';
export { timelineJson as timeline } from '../explain/timeline-json.ts';
export { diffJson as diff } from '../explain/diff-json.ts';
export { whatIfJson as whatIf } from '../explain/what-if-json.ts';
export { dutiesJson as duties } from '../explain/duties-json.ts';
export { levelsJson as levels } from '../explain/levels-report.ts';
export { unmetJson as unmet } from '../explain/unmet-report.ts';
export { exerciseJson as exercise } from '../explain/exercise-json.ts';
export { claimsJson as claims } from '../explain/claims-json.ts';
export { listJson as list } from '../explain/list-json.ts';

/** What `plan` finds, as `phasegate plan --json` prints it. */
export function plan(asked: SearchAsked, found: PlanAnswer) {
  const limits = { by: null, avoid: [], withoutLimits: null, saves: null };
  return framed(asked, planJson(asked, found, limits));
}

/** What `unblock` finds, as `phasegate unblock --json` prints it. */
export function unblock(asked: SearchAsked, found: UnblockAnswer) {
  return framed(asked, unblockJson(asked, found));
}

/** What `coalitions` finds, as `phasegate coalitions --json` prints it. */
export function coalitions(asked: SearchAsked, found: CoalitionAnswer) {
  return framed(asked, coalitionsJson(asked, found));
}

/** What `vetoes` finds, as `phasegate veto --json` prints it. */
export function veto(asked: SearchAsked, found: VetoAnswer) {
  return framed(asked, vetoJson(asked, found));
}

/** What `pivots` finds reading by reading, as `phasegate pivots --json` prints it. */
export function pivots(asked: SearchAsked, found: readonly PivotsUnder[]) {
  return framed(asked, pivotsJson(asked, found));
}

/** What `pointsOfNoReturn` finds reading by reading, as `phasegate points-of-no-return --json` prints it. */
export function pointsOfNoReturn(asked: SearchAsked, found: readonly LostUnder[]) {
  return framed(asked, noReturnJson(asked, found));
}

/** What `waits` finds, as `phasegate waits --json` prints it. */
export function waits(asked: SearchAsked, found: WaitsAnswer) {
  return framed(asked, waitsJson(asked.moment, found));
}

/**
 * What `verifyAll` finds, as `phasegate verify --json` prints it.
 *
 * @param from as `perspectivesOf` was asked
 */
export function verify(asked: SearchAsked, from: PerspectivesRequest['from'], found: Verified) {
  return framed(asked, verifyJson(asked.moment, from, found, []));
}

/** That nothing was searched, and why: nothing had been published by the day, or too much is not known. */
export function unanswered(asked: SearchAsked) {
  const why = asked.moment.nothingPublished ? 'nothingPublished' : 'tooMuchUnknown';
  return unansweredJson(asked, why, asked.unknown ?? []);
}

function framed<Found extends object>(asked: SearchAsked, found: Found) {
  return searchJson(asked, found, asked.stoppedAt ?? null, asked.unknown ?? []);
}
