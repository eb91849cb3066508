import { graphlib, layout } from '@dagrejs/dagre';
import { curveBasis, line } from 'd3-shape';

/** What is laid out: its size is known before. */
export interface Sized {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** An arrow from one to another, of which something is said. */
export interface SizedArrow extends Sized {
  readonly from: string;
  readonly to: string;
}

/** Where something is, by its upper left corner. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An arrow as a path, and where what is said of it is. */
export interface PlacedArrow extends Placed {
  readonly path: string;
  /** The outline of its head. */
  readonly head: string;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Placed>;
  readonly arrows: ReadonlyMap<string, PlacedArrow>;
}

const MARGIN = 8;
/** How long the head of an arrow is. */
const HEAD = 9;

/** More days than a slider is moved over at once. */
const MOST_KEPT = 64;
const kept = new Map<string, GraphLayout>();

/** As `layered`; what was laid out lately is kept, since from one day to the next a picture is most often the same. */
export function laidOut(
  boxes: readonly Sized[],
  arrows: readonly SizedArrow[],
  direction: 'across' | 'down',
): GraphLayout {
  const key = JSON.stringify([boxes, arrows, direction]);
  const found = kept.get(key) ?? layered(boxes, arrows, direction);
  kept.delete(key);
  kept.set(key, found);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size > MOST_KEPT) kept.delete(oldest);
  return found;
}

/**
 * Lays boxes and arrows out in layers, each arrow with room for what is said of it (Gansner et al., A Technique for Drawing
 * Directed Graphs, as dagre has it).
 *
 * @param direction in which most arrows point
 */
function layered(
  boxes: readonly Sized[],
  arrows: readonly SizedArrow[],
  direction: 'across' | 'down',
): GraphLayout {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({
    rankdir: direction === 'across' ? 'LR' : 'TB',
    nodesep: 28,
    edgesep: 16,
    ranksep: direction === 'across' ? 24 : 28,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { id, from, to, width, height } of arrows)
    graph.setEdge(from, to, { width, height, labelpos: 'c' }, id);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const drawn = line<Point>(
    ({ x }) => round(x),
    ({ y }) => round(y),
  ).curve(curveBasis);
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: new Map(boxes.map(({ id, ...size }) => [id, around(graph.node(id) as Point, size)])),
    arrows: new Map(
      arrows.map(({ id, from, to, width: wide, height: high }) => {
        const { points, x, y } = graph.edge(from, to, id) as Point & { points: Point[] };
        const placed = around({ x, y }, { width: wide, height: high });
        return [id, { ...placed, path: drawn(points) ?? '', head: headOf(points) }];
      }),
    ),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A triangle at the end of an arrow, which points where its last part leads. */
function headOf(points: readonly Point[]): string {
  const [before, end] = points.slice(-2);
  if (before === undefined || end === undefined) return '';
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const [x, y] = [end.x - dx * HEAD, end.y - dy * HEAD];
  const side = (by: number) => `${round(x - dy * by)},${round(y + dx * by)}`;
  return `M${round(end.x)},${round(end.y)}L${side(HEAD / 2)}L${side(-HEAD / 2)}Z`;
}

function around({ x, y }: Point, { width, height }: { width: number; height: number }): Placed {
  return { x: round(x - width / 2), y: round(y - height / 2), width, height };
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
