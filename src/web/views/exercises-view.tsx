import { useMemo, useState, type ReactElement } from 'react';
import { type AskedQuestion, type Exercise, exerciseOf, score } from '../../answer/exercise.ts';
import { withoutReading } from '../../answer/without-reading.ts';
import { withoutHead } from '../../draw/lines.ts';
import { asMarkdown } from '../../draw/markdown.ts';
import { askedReadingBlocks } from '../../explain/asked-reading.ts';
import { gateText } from '../../explain/check-text.ts';
import { choiceWords, NONE_OF_THEM } from '../../explain/choice-text.ts';
import { claimStatements } from '../../explain/claims-text.ts';
import { whyBlocks } from '../../explain/exercise-why.ts';
import {
  hourText,
  markBlocks,
  type MarkedQuestion,
  resultText,
} from '../../explain/marked-text.ts';
import { inBrief } from '../../explain/document.ts';
import { placeText } from '../../explain/place-text.ts';
import { beginsText, markedBlocks } from '../../explain/task-text.ts';
import { capital } from '../../explain/words.ts';
import { standingAt, told } from '../../lab/scene.ts';
import { isSame, markedNow, tasksAtHand, taskUp } from '../../lab/tasks.ts';
import { show } from '../../load/show.ts';
import { gateOf } from '../../model/agreement.ts';
import { momentUpTo } from '../../model/moment.ts';
import { Blocks } from '../blocks.tsx';
import {
  markedSoFar,
  NOT_BEGUN,
  type Progress,
  type ProgressMessage,
  questionShown,
} from '../exercise-progress.ts';
import { useLaboratory } from '../laboratory.ts';
import { saveText } from '../saved-file.ts';

/** The questions that scenarios carry, and the tasks that they set. */
export function ExercisesView(): ReactElement {
  const { setting, state, lab, send } = useLaboratory();
  const carrying = [...lab.scenarios.values()].filter(({ questions }) => questions !== undefined);
  const asked = carrying.find(({ id }) => id === state.seen.exercise) ?? carrying[0];
  const tasks = tasksAtHand(setting, lab.scenarios);
  return (
    <>
      <section className="exercise-part" aria-labelledby="questions">
        <h2 id="questions">Questions</h2>
        {asked === undefined ? (
          <p>No scenario of this agreement carries questions.</p>
        ) : (
          <>
            {carrying.length < 2 ? null : (
              <label className="field">
                <span>On</span>
                <select
                  value={asked.id}
                  onChange={({ target }) => send({ kind: 'see', seen: { exercise: target.value } })}
                >
                  {carrying.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <Questions key={asked.id} scenario={asked.id} />
          </>
        )}
      </section>
      <section className="exercise-part" aria-labelledby="tasks">
        <h2 id="tasks">Tasks</h2>
        {tasks.length === 0 ? <p>No scenario of this agreement sets a task.</p> : <Tasks />}
      </section>
    </>
  );
}

function Questions({ scenario }: { scenario: string }): ReactElement | null {
  const { setting, state, lab, send: tell } = useLaboratory();
  const exercise = useMemo(() => {
    const { story } = told(setting, lab.scenarios, scenario);
    return exerciseOf(setting.agreement, story, setting.runner);
  }, [setting, lab.scenarios, scenario]);
  const progress = state.exercises[scenario] ?? NOT_BEGUN;
  const send = (does: ProgressMessage) => tell({ kind: 'exercise', scenario, does });
  if (exercise === null) return null;
  const index = questionShown(progress);
  const asked = exercise.questions[index];
  if (asked === undefined) return <Score exercise={exercise} progress={progress} send={send} />;
  return (
    <div className="exercise">
      <div className="exercise-asked">
        <p className="basis">
          Question {index + 1} of {exercise.questions.length}, {whereAsked(exercise, asked)}
        </p>
        {progress.isMarked ? (
          <Answered exercise={exercise} asked={asked} progress={progress} send={send} />
        ) : (
          <Choices asked={asked} progress={progress} send={send} />
        )}
      </div>
      <Board exercise={exercise} asked={asked} isMarked={progress.isMarked} />
    </div>
  );
}

function whereAsked({ story }: Exercise, { position }: AskedQuestion): string {
  const step = story.steps[position];
  const place = placeText(position, story.steps.length);
  return step === undefined ? place : `${place}, "${step.title}"`;
}

type Send = (message: ProgressMessage) => void;

function Choices({
  asked,
  progress: { picked },
  send,
}: {
  asked: AskedQuestion;
  progress: Progress;
  send: Send;
}): ReactElement {
  const { agreement } = useLaboratory();
  const { takesSeveral, choices, question } = asked;
  const [isToldToMark, setToldToMark] = useState(false);
  const howTo = takesSeveral
    ? `Mark what holds, then answer; or mark "${NONE_OF_THEM}".`
    : 'Choose one, then answer.';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setToldToMark(picked === null);
        send({ kind: 'answer' });
      }}
    >
      <fieldset className="choices">
        <legend>{question.prompt}</legend>
        {choices.map((choice) => (
          <label key={choice} className="choice">
            <input
              type={takesSeveral ? 'checkbox' : 'radio'}
              name={question.id}
              checked={picked?.includes(choice) === true}
              onChange={() => send({ kind: 'pick', choice, isSeveral: takesSeveral })}
            />
            <span>{capital(choiceWords(agreement, asked, choice))}</span>
          </label>
        ))}
        {takesSeveral ? (
          <label className="choice">
            <input
              type="checkbox"
              name={question.id}
              checked={picked?.length === 0}
              onChange={() => send({ kind: 'pickNone' })}
            />
            <span>{NONE_OF_THEM}</span>
          </label>
        ) : null}
      </fieldset>
      <p className="basis">
        {takesSeveral ? 'More than one may be right, or none.' : 'One is right.'} Nothing is sent:
        your answers stay in this browser.
      </p>
      <p role="status">{isToldToMark && picked === null ? howTo : ''}</p>
      <button type="submit" className="primary">
        Answer
      </button>
    </form>
  );
}

