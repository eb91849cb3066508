import {
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { LEVELS_NOTE, lanesSaid, markText, verdictLanesSaid } from '../../explain/lanes-text.ts';
import type { Courses } from '../../lab/course.ts';
import type { Gate } from '../../model/agreement.ts';
import type { Day } from '../../model/days.ts';
import { dayText } from '../../model/day-words.ts';
import { DrawnFigure } from '../figures/drawn-figure.tsx';
import { TakenFigure } from '../figures/taken-figure.tsx';
import { useLaboratory } from '../laboratory.ts';
import { useWidthOf } from '../use-width.ts';
import { timeAxis, type TimeAxis } from '../figures/time-axis.ts';
import { sameIn, timeLanes, type TimeShown, timeShown } from '../figures/time-figure.ts';
import { timeNames, type TimeRows, timeRows } from '../figures/time-rows.ts';
import { headHeight, timeHead, timeLegend, TICKS } from '../figures/time-head.ts';
import { cursorOf, isUndated, type StepMark, stepMarks } from '../figures/time-marks.ts';
import { timeWhole } from '../figures/time-whole.ts';

const NAMES_WIDE = 208;
const NAMES_NARROW = 112;
const NARROW = 640;
/** The drawing is made anew after so much of a move sideways, with so much to spare on either side. */
const SPARE = 240;
const RESTS_AFTER_MS = 100;

interface Drawing {
  readonly courses: Courses;
  readonly gate: Gate | null;
  readonly isAll: boolean;
}

/** Days across, a lane for each region, the verdicts below; steps as marks on top, which can be gone to. */
export function TimeChart({ courses, gate, isAll }: Drawing): ReactElement {
  const { agreement, lab, scene, act } = useLaboratory();
  const { own, base } = courses;
  const chart = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const whole = useWidthOf(chart);
  const names = whole < NARROW ? NAMES_NARROW : NAMES_WIDE;
  const room = Math.max(160, whole - names);
  const [left, setLeft] = useState(0);
  // Texts begin where the view does, once it rests.
  const [textsFrom, setTextsFrom] = useState(0);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const axis = useMemo(() => timeAxis(own, room), [own, room]);
  const rows = useMemo(
    () => timeRows(agreement, courses, gate !== null, isAll ? 'all' : 'touched'),
    [agreement, courses, gate, isAll],
  );
  const { marks, rows: markRows } = useMemo(() => stepMarks(own, axis), [own, axis]);
  const event = gate?.event ?? null;
  const shown = useMemo(
    () => timeShown(courses, axis, event, left - SPARE, left + room + SPARE),
    [courses, axis, event, left, room],
  );
  const head = headHeight(markRows);
  const x = cursorOf(axis, marks, own, scene.position, scene.moment.day);

  const goToDay = useCallback(
    (day: Day) => {
      act({ kind: 'show', scenario: lab.scenario, position: own.story.steps.length - 1 });
      act({ kind: 'look', clocks: { ...lab.clocks, asOf: day } });
    },
    [act, lab.scenario, lab.clocks, own],
  );
  const goToStep = ({ place, step }: StepMark) => {
    const { knownBy } = lab.clocks;
    const day = step.date?.to ?? null;
    // What lies behind the day by which it is known counts only as of its own day.
    const asOf = knownBy !== null && day !== null && day > knownBy ? day : null;
    act({ kind: 'look', clocks: { asOf, knownBy } });
    act({ kind: 'show', scenario: lab.scenario, position: place });
  };
  useEffect(() => {
    const place = scroller.current;
    if (place === null || x === null) return;
    if (x < place.scrollLeft || x > place.scrollLeft + place.clientWidth)
      place.scrollLeft = x - place.clientWidth / 2;
  }, [x]);

  if (own.instants.length === 0)
    return <p className="time-chart">No step has a day by what was known then.</p>;
  const current = { place: scene.position, x };
  const inView = marks.filter(
    (mark) =>
      mark.place === scene.position || (mark.x > left - SPARE && mark.x < left + room + SPARE),
  );
  return (
    <div className="time-chart" ref={chart}>
      <div className="time-drawing">
        <div className="time-names">
          <div className="time-corner" style={{ height: head }}>
            {scene.moment.day === null || isUndated(own, scene.position)
              ? 'undated'
              : dayText(scene.moment.day)}
          </div>
          <Names
            rows={rows}
            shown={shown}
            gate={gate}
            base={base?.story.scenario.id ?? null}
            width={names}
          />
        </div>
        <div
          className="time-scroll"
          ref={scroller}
          onScroll={({ currentTarget: { scrollLeft } }) => {
            setLeft(Math.round(scrollLeft / SPARE) * SPARE);
            clearTimeout(resting.current);
            resting.current = setTimeout(() => setTextsFrom(scrollLeft), RESTS_AFTER_MS);
          }}
        >
          <div className="time-plot" style={{ width: axis.width }}>
            <div className="time-head" style={{ height: head }}>
              <DrawnFigure figure={timeHead(axis, inView, markRows, scene.position)} />
              {axis.ticks.map((tick) => (
                <button
                  key={tick.day}
                  type="button"
                  className="time-tick"
                  style={{ left: tick.x }}
                  onClick={() => goToDay(tick.day)}
                >
                  <span className="unseen">As of {dayText(tick.day)}</span>
                </button>
              ))}
              <Marks marks={marks} inView={inView} current={scene.position} goTo={goToStep} />
            </div>
            <Lanes
              courses={courses}
              axis={axis}
              rows={rows}
              shown={shown}
              textsFrom={textsFrom}
              room={room}
              goToDay={goToDay}
            />
            {x === null ? null : <div className="time-cursor" style={{ left: x, top: head - 4 }} />}
          </div>
        </div>
      </div>
      <DrawnFigure figure={timeLegend(Math.max(160, whole), courses)} />
      <p className="time-note">{LEVELS_NOTE}</p>
      <TakenFigure
        name={`${agreement.id}-${own.story.scenario.id}-time`}
        make={() => timeWhole({ courses, axis, rows, gate, moment: scene.moment, current })}
      />
    </div>
  );
}

const Names = memo(function Names({
  rows,
  shown,
  gate,
  base,
  width,
}: {
  rows: TimeRows;
  shown: TimeShown;
  gate: Gate | null;
  base: string | null;
  width: number;
}): ReactElement {
  const { agreement } = useLaboratory();
  const named = { gate: gate?.title ?? null, base, same: sameIn(rows, shown), width: width - 12 };
  return <DrawnFigure figure={timeNames(agreement, rows, named)} />;
});

/** The lanes that are in view; drawn anew only where something of that changes. */
const Lanes = memo(function Lanes({
  courses,
  axis,
  rows,
  shown,
  textsFrom,
  room,
  goToDay,
}: {
  courses: Courses;
  axis: TimeAxis;
  rows: TimeRows;
  shown: TimeShown;
  textsFrom: number;
  room: number;
  goToDay: (day: Day) => void;
}): ReactElement {
  const figure = useMemo(
    () => timeLanes(courses, axis, rows, { ...shown, left: textsFrom, right: textsFrom + room }),
    [courses, axis, rows, shown, textsFrom, room],
  );
  const said = useMemo(() => {
    const ids = rows.regions.map(({ region }) => region.id);
    const lanes = ids.flatMap((id) => shown.lanes.find(({ region }) => region === id) ?? []);
    return [...lanesSaid(courses.own, lanes), ...verdictLanesSaid(courses.own, shown.verdicts)];
  }, [courses, rows, shown]);
  return (
    <>
      {/* By keyboard the slider of days does the same, and the buttons over the lanes. */}
      <div
        className="time-lanes"
        role="presentation"
        onClick={({ clientX, currentTarget }) => {
          const day = axis.dayAt(clientX - currentTarget.getBoundingClientRect().left);
          if (day !== null) goToDay(day);
        }}
      >
        <DrawnFigure figure={figure} />
      </div>
      <ul className="unseen" aria-label="The lanes as a list">
        {said.map(({ title, parts }) => (
          <li key={title}>
            {title}
            <ul>
              {parts.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
});

/** The steps as buttons over their marks: one of them is reached by Tab, the arrows go from one to the next. */
function Marks({
  marks,
  inView,
  current,
  goTo,
}: {
  marks: readonly StepMark[];
  inView: readonly StepMark[];
  current: number;
  goTo: (mark: StepMark) => void;
}): ReactElement {
  const list = useRef<HTMLOListElement>(null);
  const follows = useRef(false);
  const index = marks.findIndex(({ place }) => place === current);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: marks.length - 1 };
    const mark = marks[to[event.key as keyof typeof to] ?? -1];
    if (mark === undefined) return;
    event.preventDefault();
    follows.current = true;
    goTo(mark);
  };
  useEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });
  return (
    <ol
      className="time-marks"
      aria-label="Steps"
      ref={list}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const at = target instanceof HTMLElement ? target.dataset['place'] : undefined;
        const mark = marks.find(({ place }) => `${place}` === at);
        if (mark !== undefined) goTo(mark);
      }}
    >
      {inView.map((mark, at) => (
        <Mark
          key={mark.place}
          mark={mark}
          isCurrent={mark.place === current}
          isReached={index < 0 ? at === 0 : mark.place === current}
        />
      ))}
    </ol>
  );
}

/** One of them: there may be hundreds in view, and hardly any of them changes. */
const Mark = memo(function Mark({
  mark,
  isCurrent,
  isReached,
}: {
  mark: StepMark;
  isCurrent: boolean;
  isReached: boolean;
}): ReactElement {
  const said = markText(mark.step);
  return (
    <li>
      <button
        type="button"
        className="time-mark"
        style={{ left: mark.x, top: TICKS + mark.y }}
        title={said}
        aria-label={said}
        aria-current={isCurrent ? 'step' : undefined}
        tabIndex={isReached ? 0 : -1}
        data-place={mark.place}
      />
    </li>
  );
});
