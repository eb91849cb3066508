import { useEffect, useRef, useState, type ReactElement } from 'react';
import { counted, listed } from '../explain/words.ts';
import { dayText } from '../model/day-words.ts';
import { filesLoaded } from './files.ts';
import {
  forgetWork,
  goneOn,
  keepWork,
  type KeptWork,
  MOST_KEPT,
  newestWork,
  workOf,
} from './kept-work.ts';
import { useLaboratory } from './laboratory.ts';

/** Work is kept once nothing more was done for so long. */
const SETTLED_AFTER_MS = 300;

/** Keeps what is done on the page in the browser, and offers what was left there when it was last open. */
export function KeptOffer(): ReactElement | null {
  const { setting, state, lab, browser, send } = useLaboratory();
  const { exercises } = state;
  const { storage: shelf, now } = browser;
  const agreement = setting.agreement.id;
  const [found, setFound] = useState(() => newestWork(shelf, agreement));
  const id = useRef(browser.id);
  const told = useRef<string | null>(null);
  const last = useRef<KeptWork | null>(null);

  useEffect(() => {
    const keep = () => {
      const done = workOf(agreement, lab, exercises);
      if (done === null) {
        // What was begun again leaves nothing to be offered.
        if (last.current !== null) forgetWork(shelf, last.current);
        last.current = null;
        return;
      }
      const work = { id: id.current, savedAt: now(), ...done };
      const why = keepWork(shelf, work);
      last.current = work;
      if (why !== null && why !== told.current) send({ kind: 'say', said: why });
      told.current = why;
    };
    const timer = setTimeout(keep, SETTLED_AFTER_MS);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
    };
  }, [send, agreement, lab, exercises, shelf, now]);

  const { work, notice } = found;
  if (work === null) return notice === null ? null : <p className="kept">{notice}</p>;
  const goOn = async () => {
    const {
      lab: next,
      exercises: answered,
      said,
    } = await goneOn(setting, lab, await filesLoaded(), work);
    if (next === null) {
      send({ kind: 'say', said });
      return;
    }
    // What was done since stays kept under the name that it had.
    id.current = work.id;
    send({ kind: 'goOn', lab: next, exercises: answered, said });
    setFound({ work: null, notice });
  };
  const forget = () => {
    forgetWork(shelf, work);
    setFound(newestWork(shelf, agreement));
  };
  return (
    <section className="kept" aria-label="Work that you left here">
      <p>{offered(work)}</p>
      <div className="buttons">
        <button type="button" className="primary" onClick={() => void goOn()}>
          Go on with it
        </button>
        <button type="button" onClick={() => setFound({ work: null, notice })}>
          Not now
        </button>
        <button type="button" onClick={forget}>
          Delete it
        </button>
      </div>
    </section>
  );
}

function offered({ savedAt, session, exercises = [] }: KeptWork): string {
  const { branches, cursor } = session;
  const answered = exercises.reduce((sum, { answers }) => sum + answers.length, 0);
  const things = [
    ...(branches.length === 0 ? [] : [counted(branches.length, 'branch', 'branches')]),
    ...(cursor.task === undefined ? [] : ['a task']),
    ...(answered === 0 ? [] : [`answers to ${counted(answered, 'question')}`]),
  ];
  const titles = branches.map(({ title }) => `"${title}"`).slice(0, 2);
  const more = branches.length > 2 ? ' and others' : '';
  const which = titles.length === 0 ? '' : `: ${titles.join(', ')}${more}`;
  const what = things.length === 0 ? 'work' : listed(things);
  return `You left ${what} here on ${dayText(savedAt.slice(0, 10))}${which}. This browser keeps what you left the last ${MOST_KEPT} times.`;
}
