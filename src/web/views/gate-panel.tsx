import { Dialog } from '@base-ui/react/dialog';
import type { ReactElement } from 'react';
import { gateText } from '../../explain/check-text.ts';
import { runTitle } from '../../explain/words.ts';
import { standing } from '../../model/standing.ts';
import { withoutHead } from '../../draw/lines.ts';
import { Blocks } from '../blocks.tsx';
import { useLaboratory } from '../laboratory.ts';

/** How an event stands at the moment on show: the conditions, who could change them, and the claims behind them. */
export function GatePanel({
  event,
  reading,
}: {
  event: string;
  reading: string | null;
}): ReactElement {
  const { agreement, state, scene, act, open, send } = useLaboratory();
  // Where it is asked already, that lies under this.
  const below = state.panels.at(-2);
  const isAsked = below?.kind === 'take' && 'event' in below.action && below.action.event === event;
  const asked = standing(scene.moment, event, reading === null ? undefined : [reading]);
  const name = asked.gate?.id ?? event;
  const whose = reading === null ? '' : `, ${runTitle(agreement, reading)}`;
  return (
    <>
      <Dialog.Title className="panel-title">{`${asked.event.title}${whose}`}</Dialog.Title>
      <div className="buttons">
        <button
          type="button"
          onClick={() =>
            isAsked
              ? send({ kind: 'close' })
              : open({ kind: 'take', action: { kind: 'event', event } })
          }
        >
          What if it happens?
        </button>
        <button type="button" onClick={() => act({ kind: 'look', gate: name })}>
          Keep this gate on show
        </button>
        {reading === null ? null : (
          <button type="button" onClick={() => open({ kind: 'gate', event, reading: null })}>
            By every reading
          </button>
        )}
      </div>
      <Blocks
        blocks={withoutHead(gateText(asked, { verbose: true }))}
        follow={(references) => open({ kind: 'claims', references })}
      />
      <Dialog.Close className="close">Close</Dialog.Close>
    </>
  );
}
