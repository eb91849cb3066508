import type { ReactElement } from 'react';
import { signOf } from '../../draw/signs.ts';
import { makeTheme } from '../../draw/theme.ts';
import { VERDICT_WORDS } from '../../explain/words.ts';
import { type ChartFigure, type ChartMove, saidOf } from './chart-figure.ts';
import { BETWEEN, LINE_HEIGHT, sizeOf, topsOf } from './figure-text.ts';
import { Graph, LabelPaper, Lines } from './graph.tsx';

const THEME = makeTheme({ ascii: false, color: true, screenReader: false });

/** The stages of a region and what moves it, drawn. */
export function ChartGraph({
  figure: { stages, arrows, layout },
  label,
  choose,
}: {
  figure: ChartFigure;
  label: string;
  choose: (move: ChartMove) => void;
}): ReactElement {
  return (
    <Graph layout={layout} label={label} shows={stages.find(({ isHere }) => isHere !== 'none')?.id}>
      {(heads) => (
        <>
          <defs>
            <pattern
              id={`${heads.plain}hatch`}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <path className="graph-hatch" d="M 0 0 V 6" />
            </pattern>
          </defs>
          {arrows.map(({ id, isQuiet }) => (
            <path
              key={id}
              className="graph-arrow"
              data-quiet={isQuiet}
              d={layout.arrows.get(id)?.path}
              markerEnd={`url(#${isQuiet ? heads.quiet : heads.plain})`}
            />
          ))}
          {arrows.map(({ id, moves }) => {
            const placed = layout.arrows.get(id);
            if (placed === undefined) return null;
            const middle = placed.x + placed.width / 2;
            const tops = topsOf(moves.map(saidOf), placed.y + BETWEEN);
            return (
              <g key={id}>
                <LabelPaper placed={placed} />
                {moves.map((move, index) => {
                  const own = tops[index] ?? placed.y;
                  return (
                    <g
                      key={move.event.id}
                      className="graph-said"
                      data-quiet={move.isQuiet}
                      onClick={() => choose(move)}
                    >
                      <Lines lines={move.lines} x={middle} top={own} />
                      {move.verdict === null ? null : (
                        <Verdict
                          verdict={move.verdict}
                          x={middle}
                          top={own + move.lines.length * LINE_HEIGHT}
                        />
                      )}
                    </g>
                  );
                })}
              </g>
            );
          })}
          {stages.map(({ id, lines, standsLines, level, isHere }) => {
            const placed = layout.boxes.get(id);
            if (placed === undefined) return null;
            const { x, y, width, height } = placed;
            const middle = x + width / 2;
            const top = y + (height - sizeOf([...lines, ...standsLines]).height) / 2;
            return (
              <g key={id}>
                <rect className="graph-box" data-here={isHere} {...placed} rx="6" />
                {isHere === 'some' ? (
                  <rect {...placed} rx="6" fill={`url(#${heads.plain}hatch)`} />
                ) : null}
                {level === null ? null : (
                  <rect
                    className="graph-level"
                    data-level={level}
                    x={x + 6}
                    y={y + height - 5}
                    width={width - 12}
                    height="3"
                  />
                )}
                <Lines className="graph-name" lines={lines} x={middle} top={top} />
                <Lines
                  className="graph-stands"
                  lines={standsLines}
                  x={middle}
                  top={top + lines.length * LINE_HEIGHT}
                />
              </g>
            );
          })}
        </>
      )}
    </Graph>
  );
}

function Verdict({
  verdict,
  x,
  top,
}: {
  verdict: NonNullable<ChartMove['verdict']>;
  x: number;
  top: number;
}): ReactElement {
  const [sign, tone] = signOf(THEME, verdict);
  return (
    <g className="graph-verdict" data-tone={tone}>
      <Lines lines={[`${sign} ${VERDICT_WORDS[verdict].word}`]} x={x} top={top} />
    </g>
  );
}
