import { createContext, useContext } from 'react';
import { type Scene, sceneOf } from '../lab/scene.ts';
import type { LabMessage } from '../lab/message.ts';
import type { Setting } from '../lab/state.ts';
import type { OwnBrowser } from './own-browser.ts';
import type { PageCall } from './page-data.ts';
import type { Searches } from './searches.ts';
import type { PageMessage, PageState, Panel } from './page-state.ts';

/** What every part of a page is given. */
export interface Laboratory {
  readonly setting: Setting;
  readonly state: PageState;
  readonly searches: Searches;
  readonly browser: OwnBrowser;
  readonly call: PageCall;
  readonly send: (message: PageMessage) => void;
}

export const LaboratoryContext = createContext<Laboratory | null>(null);

/** The laboratory with the scene on show, and short ways to change what is. */
export function useLaboratory() {
  const laboratory = useContext(LaboratoryContext);
  if (laboratory === null) throw new Error('A part of a page stands outside it.');
  const { setting, state, searches, browser, call, send } = laboratory;
  const scene: Scene = sceneOf(setting, state.lab);
  return {
    setting,
    agreement: setting.agreement,
    state,
    lab: state.lab,
    scene,
    searches,
    browser,
    call,
    send,
    act: (message: LabMessage) => send({ kind: 'lab', message }),
    open: (panel: Panel) => send({ kind: 'open', panel }),
  };
}
