import { asText } from '../../draw/text.ts';
import { momentText } from '../../explain/moment-text.ts';
import { waitsText } from '../../explain/waits-text.ts';
import type { Moment } from '../../model/moment.ts';
import type { WaitsAnswer } from '../../search/waits.ts';
import type { Figure, Picture, Shape } from './figure.ts';
import { sizeOf, topsOf } from './figure-text.ts';
import { headed } from './headed.ts';
import { arrowShapes, linesShapes, paperShape } from './graph-shapes.ts';
import { CIRCLE_SAID, WAITS_TITLE, type WaitsFigure } from './waits-figure.ts';

/** Who waits for whom, drawn; what is said of an arrow asks for it by its id. */
export function waitsDrawing({ parties, arrows, layout }: WaitsFigure): Figure {
  const shapes: Shape[] = [];
  for (const { id, isInCircle, isCertain } of arrows) {
    const placed = layout.arrows.get(id);
    if (placed === undefined) continue;
    const dashes = isCertain ? undefined : 'long';
    shapes.push(...arrowShapes(placed, { ink: 'ink', width: isInCircle ? 3 : 1.5, dashes }));
  }
  for (const { id, labels } of arrows) {
    const placed = layout.arrows.get(id);
    if (placed === undefined) continue;
    const middle = placed.x + placed.width / 2;
    const tops = topsOf(labels, placed.y);
    shapes.push(paperShape(placed));
    for (const [index, lines] of labels.entries())
      shapes.push(...linesShapes(lines, middle, tops[index] ?? placed.y, { asks: id }));
  }
  for (const { id, lines, isNobody, isInCircle } of parties) {
    const placed = layout.boxes.get(id);
    if (placed === undefined) continue;
    const { x, y, width, height } = placed;
    shapes.push(
      { kind: 'box', ...placed, radius: 6, ...frameOf(isNobody, isInCircle) },
      ...linesShapes(lines, x + width / 2, y + (height - sizeOf(lines).height) / 2, {
        isStrong: true,
      }),
    );
  }
  return { width: layout.width, height: layout.height, shapes };
}

/** The same to be taken away. */
export function waitsPicture(moment: Moment, answer: WaitsAnswer, waits: WaitsFigure): Picture {
  const said = [WAITS_TITLE, moment.agreement.title, `Scenario ${momentText(moment)}`];
  return {
    figure: headed(said, waitsDrawing(waits), waits.hasCircle ? [CIRCLE_SAID] : []),
    title: said.join('. '),
    description: asText(waitsText(moment, answer), Infinity).join('\n'),
  };
}

function frameOf(isNobody: boolean, isInCircle: boolean) {
  if (isNobody)
    return { fill: 'none', stroke: 'quiet', strokeWidth: 1.5, dashes: 'short' } as const;
  return isInCircle
    ? ({ fill: 'sheet', stroke: 'accent', strokeWidth: 3 } as const)
    : ({ fill: 'sheet', stroke: 'line', strokeWidth: 1.5 } as const);
}
