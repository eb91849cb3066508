import { useMemo, type ReactElement } from 'react';
import { changeText, NO_CHANGE } from '../../explain/change-text.ts';
import { placeText } from '../../explain/place-text.ts';
import { scenarioBlocks } from '../../explain/play-text.ts';
import { oneStepBlocks } from '../../explain/step-text.ts';
import { capital } from '../../explain/words.ts';
import { nearestChange } from '../../lab/changes.ts';
import { coursesShown } from '../../lab/course.ts';
import { gateShown, standingOfScene } from '../../lab/scene.ts';
import { AgainstField } from '../against-field.tsx';
import { Blocks } from '../blocks.tsx';
import { GateField } from '../gate-field.tsx';
import { useLaboratory } from '../laboratory.ts';
import { useAfterFrame } from '../use-after-frame.ts';
import { TimeChart } from './time-chart.tsx';

/** The scenario on show over its days, and beside it the step on show. */
export function TimeView(): ReactElement {
  const { setting, agreement, state, lab, send } = useLaboratory();
  const isAll = state.seen.hasAllLanes;
  // What is drawn may come a moment after the day and the step on show, so that a slider never waits for it.
  const drawn = useAfterFrame(lab);
  const { own, base, shared, isBase } = coursesShown(setting, drawn, state.against);
  const courses = useMemo(() => ({ own, base, shared, isBase }), [own, base, shared, isBase]);
  const gate = agreement.gates.get(gateShown(setting, drawn) ?? '') ?? null;
  return (
    <section className="time" aria-label="Time, drawn">
      <div className="time-bar">
        <Steps />
        <GateField label="Verdicts on" gate={gate?.id ?? ''} />
        <AgainstField />
        <label className="check">
          <input
            type="checkbox"
            checked={isAll}
            onChange={({ target }) => send({ kind: 'see', seen: { hasAllLanes: target.checked } })}
          />{' '}
          Lanes that no step is about, too
        </label>
      </div>
      <div className="time-body">
        <TimeChart courses={courses} gate={gate} isAll={isAll} />
        <StepOnShow />
      </div>
    </section>
  );
}

/** To the step before and the next, and to where something changes on the board. */
function Steps(): ReactElement {
  const { setting, agreement, lab, scene, act, send } = useLaboratory();
  const { scenario } = lab;
  const { places, position } = scene;
  const before = places.findLast((place) => place < position) ?? -1;
  const after = places.find((place) => place > position);
  const toChange = (by: 1 | -1) => {
    const change = nearestChange(setting, lab, by);
    if (change === null) return send({ kind: 'say', said: NO_CHANGE[by] });
    act({ kind: 'show', scenario, position: change.after.position });
    // The board is held, so that the next change looked for is one of the same gate.
    act({ kind: 'look', gate: change.gate });
    return send({
      kind: 'say',
      said: changeText(agreement, change.gate, change.before.moment, change.after.moment),
    });
  };
  return (
    <div className="buttons">
      <button
        type="button"
        disabled={position < 0}
        onClick={() => act({ kind: 'show', scenario, position: before })}
      >
        Previous step
      </button>
      <button
        type="button"
        disabled={after === undefined}
        onClick={() => act({ kind: 'show', scenario, position: after ?? position })}
      >
        Next step
      </button>
      <button type="button" onClick={() => toChange(-1)}>
        Previous change
      </button>
      <button type="button" onClick={() => toChange(1)}>
        Next change
      </button>
    </div>
  );
}

/** The step that was played last: what happened, who says so, what each reading makes of it, and what it changed. */
function StepOnShow(): ReactElement {
  const { lab, scene, open } = useLaboratory();
  const { story, moment, played, before, position } = scene;
  const blocks = useMemo(
    () =>
      played === null || before === null
        ? scenarioBlocks(story)
        : oneStepBlocks(
            { moment, base: null, verbose: true, run: lab.run },
            { entry: played, standing: standingOfScene(scene), before },
          ),
    [played, before, story, moment, scene, lab.run],
  );
  return (
    <section className="time-step" aria-label="The step on show">
      <h2>{capital(placeText(position, story.steps.length, played?.isCertain !== false))}</h2>
      <Blocks blocks={blocks} follow={(references) => open({ kind: 'claims', references })} />
    </section>
  );
}
