import type { ReactElement } from 'react';
import { heldAgainst } from '../lab/course.ts';
import { comparable } from '../lab/difference.ts';
import { useLaboratory } from './laboratory.ts';

/** Chooses what the scenario on show is held against: in the lanes, in the comparison and in the paper alike. */
export function AgainstField(): ReactElement {
  const { state, lab, send } = useLaboratory();
  const base = lab.scenarios.get(heldAgainst(lab, null) ?? '');
  const others = comparable(lab, lab.scenario).filter(({ id }) => id !== base?.id);
  const chosen = others.find(({ id }) => id === state.against);
  return (
    <label className="field">
      <span>Held against</span>
      <select
        value={chosen?.id ?? ''}
        onChange={({ target }) =>
          send({ kind: 'against', against: target.value === '' ? null : target.value })
        }
      >
        <option value="">
          {base === undefined ? 'nothing' : `what it branches off: ${base.title}`}
        </option>
        {others.map(({ id, title }) => (
          <option key={id} value={id}>
            {lab.branches.includes(id) ? `${title} (yours)` : title}
          </option>
        ))}
      </select>
    </label>
  );
}
