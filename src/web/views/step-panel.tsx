import { Dialog } from '@base-ui/react/dialog';
import { useState, type ReactElement } from 'react';
import { likelyDayOf } from '../../lab/reduce.ts';
import { changesTyped, type Read, type Typed, typedOf } from '../asked.ts';
import { useLaboratory } from '../laboratory.ts';
import { AskedFields } from './asked-fields.tsx';

const NOTHING: Typed = { day: '', because: '', note: '' };

/** Changes the day, the reason and the note of a step of a branch. */
export function StepPanel({ place }: { place: number }): ReactElement {
  const { setting, agreement, lab, scene, act, send } = useLaboratory();
  const step = scene.story.steps[place];
  const before = step === undefined ? NOTHING : typedOf(step);
  const [typed, setTyped] = useState<Typed>(before);
  const [problem, setProblem] = useState<Extract<Read, { ok: false }> | null>(null);
  const near = likelyDayOf(setting, lab, place) ?? agreement.recordEnds;
  const change = () => {
    const read = changesTyped(setting, lab, place, { before, after: typed }, near);
    if (!read.ok) {
      setProblem(read);
      return;
    }
    for (const message of read.messages) act(message);
    send({ kind: 'close' });
  };
  return (
    <>
      <Dialog.Title className="panel-title">{step?.title ?? ''}</Dialog.Title>
      <AskedFields
        typed={typed}
        onTyped={(next) => {
          setTyped(next);
          setProblem(null);
        }}
        near={near}
        problem={problem}
        hasReason={step?.status === 'assumed'}
        submit="Keep it so"
        onSubmit={change}
      />
      <Dialog.Close className="close">Close</Dialog.Close>
    </>
  );
}
