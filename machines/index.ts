import type { AnyStateMachine } from 'xstate';
import { machineOf } from '../src/model/machine.ts';
import { loadAgreement } from '../src/node/load-agreement.ts';

const { agreement } = loadAgreement(new URL('./gaza-ceasefire/', import.meta.url));

/** The agreement that ships, as one XState machine for XState's own tools. Its guards stand open: readings fill them. */
export const machine: AnyStateMachine = machineOf(agreement.statechart);
