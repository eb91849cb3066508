import { stageTitle } from '../model/agreement.ts';
import { published } from '../model/moment.ts';
import type { NeededStage, UnblockAnswer, UnblockFromOne } from '../search/unblock.ts';
import { askedConditionJson } from './condition-json.ts';
import type { Judged } from './judged.ts';
import { objectionJson } from './outcome-json.ts';
import { casesJson, planStepJson, stageJson } from './search-json.ts';
import type { Searched } from './search-text.ts';
import type { UnblockFound } from './shapes/unblock.ts';
import { eventTitle } from './words.ts';

/** What `unblock` found, as one object. */
export function unblockJson({ moment }: Searched, answer: UnblockAnswer): UnblockFound {
  const { cases, ...from } = answer;
  return {
    ...fromOneJson(moment, from),
    cases: casesJson(moment.agreement, cases, (each) => fromOneJson(moment, each)),
  };
}

function fromOneJson(moment: Judged, answer: UnblockFromOne): Omit<UnblockFound, 'cases'> {
  const { event, gate, behind, state, reachable, sets, required, asked, objections, complete } =
    answer;
  return {
    event,
    eventTitle: eventTitle(moment.agreement, event),
    gate,
    behind,
    state,
    reachable,
    sets: sets.map((set) => ({
      stages: set.stages.map((stage) => neededJson(moment, stage)),
      reachable: set.reachable,
      way: set.way === null ? null : set.way.map((step) => planStepJson(moment, step)),
    })),
    required: required.map((condition) => askedConditionJson(moment, condition)),
    asked: asked.map(({ condition, isCertain }) => ({
      condition: askedConditionJson(moment, condition),
      isCertain,
    })),
    objections: objections.map(({ objection, isCertain }) => ({
      objection: objectionJson(moment, objection),
      isCertain,
    })),
    complete,
  };
}

function neededJson(moment: Judged, needed: NeededStage) {
  const { agreement } = moment;
  const { region, stage, from, readings, isHome, controllers, unheldBefore } = needed;
  return {
    ...stageJson(agreement, region, stage),
    from,
    fromTitle: stageTitle(agreement, region, from),
    readings,
    isHome,
    required: needed.required.map(({ id }) => id),
    asked: needed.asked.map(({ condition }) => condition.id),
    controllers,
    takingPart: published(moment, needed.takingPart),
    unheldBefore,
  };
}
