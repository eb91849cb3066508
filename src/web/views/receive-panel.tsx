import { Dialog } from '@base-ui/react/dialog';
import { useId, useState, type ReactElement } from 'react';
import { useLaboratory } from '../laboratory.ts';
import { useReceive } from '../use-receive.ts';

/** Opens a scenario from elsewhere: a file that is chosen, or a token or a file's text that is pasted. */
export function ReceivePanel(): ReactElement {
  const { state, send } = useLaboratory();
  const receive = useReceive();
  const [text, setText] = useState('');
  const id = useId();
  return (
    <>
      <Dialog.Title className="panel-title">Open a scenario</Dialog.Title>
      <p>It becomes a branch of yours beside those that are here.</p>
      <label className="field">
        <span>A scenario file (YAML)</span>
        <input
          type="file"
          accept=".yaml,.yml,text/yaml"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void receive(file.name, file.text());
          }}
        />
      </label>
      <label className="field" htmlFor={id}>
        <span>Or the token of a branch</span>
        <textarea
          id={id}
          rows={4}
          value={text}
          placeholder="pg1-"
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p role="status">{state.said}</p>
      <div className="buttons">
        <button
          type="button"
          className="primary"
          disabled={text.trim() === ''}
          onClick={() => void receive(null, text)}
        >
          Open
        </button>
        <button type="button" onClick={() => send({ kind: 'close' })}>
          Close
        </button>
      </div>
    </>
  );
}
