import { type CSSProperties, Fragment, type ReactElement, useId } from 'react';
import {
  DASHES,
  type Figure,
  type Fill,
  type Shape,
  STRIPES,
  stripesIn,
  stripesName,
} from './figure.ts';

/**
 * A figure as a page shows it. Whoever does not see it is told the same elsewhere.
 *
 * @param asked what a click on a part of it does, where it asks for something
 */
export function DrawnFigure({
  figure,
  className,
  style,
  asked,
}: {
  figure: Figure;
  className?: string;
  style?: CSSProperties;
  asked?: (asks: string) => void;
}): ReactElement {
  const { width, height } = figure;
  // Several figures stand in one document, each with stripes of its own.
  const own = useId();
  return (
    <svg
      className={className}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      style={style}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        {[...stripesIn(figure)].map(([name, [under, over]]) => (
          <pattern
            key={name}
            id={`${own}${name}`}
            width={STRIPES.tile}
            height={STRIPES.tile}
            patternUnits="userSpaceOnUse"
          >
            <rect width={STRIPES.tile} height={STRIPES.tile} fill={`var(--${under})`} />
            <path d={STRIPES.d} stroke={`var(--${over})`} strokeWidth={STRIPES.width} />
          </pattern>
        ))}
      </defs>
      {/* Shapes are what stands in their place: they have no other identity. */}
      {together(figure.shapes).map(({ asks, shapes }, group) => {
        const drawn = shapes.map((shape, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <DrawnShape key={index} shape={shape} own={own} />
        ));
        return asks === undefined || asked === undefined ? (
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={group}>{drawn}</Fragment>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <g key={group} className="figure-asks" onClick={() => asked(asks)}>
            {drawn}
          </g>
        );
      })}
    </svg>
  );
}

/** Shapes that follow each other and ask for the same. */
function together(
  shapes: readonly Shape[],
): { readonly asks: string | undefined; readonly shapes: Shape[] }[] {
  const groups: { asks: string | undefined; shapes: Shape[] }[] = [];
  for (const shape of shapes) {
    const last = groups.at(-1);
    if (last !== undefined && last.asks === shape.asks) last.shapes.push(shape);
    else groups.push({ asks: shape.asks, shapes: [shape] });
  }
  return groups;
}

function DrawnShape({ shape, own }: { shape: Shape; own: string }): ReactElement {
  const title = shape.title === undefined ? null : <title>{shape.title}</title>;
  switch (shape.kind) {
    case 'box':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.radius}
          {...dress(shape, own)}
        >
          {title}
        </rect>
      );
    case 'path':
      return (
        <path transform={`translate(${shape.x} ${shape.y})`} d={shape.d} {...dress(shape, own)}>
          {title}
        </path>
      );
    case 'label':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          fontWeight={shape.isStrong === true ? 650 : undefined}
          textAnchor={shape.anchor}
          fill={`var(--${shape.ink})`}
          {...(shape.rim === undefined
            ? {}
            : {
                stroke: `var(--${shape.rim})`,
                strokeWidth: 3,
                strokeLinejoin: 'round' as const,
                paintOrder: 'stroke',
              })}
        >
          {title}
          {shape.text}
        </text>
      );
  }
}

function dress(
  { fill, stroke, strokeWidth, dashes }: Exclude<Shape, { kind: 'label' }>,
  own: string,
) {
  return {
    fill: filled(fill, own),
    stroke: stroke === undefined ? undefined : `var(--${stroke})`,
    strokeWidth,
    strokeDasharray: dashes === undefined ? undefined : DASHES[dashes],
  };
}

function filled(fill: Fill, own: string): string {
  if (fill === 'none') return 'none';
  return typeof fill === 'string' ? `var(--${fill})` : `url(#${own}${stripesName(fill)})`;
}
