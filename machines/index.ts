import { machine } from './gaza-ceasefire/machine.ts';

/** The agreements that ship: each with its statechart, the folders of its content, and where a reader begins. */
export const definitions = [
  {
    id: 'gaza-ceasefire',
    machine,
    folder: 'machines/gaza-ceasefire',
    scenarios: 'scenarios',
    sources: 'seeds',
    defaultScenario: 'record',
  },
] as const;
