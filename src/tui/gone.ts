import { rowCount } from './lists.ts';
import { momentsOf } from './model/difference.ts';
import { sceneOf, type Session } from './session.ts';
import type { Overlay, State } from './state.ts';

/** Without what is about a branch that is there no more, or not any longer as it was: undo can take it away. */
export function withoutGone(session: Session, state: State): State {
  const isThere = (id: string) => id === '' || state.scenarios.has(id);
  const overlays = state.overlays.flatMap((overlay): Overlay[] => {
    switch (overlay.kind) {
      case 'difference': {
        if (![overlay.left, overlay.right].every(isThere)) return [];
        const isMoment =
          overlay.at === null || momentsOf(session, state, overlay).includes(overlay.at);
        return [isMoment ? overlay : { ...overlay, at: null }];
      }
      case 'against':
        return isThere(overlay.scenario) ? [overlay] : [];
      case 'prompt': {
        const place = overlay.asked?.kind === 'step' ? overlay.asked.place : -1;
        const { story } = sceneOf(session, state);
        return isThere(overlay.scenario) && place < story.steps.length ? [overlay] : [];
      }
      case 'history':
      case 'branches':
      case 'steps': {
        const count = rowCount(session, state, overlay) ?? 0;
        return [{ ...overlay, selected: Math.min(overlay.selected, count - 1) }];
      }
      default:
        return [overlay];
    }
  });
  return { ...state, overlays };
}
