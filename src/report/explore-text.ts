import {
  type Agreement,
  partyTitle,
  readingTitle,
  regionTitle,
  stageTitle,
} from '../model/agreement.ts';
import { citationText } from '../model/citation.ts';
import type { Leaf } from '../model/condition.ts';
import type { Conflict } from '../search/conflict.ts';
import type { PointsOfNoReturn } from '../search/no-return.ts';
import type { PivotsAnswer } from '../search/pivots.ts';
import type { PlanAnswer, PlanStep } from '../search/plan.ts';
import type { UnblockAnswer } from '../search/unblock.ts';
import type { VetoAnswer } from '../search/veto.ts';
import type { Wait, WaitsAnswer } from '../search/waits.ts';
import { table, wrap } from './table.ts';
import {
  AS_ASKED,
  cited,
  listed,
  spokenControllers,
  spokenLeaf,
  spokenWho,
  spokenCount,
} from './words.ts';

/** Whether an answer is exact, or what was left when the work was stopped. */
export function completeness(complete: boolean): string {
  return complete
    ? 'COMPLETE: every reachable state was taken into account.'
    : 'PARTIAL: the work was stopped. What is listed was found by then; of the rest nothing is said.';
}

/** That a limit of the user's, and no reading, is why there is no plan: what the way without it would take. */
export function limitedText(
  agreement: Agreement,
  goal: string,
  limits: string,
  steps: readonly PlanStep[],
  ruledOut: readonly PlanStep[],
  width: number,
): string[] {
  return [
    ...wrap(
      `There is no way to ${goal}${limits}. Without that limit there is one, of ${steps.length} ${steps.length === 1 ? 'event' : 'events'}; the limit rules out:`,
      width,
    ),
    ...table(
      ruledOut.map((step) => [step.event, `Who: ${spokenWho(agreement, step.event)}.`]),
      width,
      '  ',
    ),
  ];
}

/** A plan, or why there is none. */
export function planText(
  agreement: Agreement,
  goal: string,
  readings: readonly string[],
  answer: PlanAnswer,
  width: number,
  limits = '',
): string[] {
  const under = listed(readings.map((id) => readingTitle(agreement, id)));
  switch (answer.kind) {
    case 'unfinished':
      return wrap(
        `PARTIAL: the search was stopped. No plan to ${goal} takes fewer than ${answer.atLeast} events.`,
        width,
      );
    case 'impossible':
      return [
        ...wrap(`There is no way to ${goal}${limits} ${refusedBy(agreement, readings)}.`, width),
        ...(answer.isByStages
          ? ['It does not hang on what any reading asks: no events lead there.']
          : []),
        ...answer.conflicts.flatMap((conflict) => conflictText(agreement, conflict, width)),
        ...(answer.complete
          ? ['COMPLETE: every reachable state was taken into account.']
          : ['PARTIAL: there is none; what excludes it was not found out.']),
      ];
    case 'found':
      return [
        ...wrap(
          answer.length === 0
            ? `${goal} holds already under ${under}.`
            : `The shortest way to ${goal}${limits} ${refusedBy(agreement, readings)} takes ${answer.length} ${answer.length === 1 ? 'event' : 'events'}:`,
          width,
        ),
        ...answer.plans.flatMap((steps, index) => [
          ...(answer.plans.length > 1 ? ['', `Alternative ${index + 1}`] : ['']),
          ...table(
            steps.map((step, at) => planRow(agreement, step, at, readings)),
            width,
            '  ',
          ),
        ]),
        ...(answer.length === 0
          ? []
          : [
              '',
              ...wrap(
                answer.every
                  ? 'These are all ways of that length, orders of the same events aside.'
                  : 'There may be other ways of that length; --alternatives N looks for more.',
                width,
              ),
              'COMPLETE: fewer events do not lead there.',
            ]),
      ];
  }
}

/** `that one party does not refuse`, `that none of A, B and C refuses`. */
function refusedBy(agreement: Agreement, readings: readonly string[]): string {
  const titles = readings.map((id) => readingTitle(agreement, id));
  return titles.length === 1
    ? `that ${titles[0] ?? ''} does not refuse`
    : `that none of ${listed(titles)} refuses`;
}

/** The readings asked in whose runs a step lies behind already: there it changes nothing. */
export function behindFor(
  agreement: Agreement,
  step: PlanStep,
  readings: readonly string[],
): string {
  const behind = readings.filter(
    (id) => !step.changes.some((change) => change.readings.includes(id)),
  );
  return behind.length === 0 || step.changes.length === 0
    ? ''
    : ` It lies behind already for ${listed(behind.map((id) => readingTitle(agreement, id)))}.`;
}

/** The readings asked that take a step for want of a position on its gate: that is no agreement of theirs. */
export function unstatedBy(
  agreement: Agreement,
  step: PlanStep,
  readings: readonly string[],
): string {
  if (step.gate === null) return '';
  const gate = step.gate;
  const silent = readings.filter(
    (id) => agreement.readings.get(id)?.gates.get(gate)?.stated === null,
  );
  return silent.length === 0
    ? ''
    : ` No position stated: ${listed(silent.map((id) => readingTitle(agreement, id)))}.`;
}

