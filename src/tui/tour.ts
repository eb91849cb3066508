import { conditionTitle, readingTitle } from '../model/agreement.ts';
import type { PartyStanding } from '../model/standing.ts';
import { labReduce } from '../lab/reduce.ts';
import { stageText } from '../explain/fact-text.ts';
import { capital, VERDICT_WORDS, verdictWord } from '../explain/words.ts';
import { keySaid, WHERE_TYPED } from './bound-keys.ts';
import { NO_CLOCKS } from '../model/run.ts';
import { at } from './moves.ts';
import { sceneOf, type Session, standingAt, told } from './session.ts';
import type { State, TourAim } from './state.ts';

/** What the tour says just now: one thing to do. */
export interface TourCard {
  readonly number: number;
  readonly of: number;
  readonly text: string;
}

const CARDS = 5;

/**
 * Begins the tour: a what-if on what is on show. It is about the first gate that a party holds closed by a condition
 * which steps from here can meet, as the laboratory plays them; where there is none, about anything that may happen.
 */
export function tourBegun(session: Session, begun: State): State {
  const state = onRecord(begun);
  const aim = aimOf(session, { ...state, position: lastPlace(session, state) });
  return {
    ...state,
    overlays: [],
    zoomed: false,
    gate: aim?.gate ?? state.gate,
    // What can happen, and what has, is told as the party has it whose condition it is.
    run: aim?.reading ?? state.run,
    lastReading: aim?.reading ?? state.lastReading,
    tour: { aim, scenario: state.scenario, run: state.tour?.run ?? state.run, isCompared: false },
  };
}

/** On what the branch on show departs from, so that nothing of the tour gets into it. */
function onRecord(state: State): State {
  const { scenarios, branches, scenario } = state;
  const base = scenarios.get(scenario)?.branchesFrom?.scenario;
  if (base === undefined || !branches.includes(scenario)) return state;
  return onRecord({ ...at(state, -1), clocks: NO_CLOCKS, scenario: base, gate: null });
}

function aimOf(session: Session, end: State): TourAim | null {
  const { agreement } = session;
  const { moment } = sceneOf(session, end);
  for (const [gate, { event }] of agreement.gates)
    for (const { reading, unmet } of standingAt(moment, event).parties) {
      const ids = unmet.flat().map(({ id }) => id);
      for (const condition of ids) {
        const aim = { gate, reading, condition };
        const path = statusOf(session, end, aim)?.path.map((move) => move.event) ?? [];
        const [wanted] = path.slice(-1);
        if (wanted === undefined) continue;
        const played = labReduce(session, end, {
          kind: 'take',
          action: { kind: 'event', event: wanted },
          before: path.slice(0, -1),
          given: {},
        });
        if (played.ok && statusOf(session, { ...end, ...played.lab }, aim)?.status === 'met')
          return aim;
      }
    }
  return null;
}

function lastPlace(session: Session, { scenarios, scenario, clocks, position }: State): number {
  return told(session, scenarios, scenario, clocks).places.at(-1) ?? position;
}

function partyOf(session: Session, state: State, { gate, reading }: TourAim): PartyStanding | null {
  const event = session.agreement.gates.get(gate)?.event;
  if (event === undefined) return null;
  const { parties } = standingAt(sceneOf(session, state).moment, event);
  return parties.find((party) => party.reading === reading) ?? null;
}

function statusOf(session: Session, state: State, aim: TourAim) {
  const party = partyOf(session, state, aim);
  return party?.conditions.find(({ condition }) => condition.id === aim.condition) ?? null;
}

/** The state once what the tour asked for last has been done: it ends when the comparison that it ends with is closed. */
export function tourGoneOn(session: Session, state: State): State {
  if (state.tour === null) return state;
  const isComparing = state.overlays.some(({ kind }) => kind === 'difference');
  if (isComparing) return { ...state, tour: { ...state.tour, isCompared: true } };
  if (!state.tour.isCompared) return state;
  return {
    ...tourLeft(state),
    notice: `That was a what-if, and it is kept. ${keySaid(session, 'save', 'S')} saves it as a file, ${keySaid(session, 'tour', 'T')} begins the tour again.`,
  };
}

