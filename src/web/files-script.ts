import { readKeptExercises } from '../load/kept-exercises.ts';
import { checkOneScenario } from '../load/one-scenario.ts';
import { scenarioOf } from '../load/scenario-of.ts';
import { scenarioText } from '../load/scenario-text.ts';
import { readToken, tokenOf } from '../load/scenario-token.ts';
import { sessionOf } from '../load/session-shape.ts';

/**
 * What a page needs to read and write scenarios as files and as tokens: schemas and YAML are half a page's program, and
 * most who open one never need them. It lies packed in the page and is run when it is asked for.
 */
const FILES = {
  checkOneScenario,
  readKeptExercises,
  scenarioOf,
  scenarioText,
  sessionOf,
  readToken,
  tokenOf,
};

export type Files = typeof FILES;

(globalThis as { phasegateFiles?: Files }).phasegateFiles = FILES;
