import { momentText } from '../../explain/moment-text.ts';
import { capital, VERDICT_WORDS } from '../../explain/words.ts';
import { regionTitle, stageTitle } from '../../model/agreement.ts';
import type { Moment } from '../../model/moment.ts';
import { type ChartFigure, type ChartMove, type ChartStage, saidOf } from './chart-figure.ts';
import type { Figure, Picture, Shape } from './figure.ts';
import { headed } from './headed.ts';
import { BETWEEN, LINE_HEIGHT, sizeOf, topsOf } from './figure-text.ts';
import { arrowShapes, linesShapes, paperShape } from './graph-shapes.ts';
import { verdictSign } from './verdict-sign.ts';

/** The stages of a region and what moves it, drawn; what is said of a move asks for its event. */
export function chartDrawing({ stages, arrows, layout }: ChartFigure): Figure {
  const shapes: Shape[] = [];
  for (const { id, isQuiet } of arrows) {
    const placed = layout.arrows.get(id);
    if (placed !== undefined)
      shapes.push(
        ...arrowShapes(
          placed,
          isQuiet ? { ink: 'quiet', width: 1, dashes: 'dotted' } : { ink: 'ink', width: 1.5 },
        ),
      );
  }
  for (const { id, moves } of arrows) {
    const placed = layout.arrows.get(id);
    if (placed === undefined) continue;
    const middle = placed.x + placed.width / 2;
    const tops = topsOf(moves.map(saidOf), placed.y + BETWEEN);
    shapes.push(paperShape(placed));
    for (const [index, move] of moves.entries())
      shapes.push(...moveShapes(move, middle, tops[index] ?? placed.y));
  }
  for (const stage of stages) {
    const placed = layout.boxes.get(stage.id);
    if (placed !== undefined) shapes.push(...stageShapes(stage, placed));
  }
  return { width: layout.width, height: layout.height, shapes };
}

/** The same to be taken away. */
export function chartPicture(
  moment: Moment,
  region: string,
  { stages, arrows }: ChartFigure,
  drawing: Figure,
): Picture {
  const { agreement } = moment;
  const stageOf = (id: string) => stageTitle(agreement, region, id);
  const said = [
    capital(regionTitle(agreement, region)),
    agreement.title,
    `Scenario ${momentText(moment)}`,
  ];
  return {
    figure: headed(said, drawing, []),
    title: said.join('. '),
    description: [
      ...stages.map(({ title, stands }) => [title, ...stands].join('; ')),
      ...arrows.flatMap(({ moves }) =>
        moves.map(({ event, from, to, verdict, canHappen }) =>
          [
            `${event.title}: ${stageOf(from)} → ${stageOf(to)}`,
            ...(verdict === null ? [] : [VERDICT_WORDS[verdict].word]),
            `by its stage: ${canHappen}`,
          ].join('; '),
        ),
      ),
    ].join('\n'),
  };
}

function moveShapes(
  { event, lines, verdict, isQuiet }: ChartMove,
  x: number,
  top: number,
): Shape[] {
  const asks = event.id;
  const title = linesShapes(lines, x, top, { ink: isQuiet ? 'quiet' : 'ink', asks });
  if (verdict === null) return title;
  const { sign, word, ink } = verdictSign(verdict);
  const below = top + lines.length * LINE_HEIGHT;
  return [...title, ...linesShapes([`${sign} ${word}`], x, below, { ink, isStrong: true, asks })];
}

/** How the frame of a stage tells whose runs stand there. */
const FRAMES = {
  all: { fill: 'sheet', stroke: 'accent', strokeWidth: 3 },
  some: {
    fill: ['sheet', 'wash-contested'],
    stroke: 'contested',
    strokeWidth: 3,
    dashes: 'long',
  },
  none: { fill: 'sheet', stroke: 'line', strokeWidth: 1.5 },
} as const;

function stageShapes(
  { lines, standsLines, level, isHere }: ChartStage,
  placed: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  },
): Shape[] {
  const { x, y, width, height } = placed;
  const middle = x + width / 2;
  const top = y + (height - sizeOf([...lines, ...standsLines]).height) / 2;
  return [
    { kind: 'box', ...placed, radius: 6, ...FRAMES[isHere] },
    ...(level === null
      ? []
      : [
          {
            kind: 'box' as const,
            x: x + 6,
            y: y + height - 5,
            width: width - 12,
            height: 3,
            fill: `stage-${level}` as const,
          },
        ]),
    ...linesShapes(lines, middle, top, { isStrong: true }),
    ...linesShapes(standsLines, middle, top + lines.length * LINE_HEIGHT),
  ];
}