function planRow(
  agreement: Agreement,
  step: PlanStep,
  at: number,
  readings: readonly string[],
): string[] {
  const moves = step.changes.map(
    ({ region, stage }) =>
      `${regionTitle(agreement, region)}: ${stageTitle(agreement, region, stage)}`,
  );
  return [
    `${at + 1}.`,
    step.event,
    `${[...new Set(moves)].join('; ')}. Who: ${spokenWho(agreement, step.event)}.${unstatedBy(agreement, step, readings)}${behindFor(agreement, step, readings)}`,
  ];
}

function conflictText(agreement: Agreement, conflict: Conflict, width: number): string[] {
  const readings = listed(
    conflict.readings.map((group) => group.map((id) => readingTitle(agreement, id)).join(' or ')),
  );
  const said = conflict.leaves.map(({ leaf, gate }) => [
    whoAsks(agreement, leaf),
    gate,
    leaf.id,
    `${spokenLeaf(agreement, leaf)} (${cited(agreement, leaf.claims, leaf.basis)})`,
  ]);
  const alone = conflict.readings.length === 1;
  return [
    ...wrap(
      alone
        ? `What ${readings} asks excludes it:`
        : `What ${readings} ask excludes it when taken together:`,
      width,
    ),
    ...(said.length === 0 ? ['  the stages alone leave no way'] : table(said, width, '  ')),
  ];
}

/** Whose condition a leaf is: a reading's, or the model's own, which all readings share. */
function whoAsks(agreement: Agreement, { reading }: Leaf): string {
  return agreement.readings.has(reading) ? readingTitle(agreement, reading) : 'the model';
}

/** The minimal sets of stages that open a gate. */
export function unblockText(agreement: Agreement, answer: UnblockAnswer, width: number): string[] {
  const under = listed(answer.readings.map((id) => readingTitle(agreement, id)));
  const gate = agreement.gates.get(answer.gate)?.title ?? answer.gate;
  if (answer.open)
    return wrap(`${gate} (gate ${answer.gate}) is open already under ${under}.`, width);
  if (answer.sets.length === 0) {
    return [
      ...wrap(
        answer.ruledOut.length > 0
          ? `No stages open ${answer.gate} under ${under}: something is ruled out.`
          : `No stages open ${answer.gate} under ${under}, taken together: what they ask excludes one another.`,
        width,
      ),
      ...table(
        (answer.ruledOut.length > 0 ? answer.ruledOut : answer.asked).map((leaf) => [
          whoAsks(agreement, leaf),
          leaf.id,
          `${spokenLeaf(agreement, leaf)} (${cited(agreement, leaf.claims, leaf.basis)})`,
        ]),
        width,
        '  ',
      ),
      completeness(answer.complete),
    ];
  }
  return [
    ...wrap(
      `With each of these sets of stages no condition of ${under} keeps ${answer.gate} closed, all else as it is:`,
      width,
    ),
    ...answer.sets.flatMap((set, index) => [
      '',
      `${index + 1}. ${set.reachable === null ? 'not known whether reachable' : set.reachable ? 'reachable' : 'not reachable by any events'}`,
      ...table(
        set.stages.map(({ region, stage, controllers, takingPart }) => [
          `${region}=${stage}`,
          `${regionTitle(agreement, region)}: ${stageTitle(agreement, region, stage)}. Who: ${spokenControllers(agreement, controllers, takingPart)}.`,
        ]),
        width,
        '   ',
      ),
    ]),
    '',
    completeness(answer.complete),
  ];
}

/** Who can block a goal for good. */
export function vetoText(
  agreement: Agreement,
  goal: string,
  readings: readonly string[],
  answer: VetoAnswer,
  width: number,
): string[] {
  const under = listed(readings.map((id) => readingTitle(agreement, id)));
  const head = `Who can block ${goal} for good, under ${under}; derived.`;
  if (answer.reachable !== true)
    return [
      ...wrap(head, width),
      ...wrap(
        answer.reachable === null
          ? 'Whether it can be reached at all was not found out.'
          : `It cannot be reached at all, so nobody needs a veto.`,
        width,
      ),
      completeness(answer.complete),
    ];
  const none = answer.complete
    ? 'No single party can.'
    : 'None had been found when the work was stopped.';
  const rows = answer.vetoes.map((veto) => [
    partyTitle(agreement, veto.party),
    [
      ...(veto.byWithholding ? ['by doing nothing: there is no way without it'] : []),
      ...(veto.bySpoiling === null
        ? []
        : [`by ${veto.bySpoiling.join(', then ')}: after that there is no way at all`]),
    ].join('; '),
  ]);
  return [
    ...wrap(head, width),
    ...(rows.length === 0 ? [none] : table(rows, width, '  ')),
    ...wrap(
      answer.unstated === 'free'
        ? 'Events of which no document says who controls them may happen freely here.'
        : 'Events of which no document says who controls them do not happen here.',
      width,
    ),
    AS_ASKED,
    completeness(answer.complete),
  ];
}