function Answered({
  exercise,
  asked,
  progress,
  send,
}: {
  exercise: Exercise;
  asked: AskedQuestion;
  progress: Progress;
  send: Send;
}): ReactElement | null {
  const { agreement, open } = useLaboratory();
  const answered = markedSoFar(exercise, progress).at(-1);
  if (answered === undefined) return null;
  const follow = (references: readonly string[]) => open({ kind: 'claims', references });
  return (
    <>
      <h3>{asked.question.prompt}</h3>
      <Blocks blocks={inBrief(markBlocks(agreement, answered))} />
      <h4>Why</h4>
      <Blocks blocks={whyBlocks({ exercise, asked }, { depth: 1, standingAt })} follow={follow} />
      <Blocks blocks={claimStatements(agreement, answered.solution.claims)} follow={follow} />
      {answered.solution.claims.length === 0 ? null : (
        <button type="button" onClick={() => follow(answered.solution.claims)}>
          The claims in full
        </button>
      )}
      <button type="button" className="primary" onClick={() => send({ kind: 'goOn' })}>
        Go on
      </button>
    </>
  );
}

/** How the gate of the question stands, without what is asked until it is answered. */
function Board({
  exercise,
  asked,
  isMarked,
}: {
  exercise: Exercise;
  asked: AskedQuestion;
  isMarked: boolean;
}): ReactElement | null {
  const { agreement, open } = useLaboratory();
  const moment = useMemo(() => momentUpTo(exercise.end, asked.position), [exercise, asked]);
  const { question } = asked;
  const gate =
    'gate' in question ? gateOf(agreement, question.gate) : [...agreement.gates.values()][0];
  if (gate === null || gate === undefined) return null;
  const whole = standingAt(moment, gate.event);
  const reading = 'gate' in question && !isMarked ? (question.reading ?? null) : null;
  // Which agreement it is, and after which step, is said above.
  const blocks =
    reading === null
      ? withoutHead(gateText(whole, { verbose: false }))
      : [
          ...askedReadingBlocks(whole, reading),
          ...withoutHead(gateText(withoutReading(whole, reading), { verbose: false })),
        ];
  return (
    <section className="exercise-board" aria-label="The board">
      <Blocks
        blocks={blocks}
        follow={(references) => open({ kind: 'claims', references })}
        level={3}
      />
    </section>
  );
}

function Score({
  exercise,
  progress,
  send,
}: {
  exercise: Exercise;
  progress: Progress;
  send: Send;
}): ReactElement {
  const { browser, state, send: tell } = useLaboratory();
  const { who } = state.seen;
  const marked = markedSoFar(exercise, progress);
  const { right, of } = score(marked.map(({ mark }) => mark));
  const save = () => {
    const name = saveResult(exercise, marked, who.trim(), browser.clock());
    tell({ kind: 'say', said: `Saved ${name}.` });
  };
  return (
    <div className="exercise-asked">
      <h3>
        {right} of {of} right.
      </h3>
      <ol className="exercise-score">
        {marked.map(({ asked, mark }) => (
          <li key={asked.question.id}>
            <strong data-tone={mark.isRight ? 'good' : 'bad'}>
              {mark.isRight ? 'Right' : 'Not right'}:
            </strong>{' '}
            {asked.question.prompt}
          </li>
        ))}
      </ol>
      <label className="field">
        <span>Your name, for the file</span>
        <input
          value={who}
          onChange={({ target }) => tell({ kind: 'see', seen: { who: target.value } })}
        />
      </label>
      <div className="buttons">
        <button type="button" className="primary" onClick={save}>
          Save the result
        </button>
        <button type="button" onClick={() => send({ kind: 'beginAgain' })}>
          Begin again
        </button>
      </div>
    </div>
  );
}

/** Every task; the one that is taken up marked against the scenario on show. */
function Tasks(): ReactElement {
  const { setting, lab, open, send } = useLaboratory();
  const up = taskUp(setting, lab);
  const marked = markedNow(setting, lab);
  return (
    <>
      <ul className="exercise-tasks">
        {tasksAtHand(setting, lab.scenarios).map((set) => {
          const isUp = isSame(set.name, lab.task);
          return (
            <li key={`${set.name.scenario} ${set.name.task}`} aria-current={isUp}>
              <p>
                <strong>{set.task.task.text}</strong>
              </p>
              <p className="basis">
                {set.base.story.scenario.title}. {beginsText(set.base.story, set.task)}
              </p>
              <button type="button" onClick={() => send({ kind: 'task', task: isUp ? null : set })}>
                {isUp ? 'Lay it down' : 'Take it up'}
              </button>
            </li>
          );
        })}
      </ul>
      {up === null || marked === null ? null : (
        <section className="exercise-board" aria-label="The task, and what is on show">
          <Blocks
            blocks={markedBlocks(up.base.story, marked)}
            follow={(references) => open({ kind: 'claims', references })}
          />
        </section>
      )}
    </>
  );
}

/** Saves what was answered, with the name and the day, and gives what the file is called. */
function saveResult(
  exercise: Exercise,
  marked: readonly MarkedQuestion[],
  who: string,
  now: Date,
): string {
  const name = `exercise-${exercise.story.scenario.id}.md`;
  const taken = { who: who === '' ? null : who, when: hourText(now) };
  const lines = asMarkdown(resultText(exercise, marked, taken)).map(show);
  saveText(name, `${lines.join('\n')}\n`, 'text/markdown');
  return name;
}
