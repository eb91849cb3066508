import type { ReactElement } from 'react';
import { runTitle } from '../explain/words.ts';
import { REPORTED } from '../model/terms.ts';
import { useLaboratory } from './laboratory.ts';
import { TakenAway } from './taken-away.tsx';

/** What is looked at, and what can be done with it wherever one is. */
export function Toolbar(): ReactElement {
  const { agreement, lab, act } = useLaboratory();
  const runs = [REPORTED, ...agreement.readings.keys()];
  const { entries, done } = lab.history;
  return (
    <div className="toolbar">
      <label className="field">
        <span>Scenario</span>
        <select
          value={lab.scenario}
          onChange={({ target }) =>
            act({ kind: 'show', scenario: target.value, position: Number.MAX_SAFE_INTEGER })
          }
        >
          {[...lab.scenarios.values()].map(({ id, title }) => (
            <option key={id} value={id}>
              {lab.branches.includes(id) ? `${title} (yours)` : title}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Shown</span>
        <select value={lab.run} onChange={({ target }) => act({ kind: 'look', run: target.value })}>
          {runs.map((run) => (
            <option key={run} value={run}>
              {runTitle(agreement, run)}
            </option>
          ))}
        </select>
      </label>
      <div className="buttons">
        <button type="button" disabled={done === 0} onClick={() => act({ kind: 'undo' })}>
          Undo
        </button>
        <button
          type="button"
          disabled={done === entries.length}
          onClick={() => act({ kind: 'redo' })}
        >
          Redo
        </button>
        <TakenAway />
      </div>
    </div>
  );
}
