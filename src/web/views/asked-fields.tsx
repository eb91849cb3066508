import { useId, type ReactElement } from 'react';
import { HOW_TO_WRITE, howToWriteDay } from '../../explain/branch-text.ts';
import type { Day } from '../../model/days.ts';
import type { Read, Typed } from '../asked.ts';

type Problem = Extract<Read, { ok: false }>;

/** The day, the reason and the note of a step, and what is wrong with them. */
export function AskedFields({
  typed,
  onTyped,
  near,
  problem,
  hasReason = true,
  submit,
  isReady = true,
  onSubmit,
}: {
  typed: Typed;
  onTyped: (typed: Typed) => void;
  near: Day | null;
  problem: Problem | null;
  hasReason?: boolean;
  submit: string;
  isReady?: boolean;
  onSubmit: () => void;
}): ReactElement {
  const field = (name: keyof Typed, label: string, how: string, problemOfIt: Problem | null) => (
    <Field
      label={label}
      how={how}
      value={typed[name]}
      isLong={name !== 'day'}
      problem={problemOfIt?.problem ?? null}
      onChange={(text) => onTyped({ ...typed, [name]: text })}
    />
  );
  return (
    <form
      className="asked-fields"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onSubmit();
      }}
    >
      {field('day', 'Day', howToWriteDay(near), problem?.isOfDay === true ? problem : null)}
      {hasReason ? field('because', 'Reason', HOW_TO_WRITE.because, null) : null}
      {field('note', 'Note', HOW_TO_WRITE.note, null)}
      {problem?.isOfDay === false ? (
        <p className="wrong" role="alert">
          {problem.problem}
        </p>
      ) : null}
      <button type="submit" className="primary" disabled={!isReady}>
        {submit}
      </button>
    </form>
  );
}

function Field({
  label,
  how,
  value,
  isLong,
  problem,
  onChange,
}: {
  label: string;
  how: string;
  value: string;
  isLong: boolean;
  problem: string | null;
  onChange: (text: string) => void;
}): ReactElement {
  const id = useId();
  const Typing = isLong ? 'textarea' : 'input';
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Typing
        id={id}
        value={value}
        autoComplete="off"
        aria-invalid={problem !== null}
        aria-describedby={`${id}-how ${id}-wrong`}
        onChange={({ target }: { target: { value: string } }) => onChange(target.value)}
      />
      <small id={`${id}-how`}>{how}</small>
      <p className="wrong" role="alert" id={`${id}-wrong`}>
        {problem}
      </p>
    </div>
  );
}
