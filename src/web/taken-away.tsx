import type { ReactElement } from 'react';
import { copied } from './copied.ts';
import { useLaboratory } from './laboratory.ts';
import { linkTo } from './use-address.ts';

/** Ways to take what is on show elsewhere. */
export function TakenAway(): ReactElement {
  const { setting, state, send } = useLaboratory();
  const copyLink = async () =>
    send({ kind: 'say', said: await copied(await linkTo(setting, state)) });
  return (
    <>
      <button type="button" onClick={() => void copyLink()}>
        Copy link
      </button>
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
    </>
  );
}
