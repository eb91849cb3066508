import { Dialog } from '@base-ui/react/dialog';
import { useState, type ReactElement } from 'react';
import { useLaboratory } from '../laboratory.ts';

/** Names a branch. */
export function NamePanel({ scenario }: { scenario: string }): ReactElement {
  const { lab, act, send } = useLaboratory();
  const [title, setTitle] = useState(lab.scenarios.get(scenario)?.title ?? '');
  const isNamed = title.trim() !== '';
  return (
    <>
      <Dialog.Title className="panel-title">Name the branch</Dialog.Title>
      <form
        className="asked-fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isNamed) return;
          act({ kind: 'name', scenario, title: title.trim() });
          send({ kind: 'close' });
        }}
      >
        <label className="field">
          <span>Name</span>
          <input
            value={title}
            autoComplete="off"
            maxLength={300}
            onChange={({ target }) => setTitle(target.value)}
          />
        </label>
        <button type="submit" className="primary" disabled={!isNamed}>
          Name it
        </button>
      </form>
      <Dialog.Close className="close">Close</Dialog.Close>
    </>
  );
}
