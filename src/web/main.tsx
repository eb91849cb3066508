import { CSPProvider } from '@base-ui/react/csp-provider';
import { StrictMode, useCallback, useEffect, useReducer, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { assembled } from '../load/library.ts';
import type { Setting } from '../lab/state.ts';
import { Runner } from '../model/runner.ts';
import { answerWithinWorker, inWorker, onOwnThread } from './answerers.ts';
import { App } from './app.tsx';
import { CHANGES_PATH, type PageCall, type PageData, type Unpacked } from './page-data.ts';
import { beginPage, type PageMessage, type PageState, pageReduce } from './page-state.ts';
import { type OwnBrowser, ownBrowser } from './own-browser.ts';
import { keepSeen, keptSeen } from './seen-kept.ts';
import { Searches } from './searches.ts';
import { openedWith, useAddress } from './use-address.ts';

/** The whole page, for what it carries. */
function Page({
  setting,
  searches,
  browser,
  call,
  first,
}: {
  setting: Setting;
  searches: Searches;
  browser: OwnBrowser;
  call: PageCall;
  first: PageState;
}): ReactElement {
  const [state, send] = useReducer(
    (before: PageState, message: PageMessage) => pageReduce(setting, before, message),
    first,
  );
  const sent = useCallback((message: PageMessage) => send(message), []);
  useAddress(setting, state, sent);
  const { seen } = state;
  useEffect(() => keepSeen(browser.tab, setting.agreement, seen), [browser, setting, seen]);
  return (
    <App
      setting={setting}
      state={state}
      searches={searches}
      browser={browser}
      call={call}
      send={sent}
    />
  );
}

/** Opens the page with what it carries. */
function begin(): void {
  const { phasegate } = globalThis as { phasegate?: Unpacked };
  const place = document.getElementById('page');
  if (phasegate === undefined || place === null) return;
  const { program, data } = phasegate;
  const { parts, own, opens, call, isServed } = JSON.parse(data) as PageData;
  if (isServed) new EventSource(CHANGES_PATH).addEventListener('message', () => location.reload());
  const { agreement, properties, scenarios } = assembled(parts);
  const setting: Setting = { agreement, properties, runner: new Runner(agreement) };
  const all = new Map([...scenarios, ...own.map((each) => [each.id, each] as const)]);
  const first = opens ?? [...all.keys()][0];
  if (first === undefined) return;
  const searches = new Searches(parts, [() => inWorker(program), onOwnThread]);
  const browser = ownBrowser();
  const page = { ...beginPage(setting, all, first), seen: keptSeen(browser.tab, agreement) };
  const began = openedWith(setting, page, location.hash.slice(1));
  createRoot(place).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <Page setting={setting} searches={searches} browser={browser} call={call} first={began} />
      </CSPProvider>
    </StrictMode>,
  );
}

// The same program runs as the worker that searches, where there is no document.
if (typeof document === 'undefined') answerWithinWorker();
else begin();
