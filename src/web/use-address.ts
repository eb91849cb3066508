import { useEffect, useRef } from 'react';
import { standalone } from '../lab/branches.ts';
import { told } from '../lab/scene.ts';
import type { LabState, Setting } from '../lab/state.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import type { Story } from '../model/story.ts';
import {
  type Address,
  addressOf,
  addressText,
  arrived,
  branchesTaken,
  readAddress,
  tokensIn,
} from './address.ts';
import { filesLoaded } from './files.ts';
import type { PageMessage, PageState } from './page-state.ts';

/** A browser refuses an address that changes with every day that a slider passes. */
const SETTLED_AFTER_MS = 250;

/** How a page begins by the link that it was opened with. Branches in it are read later: see {@link useAddress}. */
export function openedWith(setting: Setting, state: PageState, fragment: string): PageState {
  const { address, problems } = readAddress(fragment);
  if (address === null || tokensIn(address).length > 0) return saying(state, problems);
  const here = arrived(setting, state, address);
  return saying(here.state, [...problems, ...here.problems]);
}

/** The link to what is on show. */
export async function linkTo(setting: Setting, state: PageState): Promise<string> {
  const place = location.href.split('#', 1)[0] ?? '';
  return `${place}#${await fragmentOf(setting, state)}`;
}

async function fragmentOf(setting: Setting, state: PageState): Promise<string> {
  const tokens = await tokensOf(setting, state.lab, branchesTaken(state));
  return addressText(addressOf(setting, state, tokens));
}

/** The token of the branch on show; null where what is on show is no branch. */
export async function tokenShown(setting: Setting, lab: LabState): Promise<string | null> {
  if (!lab.branches.includes(lab.scenario)) return null;
  const tokens = await tokensOf(setting, lab, [lab.scenario]);
  return tokens.get(lab.scenario) ?? null;
}

const known = new WeakMap<Story, string>();

/** The tokens of branches, by their ids: what commands call them by. */
export async function tokensOf(
  setting: Setting,
  lab: LabState,
  branches: readonly string[] = lab.branches,
): Promise<ReadonlyMap<string, string>> {
  if (branches.length === 0) return new Map();
  const { tokenOf } = await filesLoaded();
  return new Map(
    branches.map((id) => {
      const { story } = told(setting, lab.scenarios, id);
      const token = known.get(story) ?? tokenOf(standalone(lab, id), setting.agreement);
      known.set(story, token);
      return [id, token];
    }),
  );
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
      const text = `#${await fragmentOf(setting, state)}`;
      if (isOver) return;
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
      const read = await branchesIn(setting, address);
      const here = arrived(setting, latest.current, address, read.branches);
      view.current = here.state.view;
      const said = [...problems, ...read.problems, ...here.problems];
      send({ kind: 'go', state: saying(here.state, said) });
    };
    const follow = () => void go();
    const { address } = readAddress(location.hash.slice(1));
    if (address !== null && tokensIn(address).length > 0) follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [setting, send]);
}

/** The branches that an address holds, by their tokens, checked as those from files are; and what cannot be read of it. */
async function branchesIn(
  setting: Setting,
  address: Address,
): Promise<{ readonly branches: ReadonlyMap<string, ScenarioFile>; readonly problems: string[] }> {
  const branches = new Map<string, ScenarioFile>();
  const problems: string[] = [];
  const tokens = tokensIn(address);
  const isOther = address.agreement !== '' && address.agreement !== setting.agreement.id;
  if (tokens.length === 0 || isOther) return { branches, problems };
  const { readToken } = await filesLoaded();
  for (const token of tokens) {
    const read = readToken(token, setting.agreement);
    if (read.ok) {
      branches.set(token, read.value);
      continue;
    }
    const { message, hint } = read.error;
    const what = token === address.scenario ? '' : ' that it is held against';
    problems.push(`The branch in the link${what} ${message}${hint === null ? '' : `: ${hint}`}.`);
  }
  return { branches, problems };
}

function saying(state: PageState, problems: readonly string[]): PageState {
  if (problems.length === 0) return state;
  return { ...state, said: [state.said ?? [], problems].flat().join(' ') };
}
