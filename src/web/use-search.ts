import { useEffect, useState } from 'react';
import type { Question } from '../lab/question.ts';
import type { Progress } from '../search/work.ts';
import { useLaboratory } from './laboratory.ts';
import type { SearchAnswer } from './search-service.ts';

/** How far something that was asked has come. */
export type Search =
  | {
      readonly kind: 'running';
      readonly progress: Progress | null;
      readonly cancel: () => void;
    }
  | { readonly kind: 'answered'; readonly answer: SearchAnswer }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped'; readonly again: () => void };

/** Nothing is asked of a day that a slider only passes over. */
const STILL_MS = 120;

/**
 * Asks a question from the moment on show; another question, another moment or leaving the view stops it.
 *
 * @param question null where nothing is asked
 */
export function useSearch(question: Omit<Question, 'moment'> | null): Search | null {
  const { lab, searches } = useLaboratory();
  const { scenarios, scenario, position, clocks } = lab;
  const asked = question === null ? null : { question, scenario, position, clocks };
  const [state, setState] = useState<Kept | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify({ asked, attempt });
  useEffect(() => {
    const { asked: wanted } = JSON.parse(key) as { asked: typeof asked };
    if (wanted === null) return undefined;
    const keep = (search: Search) => setState({ key, scenarios, search });
    let stopAsking = () => {};
    const begin = setTimeout(() => {
      stopAsking = searches.ask(wanted, scenarios, (report) => {
        if (report.kind === 'progress')
          keep({ kind: 'running', progress: report.progress, cancel });
        else if (report.kind === 'answered') keep({ kind: 'answered', answer: report.answer });
        else keep({ kind: 'failed', message: report.message });
      });
      keep({ kind: 'running', progress: null, cancel });
    }, STILL_MS);
    const stop = () => {
      clearTimeout(begin);
      stopAsking();
    };
    const cancel = () => {
      stop();
      keep({ kind: 'stopped', again: () => setAttempt((before) => before + 1) });
    };
    return stop;
  }, [key, scenarios, searches]);
  if (asked === null) return null;
  return state !== null && state.key === key && state.scenarios === scenarios
    ? state.search
    : BEGINNING;
}

interface Kept {
  readonly key: string;
  readonly scenarios: unknown;
  readonly search: Search;
}

/** Until the question is on its way, which is before anybody sees it. */
const BEGINNING: Search = { kind: 'running', progress: null, cancel: () => {} };
