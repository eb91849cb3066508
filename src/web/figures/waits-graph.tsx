import type { ReactElement } from 'react';
import type { Agreement } from '../../model/agreement.ts';
import type { WaitsAnswer } from '../../search/waits.ts';
import { sizeOf, topsOf } from './figure-text.ts';
import { Graph, LabelPaper, Lines } from './graph.tsx';
import { CIRCLE, waitsFigure } from './waits-figure.ts';

/** Who waits for whom, drawn; nothing where nobody does. */
export function WaitsGraph({
  agreement,
  answer,
  follow,
}: {
  agreement: Agreement;
  answer: WaitsAnswer;
  follow: (references: readonly string[]) => void;
}): ReactElement | null {
  const figure = waitsFigure(agreement, answer);
  if (figure === null) return null;
  const { parties, arrows, layout } = figure;
  return (
    <figure className="waits">
      <Graph layout={layout} label="Who waits for whom, as a picture">
        {(heads) => (
          <>
            {arrows.map(({ id, isInCircle, isCertain }) => (
              <path
                key={id}
                className="graph-arrow"
                data-circle={isInCircle}
                data-perhaps={!isCertain}
                d={layout.arrows.get(id)?.path}
                markerEnd={`url(#${heads.plain})`}
              />
            ))}
            {arrows.map(({ id, labels, claims }) => {
              const placed = layout.arrows.get(id);
              if (placed === undefined) return null;
              const middle = placed.x + placed.width / 2;
              const tops = topsOf(labels, placed.y);
              return (
                <g key={id} className="graph-said" onClick={() => follow(claims)}>
                  <LabelPaper placed={placed} />
                  {labels.map((lines, index) => (
                    <Lines
                      key={lines.join(' ')}
                      lines={lines}
                      x={middle}
                      top={tops[index] ?? placed.y}
                    />
                  ))}
                </g>
              );
            })}
            {parties.map(({ id, lines, isNobody, isInCircle }) => {
              const placed = layout.boxes.get(id);
              if (placed === undefined) return null;
              const { x, y, width, height } = placed;
              return (
                <g key={id}>
                  <rect
                    className="graph-box"
                    data-nobody={isNobody}
                    data-circle={isInCircle}
                    {...placed}
                    rx="6"
                  />
                  <Lines
                    className="graph-name"
                    lines={lines}
                    x={x + width / 2}
                    top={y + (height - sizeOf(lines).height) / 2}
                  />
                </g>
              );
            })}
          </>
        )}
      </Graph>
      {parties.some(({ isInCircle }) => isInCircle) ? (
        <figcaption>{CIRCLE} in a circle</figcaption>
      ) : null}
    </figure>
  );
}
