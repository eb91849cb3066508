import type {
  ScenarioFile,
  StepFile,
  WrittenScenario,
  WrittenStep,
} from '../model/shapes/scenario.ts';
import { asSentence } from '../model/shapes/in-words.ts';

/**
 * A scenario with what its file leaves to others: the agreement is that in whose folder it lies, and a step is called
 * what its event is called.
 *
 * @param agreement the id of that agreement
 * @param titleOf what an event is called; nothing where there is no such event, which is for the check to say
 */
export function filledScenario(
  written: WrittenScenario,
  agreement: string,
  titleOf: (event: string) => string | undefined,
): ScenarioFile {
  return {
    ...written,
    agreement: written.agreement ?? agreement,
    steps: written.steps.map((step) => filledStep(step, titleOf)),
  };
}

/** The same step with the same title is the same object each time: what was played of it before is known by that. */
function filledStep(step: WrittenStep, titleOf: (event: string) => string | undefined): StepFile {
  if (isTitled(step)) return step;
  const { event = '' } = step;
  const title = titleOf(event) ?? asSentence(event);
  const known = filled.get(step);
  if (known?.title === title) return known;
  const made = { ...step, title };
  filled.set(step, made);
  return made;
}

const filled = new WeakMap<WrittenStep, StepFile>();

function isTitled(step: WrittenStep): step is StepFile {
  return step.title !== undefined;
}
