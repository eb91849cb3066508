import type { ReactElement } from 'react';
import { counted, underRun } from '../../explain/words.ts';
import { told } from '../../lab/scene.ts';
import { type BranchSteps, type ListedStep, stepsOfBranch } from '../branch-steps.ts';
import { Signed } from '../blocks.tsx';
import { useLaboratory } from '../laboratory.ts';

/** As many of the steps that are played on are listed before one asks for the rest. */
const FEW = 40;

/** The steps of the branch on show, with what can be done to each. */
export function WhatIfBranch(): ReactElement {
  const { setting, agreement, state, lab, act, open, send } = useLaboratory();
  const isWhole = state.seen.wholeBranch === lab.scenario;
  const isOwn = lab.branches.includes(lab.scenario);
  const { story } = told(setting, lab.scenarios, lab.scenario, lab.clocks);
  const title = story.scenario.title;
  if (!isOwn)
    return (
      <section className="branch" aria-labelledby="branch">
        <h2 id="branch">Your branch</h2>
        <p className="empty">
          {`"${title}" is no what-if of yours: nothing of it is changed. What you let happen here begins a branch of your own.`}
        </p>
      </section>
    );
  const steps = stepsOfBranch(setting, lab, isWhole ? Infinity : FEW);
  const left = story.steps.length - steps.inherited - steps.own.length - steps.playedOn.length;
  return (
    <section className="branch" aria-labelledby="branch">
      <h2 id="branch">{title}</h2>
      <p className="label">
        {`What the steps come to, ${underRun(agreement, lab.run)}.`}
        {steps.inherited === 0 ? '' : ` ${counted(steps.inherited, 'inherited step')} before them.`}
      </p>
      <div className="buttons">
        <button type="button" onClick={() => act({ kind: 'playOn' })}>
          {steps.from === null ? 'Play on the later steps' : 'Leave out the later steps'}
        </button>
        <button type="button" onClick={() => open({ kind: 'name', scenario: lab.scenario })}>
          Name it
        </button>
      </div>
      <h3>Its own steps</h3>
      {steps.own.length === 0 ? (
        <p className="empty">None yet: choose what is to happen.</p>
      ) : (
        <StepList steps={steps.own} label="Its own steps" />
      )}
      <PlayedOn
        steps={steps}
        left={left}
        more={() => send({ kind: 'see', seen: { wholeBranch: lab.scenario } })}
      />
    </section>
  );
}

function PlayedOn({
  steps: { from, warning, playedOn },
  left,
  more,
}: {
  steps: BranchSteps;
  left: number;
  more: () => void;
}): ReactElement | null {
  if (from === null) return null;
  const title = `Played on from "${from}"`;
  return (
    <>
      <h3>{title}</h3>
      {warning === '' ? null : <p className="careful">{warning}</p>}
      <StepList steps={playedOn} label={title} />
      {left <= 0 ? null : (
        <button type="button" onClick={more}>{`Show ${counted(left, 'more step')}`}</button>
      )}
    </>
  );
}

function StepList({ steps, label }: { steps: readonly ListedStep[]; label: string }): ReactElement {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => (
        <OneStep key={step.id} step={step} />
      ))}
    </ol>
  );
}

function OneStep({ step }: { step: ListedStep }): ReactElement {
  const { scene, lab, act, open } = useLaboratory();
  const { place, title, day, mark, words, said, canMove, canStrike, isOwn } = step;
  const change = (kind: 'earlier' | 'later' | 'strike') =>
    act({ kind: 'change', place, change: { kind } });
  return (
    <li className="step" aria-current={place === scene.position ? 'step' : undefined}>
      <button
        type="button"
        className="step-title"
        onClick={() => act({ kind: 'show', scenario: lab.scenario, position: place })}
      >
        {title}
      </button>
      <p className="step-words">
        <span className="step-day">{day === '' ? 'no day' : day}</span>
        {words === '' ? null : (
          <span>
            {mark === null ? null : <Signed sign={mark} />} {words}
          </span>
        )}
      </p>
      {said.map((each) => (
        <p key={each} className="step-said">
          {each}
        </p>
      ))}
      <div className="buttons">
        {isOwn ? (
          <>
            <button
              type="button"
              aria-label={`Day, reason, note: ${title}`}
              onClick={() => open({ kind: 'step', place })}
            >
              Day, reason, note
            </button>
            <button
              type="button"
              aria-label={`Move up: ${title}`}
              disabled={!canMove.earlier}
              onClick={() => change('earlier')}
            >
              Up
            </button>
            <button
              type="button"
              aria-label={`Move down: ${title}`}
              disabled={!canMove.later}
              onClick={() => change('later')}
            >
              Down
            </button>
          </>
        ) : null}
        {canStrike ? (
          <button
            type="button"
            aria-label={`Strike out: ${title}`}
            onClick={() => change('strike')}
          >
            Strike out
          </button>
        ) : null}
      </div>
    </li>
  );
}
