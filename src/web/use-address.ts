import { useEffect, useRef } from 'react';
import { standalone } from '../lab/branches.ts';
import type { LabState, Setting } from '../lab/state.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { type Address, addressOf, addressText, arrived, isToken, readAddress } from './address.ts';
import { filesLoaded } from './files.ts';
import type { PageMessage, PageState } from './page-state.ts';

/** A browser refuses an address that changes with every day that a slider passes. */
const SETTLED_AFTER_MS = 250;

/** How a page begins by the link that it was opened with. A branch in it is read later: see {@link useAddress}. */
export function openedWith(setting: Setting, state: PageState, fragment: string): PageState {
  const { address, problems } = readAddress(fragment);
  if (address === null || isToken(address.scenario)) return saying(state, problems);
  const here = arrived(setting, state, address);
  return saying(here.state, [...problems, ...here.problems]);
}

/** The link to what is on show. */
export async function linkTo(setting: Setting, state: PageState): Promise<string> {
  const token = await tokenShown(setting, state.lab);
  const place = location.href.split('#', 1)[0] ?? '';
  return `${place}#${addressText(addressOf(setting, state, token))}`;
}

/** The token of the branch on show; null where what is on show is no branch. */
export async function tokenShown(setting: Setting, lab: LabState): Promise<string | null> {
  if (!lab.branches.includes(lab.scenario)) return null;
  const { tokenOf } = await filesLoaded();
  return tokenOf(standalone(lab, lab.scenario), setting.agreement);
}

/** The tokens of all branches, by their ids: what commands call them by. */
export async function tokensOf(
  setting: Setting,
  lab: LabState,
): Promise<ReadonlyMap<string, string>> {
  const { tokenOf } = await filesLoaded();
  return new Map(lab.branches.map((id) => [id, tokenOf(standalone(lab, id), setting.agreement)]));
}

/** Keeps the address of the page in step with what is on show, and goes where an address leads. */
export function useAddress(
  setting: Setting,
  state: PageState,
  send: (message: PageMessage) => void,
): void {
  const latest = useRef(state);
  const first = useRef(state);
  const view = useRef(state.view);
  useEffect(() => {
    latest.current = state;
  }, [state]);

  useEffect(() => {
    // What it opened with is written where there was no link, so that the way back leads there.
    const isFirst = state === first.current;
    if (isFirst && location.hash !== '') return undefined;
    const isOther = state.view !== view.current;
    view.current = state.view;
    let isOver = false;
    const write = async () => {
      const token = await tokenShown(setting, state.lab);
      if (isOver) return;
      const text = `#${addressText(addressOf(setting, state, token))}`;
      if (text === location.hash) return;
      if (isOther) history.pushState(null, '', text);
      else history.replaceState(null, '', text);
    };
    const timer = setTimeout(() => void write(), isOther || isFirst ? 0 : SETTLED_AFTER_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [setting, state]);

  useEffect(() => {
    const go = async () => {
      const { address, problems } = readAddress(location.hash.slice(1));
      if (address === null) {
        if (problems.length > 0) send({ kind: 'say', said: problems.join(' ') });
        return;
      }
      const branch = await branchOf(setting, address);
      const here =
        branch.problem === null
          ? arrived(setting, latest.current, address, branch.scenario)
          : arrived(setting, latest.current, { ...address, scenario: null, step: null });
      view.current = here.state.view;
      const said = [...problems, branch.problem ?? [], here.problems].flat();
      send({ kind: 'go', state: saying(here.state, said) });
    };
    const follow = () => void go();
    if (isToken(readAddress(location.hash.slice(1)).address?.scenario ?? null)) follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [setting, send]);
}

/** The branch that an address holds, checked as one from a file is. */
async function branchOf(
  setting: Setting,
  { agreement, scenario }: Address,
): Promise<{ readonly scenario: ScenarioFile | null; readonly problem: string | null }> {
  const isOther = agreement !== '' && agreement !== setting.agreement.id;
  if (!isToken(scenario) || isOther) return { scenario: null, problem: null };
  const { readToken } = await filesLoaded();
  const read = readToken(scenario, setting.agreement);
  if (read.ok) return { scenario: read.value, problem: null };
  const { message, hint } = read.error;
  return {
    scenario: null,
    problem: `The branch in the link ${message}${hint === null ? '' : `: ${hint}`}.`,
  };
}

function saying(state: PageState, problems: readonly string[]): PageState {
  if (problems.length === 0) return state;
  return { ...state, said: [state.said ?? [], problems].flat().join(' ') };
}