/** Without the tour: the run on show is the one that was before it, where nobody has chosen another since. */
export function tourLeft(state: State): State {
  const { tour } = state;
  const run = tour !== null && state.run === tour.aim?.reading ? tour.run : state.run;
  return { ...state, tour: null, run };
}

/** What the tour asks for where the state is; it follows what was done, in whatever way. */
export function tourCard(session: Session, state: State): TourCard | null {
  const { tour } = state;
  if (tour === null) return null;
  const card = (number: number, ...said: readonly string[]): TourCard => ({
    number,
    of: CARDS,
    text: said.filter((part) => part !== '').join(' '),
  });
  if (tour.isCompared)
    return card(
      5,
      `A is the record, B your what-if. ${keySaid(session, 'earlierMoment', 'left')} and ${keySaid(session, 'laterMoment', 'right')} go through the steps. ${keySaid(session, 'close', 'escape')} ends the tour.`,
    );
  const overlay = state.overlays.at(-1);
  const enter = keySaid(session, 'accept', 'enter', WHERE_TYPED);
  if (overlay?.kind === 'against') return card(5, `${enter} takes the one that is chosen.`);
  const { aim } = tour;
  const isOwn = state.branches.includes(state.scenario) && state.scenario !== tour.scenario;
  const status = aim === null ? null : statusOf(session, state, aim);
  if (isOwn && (status === null || status.status === 'met'))
    return card(
      4,
      metText(session, state, tour),
      `Press ${keySaid(session, 'compare', 'd')}, then ${enter}, to compare it with the record.`,
    );
  if (overlay?.kind === 'prompt')
    return card(
      3,
      overlay.ask === 'day'
        ? `Your what-if has a day. ${enter} takes the one shown here.`
        : `And a reason, in your own words. Type one, or just press ${enter}.`,
    );
  const event = session.agreement.events.get(status?.path[0]?.event ?? '')?.title;
  if (overlay?.kind === 'events')
    return card(
      3,
      event === undefined
        ? `Choose anything that is possible, and press ${enter}.`
        : `Choose "${event}": type one of its words, then press ${enter}.`,
    );
  if (state.position < lastPlace(session, state) && !isOwn)
    return card(
      1,
      `Press ${keySaid(session, 'toEnd', 'end')} to play all that is reported and see how things stand.`,
    );
  const take = keySaid(session, 'whatIf', 'w');
  return card(
    2,
    wantedText(session, state, aim),
    isOwn ? `One more step is needed: press ${take}.` : `What if that changed? Press ${take}.`,
  );
}

/** Who asks for what before the gate, and where that stands. */
function wantedText(session: Session, state: State, aim: TourAim | null): string {
  const status = aim === null ? null : statusOf(session, state, aim);
  if (aim === null || status === null) return 'You can try anything here; nothing is lost.';
  const { agreement } = session;
  const { condition, fact } = status;
  const event = agreement.gates.get(aim.gate)?.event ?? '';
  const { verdict } = standingAt(sceneOf(session, state).moment, event);
  return [
    `${agreement.gates.get(aim.gate)?.title ?? ''}: ${verdictWord(verdict)}.`,
    `The tour takes the first condition of a party that steps from here can meet. ${capital(readingTitle(agreement, aim.reading))} asks for ${conditionTitle(agreement, condition)};`,
    `now it is: ${stageText(agreement, condition.region, fact)}.`,
  ].join(' ');
}

/** What the what-if has come to. */
function metText(session: Session, state: State, { aim }: NonNullable<State['tour']>): string {
  const party = aim === null ? null : partyOf(session, state, aim);
  if (aim === null || party === null) return 'This is your own branch; the record does not change.';
  const { agreement } = session;
  const gate = agreement.gates.get(aim.gate)?.title ?? '';
  return `Met. Now "${gate}" is ${VERDICT_WORDS[party.verdict].word} under the reading of ${readingTitle(agreement, aim.reading)}.`;
}
