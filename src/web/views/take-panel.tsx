import { Dialog } from '@base-ui/react/dialog';
import { useMemo, useState, type ReactElement } from 'react';
import { wantedHead, wantedWay } from '../../explain/wanted-text.ts';
import type { Choice } from '../../explain/what-if-choice.ts';
import { choices, SECTIONS } from '../../explain/what-if-choices.ts';
import { counted } from '../../explain/words.ts';
import { wayTo } from '../../lab/question.ts';
import { likelyDay, whyNot } from '../../lab/reduce.ts';
import { standingAt } from '../../lab/scene.ts';
import type { BranchAction } from '../../model/assumed-step.ts';
import { titleOf } from '../../model/assumed-step.ts';
import type { Moment } from '../../model/moment.ts';
import { dayText } from '../../model/day-words.ts';
import { REPORTED } from '../../model/terms.ts';
import { type Read, takeTyped, type Typed } from '../asked.ts';
import { Blocks } from '../blocks.tsx';
import { useLaboratory } from '../laboratory.ts';
import { Searching } from '../searching.tsx';
import { useSearch } from '../use-search.ts';
import { AskedFields } from './asked-fields.tsx';

/** Lets something happen: asks for its day, a reason and a note; of what cannot happen yet, with what has to come first. */
export function TakePanel({ action }: { action: BranchAction }): ReactElement {
  const { setting, agreement, lab, scene, act, send, open } = useLaboratory();
  const { moment } = scene;
  const near = likelyDay(setting, lab);
  const [typed, setTyped] = useState<Typed>({
    day: near === null ? '' : dayText(near),
    because: '',
    note: '',
  });
  const [problem, setProblem] = useState<Extract<Read, { ok: false }> | null>(null);
  const choice = useMemo(() => choiceOf(moment, lab.run, action), [moment, lab.run, action]);
  const event = action.kind === 'event' && choice?.canHappen === false ? action.event : null;
  const why = useMemo(
    () => whyNot(setting, lab, { kind: 'take', action, before: [], given: {} }),
    [setting, lab, action],
  );
  const [isForEveryone, setForEveryone] = useState(lab.run === REPORTED);
  const [isAlone, setAlone] = useState(false);
  const question = event === null ? null : wayTo(agreement, event, lab.run, isForEveryone);
  const search = useSearch(why === null ? question : null);
  const way = search?.kind === 'answered' ? search.answer.events : [];
  const before = isAlone ? [] : way.slice(0, -1);
  const follow = (references: readonly string[]) => open({ kind: 'claims', references });
  const take = () => {
    const read = takeTyped(setting, lab, { action, before }, typed, near);
    if (!read.ok) {
      setProblem(read);
      return;
    }
    for (const message of read.messages) act(message);
    send({ kind: 'close' });
  };
  return (
    <>
      <Dialog.Title className="panel-title">{`What if: ${titleOf(action, agreement)}`}</Dialog.Title>
      {action.kind !== 'event' ? null : (
        <div className="buttons">
          <button
            type="button"
            onClick={() => open({ kind: 'gate', event: action.event, reading: null })}
          >
            How it stands
          </button>
        </div>
      )}
      {choice === undefined ? null : (
        <details className="why">
          <summary>{`${choice.heading}. Why?`}</summary>
          <Blocks blocks={choice.details()} follow={follow} />
        </details>
      )}
      {event === null || search === null ? null : (
        <section className="first" aria-label="What has to come first">
          <Blocks blocks={wantedHead(moment, event, lab.run)} />
          {way.length > 0 ? (
            <Blocks blocks={wantedWay(moment, way, isForEveryone, standingAt)} follow={follow} />
          ) : (
            <Searching search={search} follow={follow} />
          )}
          <label className="tick">
            <input
              type="checkbox"
              checked={isForEveryone}
              onChange={({ target }) => setForEveryone(target.checked)}
            />
            A path that no party refuses
          </label>
          {way.length > 1 ? (
            <label className="tick">
              <input
                type="checkbox"
                checked={isAlone}
                onChange={({ target }) => setAlone(target.checked)}
              />
              Take it alone, without the steps before it
            </label>
          ) : null}
        </section>
      )}
      {why !== null ? (
        <p className="wrong">{why}</p>
      ) : (
        <AskedFields
          typed={typed}
          onTyped={(next) => {
            setTyped(next);
            setProblem(null);
          }}
          near={near ?? agreement.recordEnds}
          problem={problem}
          isReady={event === null || (search !== null && search.kind !== 'running')}
          submit={
            before.length === 0
              ? 'Take it'
              : `Take it, with the ${counted(before.length, 'step')} before it`
          }
          onSubmit={take}
        />
      )}
      <Dialog.Close className="close">Close</Dialog.Close>
    </>
  );
}

function choiceOf(moment: Moment, run: string, action: BranchAction): Choice | undefined {
  const key = JSON.stringify(action);
  return SECTIONS.flatMap((section) => choices(moment, run, section, '', standingAt)).find(
    (each) => JSON.stringify(each.action) === key,
  );
}
