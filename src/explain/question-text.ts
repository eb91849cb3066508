import type { Agreement } from '../model/agreement.ts';
import { type Block, heading } from './document.ts';
import { eventTitle, underReadings } from './words.ts';

/** What is asked of where things stand. */
export interface AskedFrom {
  readonly kind: 'plan' | 'coalitions' | 'waits' | 'properties' | 'duties';
  /** The gate that is asked about; of no meaning for waits, properties and duties. */
  readonly gate: string;
  readonly readings: readonly string[];
  /** Whether all of the readings must agree at once. */
  readonly isForEveryone: boolean;
}

/** What was asked from where things stand, over its answer. */
export function questionHead(agreement: Agreement, asked: AskedFrom): Block {
  return heading(questionText(agreement, asked), { basis: 'derived' });
}

function questionText(agreement: Agreement, asked: AskedFrom): string {
  const { kind, gate, isForEveryone, readings } = asked;
  const event = agreement.gates.get(gate)?.event ?? gate;
  const whose = isForEveryone
    ? "under every party's reading at once"
    : underReadings(agreement, readings);
  switch (kind) {
    case 'properties':
      return 'What holds whatever happens from here, by the positions and waivers in force';
    case 'duties':
      return 'Who is bound to bring what about by when, as it stands here';
    case 'waits':
      return 'Each by its own reading, from here';
    case 'plan':
      return `To "${eventTitle(agreement, event)}" from here, ${whose}`;
    case 'coalitions':
      return `To "${eventTitle(agreement, event)}" on their own from here, ${whose}`;
  }
}
