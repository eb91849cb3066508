import type { ReactElement } from 'react';

export function TakenAway(): ReactElement {
  return (
    <button type="button" onClick={() => window.print()}>
      Print
    </button>
  );
}
