import { readingTitle } from '../model/agreement.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Demand, MarkedTask, Task } from '../answer/task.ts';
import { plainWords } from './document.ts';
import { outcomeJson, objectionJson } from './outcome-json.ts';
import { setsJson } from './condition-json.ts';
import type { TaskDemandOutput, TaskMarkedOutput, TaskOutput } from './shapes/task.ts';
import { demandReason, demandText, goalText } from './task-text.ts';

/** A task as it is set. */
export function taskJson(agreement: Agreement, { task, position, goals }: Task): TaskOutput {
  const { id, text, after = null, before = null, without, most = null } = task;
  return {
    id,
    text,
    after,
    position,
    goals: goals.map((goal) => ({
      gate: goal.gate,
      event: goal.event,
      reading: goal.reading,
      readingTitle: readingTitle(agreement, goal.reading),
      says: goal.says,
      words: goalText(agreement, goal),
    })),
    before,
    without: [...without],
    most,
  };
}

/** A branch held against a task. */
export function markedTaskJson(marked: MarkedTask): TaskMarkedOutput {
  const { task, tried, steps, demands, isMet } = marked;
  return {
    task: task.task.id,
    scenario: tried.scenario.id,
    scenarioTitle: tried.scenario.title,
    steps: [...steps],
    isMet,
    demands: demands.map((demand) => demandJson(marked, demand)),
  };
}

function demandJson(marked: MarkedTask, demand: Demand): TaskDemandOutput {
  const { end } = marked;
  const said = {
    isMet: demand.isMet,
    words: demandText(end.agreement, demand),
    reason: plainWords(demandReason(marked, demand)) || null,
  };
  switch (demand.kind) {
    case 'begins':
      return {
        ...said,
        kind: 'begins',
        step: demand.step?.id ?? null,
        shared: demand.shared?.id ?? null,
      };
    case 'gate': {
      const { goal, party, last } = demand;
      const home = end.agreement.events.get(goal.event)?.home ?? '';
      return {
        ...said,
        kind: 'gate',
        gate: goal.gate,
        event: goal.event,
        reading: goal.reading,
        says: goal.says,
        verdict: party.verdict,
        unmet: setsJson(party.unmet),
        objections: party.objections.map((each) => objectionJson(end, each)),
        last:
          last === null ? null : { step: last.step, outcome: outcomeJson(end, last.outcome, home) },
      };
    }
    case 'before':
      return {
        ...said,
        kind: 'before',
        day: demand.day,
        late: demand.late.map((each) => ({ ...each })),
      };
    case 'without':
      return {
        ...said,
        kind: 'without',
        limit: demand.limit,
        found: demand.found.map(({ step, reading }) => ({ step, reading })),
      };
    case 'most':
      return { ...said, kind: 'most', most: demand.most, taken: demand.taken };
  }
}