/** Who waits for whom, and where that goes in a circle. */
export function waitsText(agreement: Agreement, answer: WaitsAnswer, width: number): string[] {
  const edge = (wait: Wait) => [
    `${partyTitle(agreement, wait.from)} -> ${partyTitle(agreement, wait.to)}`,
    `${wait.gate} waits for ${wait.leaf.id}: ${spokenLeaf(agreement, wait.leaf)}${togetherText(agreement, wait)} (${cited(agreement, wait.claims, wait.basis)})`,
  ];
  return [
    answer.waits.length === 0
      ? 'Nobody waits for anybody.'
      : 'Who waits for whom (its own reading refuses what it has a hand in, until the other acts):',
    ...table(answer.waits.map(edge), width, '  '),
    ...(answer.cycles.length === 0
      ? ['Nobody waits in a circle.']
      : answer.cycles.flatMap((cycle) => [
          '',
          `In a circle: ${[...cycle.parties, cycle.parties[0] ?? ''].map((id) => partyTitle(agreement, id)).join(' -> ')}`,
          ...table(cycle.waits.map(edge), width, '  '),
        ])),
    ...(answer.cycles.length === 0 ? [] : ['', ...wrap(CIRCLES_ARE_NO_DEADLOCK, width)]),
    ...(answer.forNobody.length === 0
      ? []
      : [
          '',
          'Waits that no stated party could end:',
          ...table(
            answer.forNobody.map(({ from, gate, leaf, claims, basis, takingPart }) => [
              partyTitle(agreement, from),
              `${gate}: ${leaf.id}: ${spokenLeaf(agreement, leaf)} (${cited(agreement, claims, basis)})${takingPart.length === 0 ? '' : `; ${spokenControllers(agreement, null, takingPart)}`}`,
            ]),
            width,
            '  ',
          ),
        ]),
  ];
}

/** What a circle of waits does not say. */
export const CIRCLES_ARE_NO_DEADLOCK =
  'A circle joins waits that may stand before different gates, so it is not by itself a deadlock: a plan shows whether a gate can be passed all the same.';

/** With whom the other would have to act, where it cannot by itself. */
export function togetherText(agreement: Agreement, { to, together }: Wait): string {
  if (together.some((set) => set.length === 1)) return '';
  const sets = together.map((set) =>
    listed(set.filter((party) => party !== to).map((party) => partyTitle(agreement, party))),
  );
  return `, which takes ${partyTitle(agreement, to)} together with ${listed(sets, 'or')}`;
}

/** Which single leaf or claim a verdict or a goal turns on. */
export function pivotsText(
  agreement: Agreement,
  reading: string,
  answer: PivotsAnswer,
  width: number,
): string[] {
  const rows = answer.pivots.map((pivot) => [
    pivot.dropped.kind === 'claim'
      ? citationText(agreement, pivot.dropped.id)
      : `leaf ${pivot.dropped.id}`,
    [
      ...pivot.verdicts.map(({ gate, before, after }) => `${gate}: ${before} -> ${after}`),
      ...pivot.goals.map(
        ({ goal, reachableAfter }) =>
          `${goal} ${reachableAfter ? 'can be reached' : 'can no longer be reached'}`,
      ),
    ].join('; '),
  ]);
  return [
    ...wrap(
      `${readingTitle(agreement, reading)}: ${answer.tried} conditions and claims behind its gates were dropped one at a time, and ${answer.pivots.length === 0 ? 'none changes anything by itself (where two ask for the same, neither does alone)' : `${answer.pivots.length} of them change something`}`,
      width,
    ),
    ...table(rows, width, '  '),
    ...(answer.complete ? [] : [completeness(false)]),
  ];
}

/** The events that can put a goal out of reach for good. */
export function noReturnText(
  agreement: Agreement,
  goal: string,
  answer: PointsOfNoReturn,
  width: number,
): string[] {
  const rows = answer.points.map((point) => [
    point.event,
    `in ${spokenCount(point.states)} states. Who: ${spokenWho(agreement, point.event)}. ${point.events === null ? '' : `Soonest: ${point.events.join(', then ')}.`}`,
  ]);
  if (answer.possible === null || answer.lost === null)
    return [`How ${goal} could be lost was not found out.`, completeness(false)];
  return [
    ...wrap(
      `${goal} can still be reached from ${spokenCount(answer.possible)} reachable states, and no longer from ${spokenCount(answer.lost)}. Such counts are properties of the model, never likelihoods.`,
      width,
    ),
    rows.length === 0 ? 'No single event loses it.' : 'Events that lose it:',
    ...table(rows, width, '  '),
    completeness(answer.complete),
  ];
}
