import { useEffect, useRef, useState, type ReactElement } from 'react';
import { counted } from '../explain/words.ts';
import { dayText } from '../model/day-words.ts';
import { filesLoaded } from './files.ts';
import { forgetWork, goneOn, keepWork, type KeptWork, newestWork, workOf } from './kept-work.ts';
import { useLaboratory } from './laboratory.ts';

/** Work is kept once nothing more was done for so long. */
const SETTLED_AFTER_MS = 300;

/** Keeps what is done on the page in the browser, and offers what was left there when it was last open. */
export function KeptOffer(): ReactElement | null {
  const { setting, lab, browser, send } = useLaboratory();
  const { storage: shelf, now } = browser;
  const agreement = setting.agreement.id;
  const [found, setFound] = useState(() => newestWork(shelf, agreement));
  const id = useRef(browser.id);
  const told = useRef<string | null>(null);

  useEffect(() => {
    const keep = () => {
      const session = workOf(agreement, lab);
      if (session === null) return;
      const savedAt = now();
      const why = keepWork(shelf, { id: id.current, savedAt, session });
      if (why !== null && why !== told.current) send({ kind: 'say', said: why });
      told.current = why;
    };
    const timer = setTimeout(keep, SETTLED_AFTER_MS);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
    };
  }, [send, agreement, lab, shelf, now]);

  const { work, notice } = found;
  if (work === null) return notice === null ? null : <p className="kept">{notice}</p>;
  const goOn = async () => {
    const { lab: next, said } = await goneOn(setting, lab, await filesLoaded(), work);
    if (next === null) {
      send({ kind: 'say', said });
      return;
    }
    // What was done since stays kept under the name that it had.
    id.current = work.id;
    send({ kind: 'goOn', lab: next, said });
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

function offered({ savedAt, session }: KeptWork): string {
  const titles = session.branches.map(({ title }) => `"${title}"`).slice(0, 2);
  const more = session.branches.length > 2 ? ' and others' : '';
  const which = titles.length === 0 ? '' : `: ${titles.join(', ')}${more}`;
  return `You left ${counted(session.branches.length, 'branch', 'branches')} here on ${dayText(savedAt.slice(0, 10))}${which}.`;
}
