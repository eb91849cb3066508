import { type ReactElement, useId } from 'react';
import { type Figure, type Fill, type Shape, STRIPES, stripesIn, stripesName } from './figure.ts';

/** A figure as a page shows it. Whoever does not see it is told the same elsewhere. */
export function DrawnFigure({
  figure,
  className,
}: {
  figure: Figure;
  className?: string;
}): ReactElement {
  const { width, height, shapes } = figure;
  // Several figures stand in one document, each with stripes of its own.
  const own = useId();
  return (
    <svg
      className={className}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
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
      {shapes.map((shape, index) => (
        // A shape is what stands in its place: it has no other identity.
        // oxlint-disable-next-line react/no-array-index-key
        <DrawnShape key={index} shape={shape} own={own} />
      ))}
    </svg>
  );
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
  { fill, stroke, strokeWidth, isDashed = false }: Exclude<Shape, { kind: 'label' }>,
  own: string,
) {
  return {
    fill: filled(fill, own),
    stroke: stroke === undefined ? undefined : `var(--${stroke})`,
    strokeWidth,
    strokeDasharray: isDashed ? '3 2' : undefined,
  };
}

function filled(fill: Fill, own: string): string {
  if (fill === 'none') return 'none';
  return typeof fill === 'string' ? `var(--${fill})` : `url(#${own}${stripesName(fill)})`;
}
