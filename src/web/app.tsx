import { Dialog } from '@base-ui/react/dialog';
import { Tabs } from '@base-ui/react/tabs';
import { useMemo, type ReactElement } from 'react';
import { ChartView } from './views/chart-view.tsx';
import { ClaimsPanel } from './views/claims-panel.tsx';
import { ExercisesView } from './views/exercises-view.tsx';
import { GatePanel } from './views/gate-panel.tsx';
import { NamePanel } from './views/name-panel.tsx';
import { ReceivePanel } from './views/receive-panel.tsx';
import { SourcesView } from './views/sources-view.tsx';
import { StartView } from './views/start-view.tsx';
import { TimeView } from './views/time-view.tsx';
import { StepPanel } from './views/step-panel.tsx';
import { TakePanel } from './views/take-panel.tsx';
import { WhatIfView } from './views/what-if-view.tsx';
import { WhoView } from './views/who-view.tsx';
import { Clocks } from './clocks.tsx';
import { Printed } from './printed.tsx';
import { Receiving } from './receiving.tsx';
import { Toolbar } from './toolbar.tsx';
import { KeptOffer } from './kept-offer.tsx';
import { type Laboratory, LaboratoryContext } from './laboratory.ts';
import { type Panel, type View, VIEWS } from './page-state.ts';
import { useKeptScroll } from './use-kept-scroll.ts';

/** What each view is called, and what draws it. */
const TITLES: Readonly<Record<View, string>> = {
  start: 'Start',
  time: 'Time',
  whatIf: 'What if',
  chart: 'Statechart',
  who: 'Who moves whom',
  sources: 'Sources',
  exercises: 'Exercises',
};

const DRAWN: Readonly<Record<View, () => ReactElement>> = {
  start: StartView,
  time: TimeView,
  whatIf: WhatIfView,
  chart: ChartView,
  who: WhoView,
  sources: SourcesView,
  exercises: ExercisesView,
};

/** The page. */
export function App({ setting, state, searches, browser, call, send }: Laboratory): ReactElement {
  const laboratory = useMemo(
    () => ({ setting, state, searches, browser, call, send }),
    [setting, state, searches, browser, call, send],
  );
  const panel = state.panels.at(-1);
  useKeptScroll(browser, setting.agreement, state.view);
  return (
    <LaboratoryContext.Provider value={laboratory}>
      <a className="skip" href="#view">
        Skip to the view
      </a>
      <header className="head">
        <h1 className="agreement">{setting.agreement.title}</h1>
        <Toolbar />
      </header>
      <Tabs.Root
        className="tabs"
        value={state.view}
        onValueChange={(view) => send({ kind: 'view', view: view as View })}
      >
        <nav aria-label="Views">
          <Tabs.List className="tab-list">
            {VIEWS.map((view) => (
              <Tabs.Tab key={view} value={view} className="tab">
                {TITLES[view]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </nav>
        <KeptOffer />
        <Clocks />
        <p className="said" role="status">
          {state.said}
        </p>
        <main id="view">
          {VIEWS.map((view) => {
            const Drawn = DRAWN[view];
            return (
              <Tabs.Panel key={view} value={view} className="view">
                {view === state.view ? <Drawn /> : null}
              </Tabs.Panel>
            );
          })}
        </main>
      </Tabs.Root>
      <Dialog.Root
        open={panel !== undefined}
        onOpenChange={(isOpen) => {
          if (!isOpen) send({ kind: 'close' });
        }}
      >
        <Dialog.Portal>
          <Dialog.Backdrop className="backdrop" />
          <Dialog.Popup className="panel">
            {panel === undefined ? null : <OnTop panel={panel} />}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
      <Receiving />
      <Printed />
    </LaboratoryContext.Provider>
  );
}

function OnTop({ panel }: { panel: Panel }): ReactElement {
  switch (panel.kind) {
    case 'claims':
      return <ClaimsPanel references={panel.references} />;
    case 'receive':
      return <ReceivePanel />;
    case 'gate':
      return <GatePanel event={panel.event} reading={panel.reading} />;
    case 'take':
      return <TakePanel action={panel.action} />;
    case 'step':
      return <StepPanel place={panel.place} />;
    case 'name':
      return <NamePanel scenario={panel.scenario} />;
  }
}
