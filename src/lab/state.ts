import type { Agreement } from '../model/agreement.ts';
import type { PlayClocks } from '../model/run.ts';
import type { Runner } from '../model/runner.ts';
import type { PropertiesFile } from '../model/shapes/properties.ts';
import type { Bench } from './branches.ts';
import type { History } from './history.ts';

/** What stays the same while somebody works in the laboratory. */
export interface Setting {
  readonly agreement: Agreement;
  /** What is to hold in everything that can be reached; null where the agreement lists nothing. */
  readonly properties: PropertiesFile | null;
  readonly runner: Runner;
}

/** A task by its id, and the scenario that sets it. */
export interface TaskName {
  readonly scenario: string;
  readonly task: string;
}

/** All that somebody has done and looks at, whatever they look at it with. */
export interface LabState extends Bench {
  readonly history: History;
  readonly scenario: string;
  /** Index of the step that was played last, -1 before the first. */
  readonly position: number;
  /** As of which day, and by whose publication, the scenario is looked at; none of either at first. */
  readonly clocks: PlayClocks;
  /** The run on show: a reading's id, or `reported`. */
  readonly run: string;
  /** The task that was taken up; null where none was. */
  readonly task: TaskName | null;
  /** The gate on show; null lets it follow the steps. */
  readonly gate: string | null;
}
