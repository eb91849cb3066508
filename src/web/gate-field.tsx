import type { ReactElement } from 'react';
import { useLaboratory } from './laboratory.ts';

/** Chooses the gate on show. */
export function GateField({ label, gate }: { label: string; gate: string }): ReactElement {
  const { agreement, act } = useLaboratory();
  return (
    <label className="field">
      <span>{label}</span>
      <select value={gate} onChange={({ target }) => act({ kind: 'look', gate: target.value })}>
        {[...agreement.gates.values()].map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
