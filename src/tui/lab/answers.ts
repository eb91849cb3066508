import type { ScenarioFile } from '../../agreement/shapes/scenario.ts';
import { below, benchOf, done, obstacleTo, onTop, opened } from '../moves.ts';
import { momentOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { adopted } from './branches.ts';
import type { Answer, Question } from './question.ts';

/** What came of a request. It may come late: by then the user may be somewhere else. */
export type Reply =
  | { readonly kind: 'answered'; readonly question: Question; readonly answer: Answer }
  | { readonly kind: 'saved'; readonly place: string }
  | { readonly kind: 'exists'; readonly place: string }
  | { readonly kind: 'notSaved'; readonly problem: string }
  | { readonly kind: 'opened'; readonly scenario: ScenarioFile }
  | { readonly kind: 'notOpened'; readonly problem: string }
  | { readonly kind: 'token'; readonly token: string };

export function replied(session: Session, state: State, reply: Reply): State {
  const overlay = state.overlays.at(-1);
  const asks = overlay?.kind === 'prompt' ? overlay.ask : null;
  switch (reply.kind) {
    case 'answered':
      return {
        ...state,
        overlays: state.overlays.map((one) =>
          one.kind === 'question' && one.question === reply.question
            ? { ...one, answer: reply.answer }
            : one,
        ),
      };
    case 'saved': {
      const isAsking = asks === 'save' || asks === 'overwrite';
      return { ...(isAsking ? below(state) : state), notice: `Saved as ${reply.place}.` };
    }
    case 'exists':
      return asks === 'save'
        ? opened(below(state), {
            kind: 'prompt',
            ask: 'overwrite',
            scenario: reply.place,
            typed: '',
            problem: null,
          })
        : { ...state, notice: `Not saved: there is a file ${reply.place} already.` };
    case 'notSaved':
    case 'notOpened':
      return overlay?.kind === 'prompt'
        ? onTop(state, { ...overlay, problem: reply.problem })
        : { ...state, notice: reply.problem };
    case 'opened': {
      const bench = adopted(benchOf(state), reply.scenario);
      const scenario = reply.scenario.id;
      const obstacle = obstacleTo(session, bench.scenarios, scenario);
      if (obstacle !== null) return { ...state, notice: `It cannot be played: ${obstacle}` };
      const { story } = momentOf(session, { ...state, ...bench, scenario });
      const spot = { scenario, position: story.inherited - 1 };
      const next = asks === 'open' ? below(state) : state;
      const label = `Open "${reply.scenario.title}"`;
      return { ...done(session, next, { bench, spot, label }), gate: null };
    }
    case 'token':
      return {
        ...state,
        overlays: state.overlays.map((one) =>
          one.kind === 'share' ? { ...one, token: reply.token } : one,
        ),
      };
  }
}
