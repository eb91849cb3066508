import { useId, useMemo, useRef, type ReactElement } from 'react';
import { whyRegion } from '../../answer/why.ts';
import { nothingPublishedText } from '../../explain/moment-text.ts';
import { choices } from '../../explain/what-if-choices.ts';
import { whyText } from '../../explain/why-text.ts';
import { capital, VERDICT_WORDS } from '../../explain/words.ts';
import { standingAt } from '../../lab/scene.ts';
import { regionTitle, stageTitle } from '../../model/agreement.ts';
import type { Moment } from '../../model/moment.ts';
import { REGION_KINDS } from '../../model/region-kinds.ts';
import { withoutHead } from '../../draw/lines.ts';
import { Blocks, Signed } from '../blocks.tsx';
import { type ChartFigure, chartFigure, type ChartMove } from '../figures/chart-figure.ts';
import { chartDrawing, chartPicture } from '../figures/chart-drawing.ts';
import { Graph } from '../figures/graph.tsx';
import { TakenFigure } from '../figures/taken-figure.tsx';
import { useLaboratory } from '../laboratory.ts';
import { useWidthOf } from '../use-width.ts';

/** From this width on, in pixels, there is room for the arrows to point across. */
const ROOM_ACROSS = 720;

/** A region of the statechart: its stages, where each run has it, and what moves it. */
export function ChartView(): ReactElement {
  const { agreement, state, lab, scene, send } = useLaboratory();
  const { moment } = scene;
  const id = useId();
  const nothing = nothingPublishedText(moment);
  if (nothing !== '') return <p>{nothing}</p>;
  const regions = REGION_KINDS.map((kind) => ({
    kind,
    own: [...agreement.regions.values()].filter((each) => each.kind === kind),
  })).filter(({ own }) => own.length > 0);
  const region = state.region ?? regions[0]?.own[0]?.id ?? '';
  const title = capital(regionTitle(agreement, region));
  return (
    <section className="chart" aria-labelledby={id}>
      <div className="chart-head">
        <h2 id={id}>{title}</h2>
        <label className="field">
          <span>Region</span>
          <select
            value={region}
            onChange={({ target }) => send({ kind: 'region', region: target.value })}
          >
            {regions.map(({ kind, own }) => (
              <optgroup key={kind} label={capital(kind)}>
                {own.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.title}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
      </div>
      <OneRegion moment={moment} region={region} run={lab.run} label={`${title}, as a picture`} />
    </section>
  );
}

/** One region: as a picture, as a table of what moves it, and as a document. */
function OneRegion({
  moment,
  region,
  run,
  label,
}: {
  moment: Moment;
  region: string;
  run: string;
  label: string;
}): ReactElement {
  const { agreement, act, open } = useLaboratory();
  const place = useRef<HTMLElement>(null);
  const direction = useWidthOf(place) < ROOM_ACROSS ? 'down' : 'across';
  const figure = useMemo(
    () => chartFigure(moment, region, run, direction),
    [moment, region, run, direction],
  );
  const drawing = useMemo(() => chartDrawing(figure), [figure]);
  const here = figure.stages.find(({ isHere }) => isHere !== 'none')?.id;
  const choose = ({ event }: ChartMove) => {
    if (event.gate !== null) act({ kind: 'look', gate: event.gate });
    // What has happened and does so once is no choice any more: it is told how that stands.
    const isChoice = choices(moment, run, 'events', '', standingAt).some(
      ({ action }) => action.kind === 'event' && action.event === event.id,
    );
    open(
      isChoice
        ? { kind: 'take', action: { kind: 'event', event: event.id } }
        : { kind: 'gate', event: event.id, reading: null },
    );
  };
  const blocks = withoutHead(
    whyText(moment, whyRegion(moment, region, null), { verbose: false }, run),
  );
  return (
    <>
      <figure ref={place}>
        <Graph
          figure={drawing}
          label={label}
          shows={figure.layout.boxes.get(here ?? '')}
          asked={(event) => {
            const move = figure.arrows.flatMap(({ moves }) => moves).find(isOf(event));
            if (move !== undefined) choose(move);
          }}
        />
        <ul className="unseen" aria-label="Stages">
          {figure.stages.map((stage) => (
            <li key={stage.id}>{[stage.title, ...stage.stands].join('; ')}</li>
          ))}
        </ul>
        <TakenFigure
          name={`${agreement.id}-${moment.story.scenario.id}-${region}`}
          make={() => chartPicture(moment, region, figure, drawing)}
        />
      </figure>
      <div className="chart-said">
        <Moves figure={figure} region={region} choose={choose} />
        <Blocks blocks={blocks} follow={(references) => open({ kind: 'claims', references })} />
      </div>
    </>
  );
}

function isOf(event: string): (move: ChartMove) => boolean {
  return (move) => move.event.id === event;
}

/** What moves the region, as a table: the same as the arrows, for whoever reads it or goes through it by keyboard. */
function Moves({
  figure: { arrows },
  region,
  choose,
}: {
  figure: ChartFigure;
  region: string;
  choose: (move: ChartMove) => void;
}): ReactElement | null {
  const { agreement } = useLaboratory();
  const moves = arrows.flatMap((arrow) => arrow.moves);
  if (moves.length === 0) return null;
  return (
    <section className="moves" aria-label="Moves">
      <h3>What moves it</h3>
      <p className="label">Choose an event, here or in the picture, to let it happen.</p>
      <div className="table">
        <table>
          <thead>
            <tr>
              {['Event', 'From', 'To', 'Overall', 'By its stage'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moves.map((move) => {
              const { event, from, to, verdict, canHappen, isQuiet } = move;
              return (
                <tr key={`${event.id} ${from}`} data-quiet={isQuiet}>
                  <th scope="row">
                    <button type="button" className="linked" onClick={() => choose(move)}>
                      {event.title}
                    </button>
                  </th>
                  <td>{stageTitle(agreement, region, from)}</td>
                  <td>{stageTitle(agreement, region, to)}</td>
                  {verdict === null ? (
                    <td>no gate</td>
                  ) : (
                    <td className="verdict" data-verdict={verdict}>
                      <Signed sign={verdict} /> {VERDICT_WORDS[verdict].word}
                    </td>
                  )}
                  <td>{canHappen}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
