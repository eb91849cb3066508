import { describe, expect, it } from 'vitest';
import { partyTitle } from '../../src/model/agreement.ts';
import { type Moment, momentAt, momentUpTo, NOW } from '../../src/model/moment.ts';
import { tell } from '../../src/model/story.ts';
import { REPORTED } from '../../src/model/terms.ts';
import { waits } from '../../src/search/waits.ts';
import { chartDrawing, chartPicture } from '../../src/web/figures/chart-drawing.ts';
import { chartFigure } from '../../src/web/figures/chart-figure.ts';
import { inLines, sizeOf } from '../../src/web/figures/figure-text.ts';
import { type GraphLayout, laidOut, type Placed } from '../../src/web/figures/graph-layout.ts';
import { svgText } from '../../src/web/figures/svg-text.ts';
import { waitsPicture } from '../../src/web/figures/waits-drawing.ts';
import { waitsFigure } from '../../src/web/figures/waits-figure.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { loadShipped, shippedFolders } from '../shipped.ts';

const harbour = loadHarbour();
const holdings = [harbour, ...shippedFolders().map((folder) => loadShipped(folder))];

/** Where every scenario of every agreement leads. */
const moments: Moment[] = holdings.flatMap(({ agreement, scenarios }) =>
  [...scenarios.values()].map((each) => momentAt(agreement, tell(each, scenarios), NOW)),
);

function overlapping({ boxes, arrows }: GraphLayout): string[] {
  const all: [string, Placed][] = [...boxes, ...arrows];
  return all.flatMap(([left, a], index) =>
    all
      .slice(index + 1)
      .flatMap(([right, b]) =>
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
          ? [`${left} over ${right}`]
          : [],
      ),
  );
}

function outside({ width, height, boxes, arrows }: GraphLayout): string[] {
  return [...boxes, ...arrows].flatMap(([id, { x, y, width: wide, height: high }]) =>
    x < 0 || y < 0 || x + wide > width || y + high > height ? [id] : [],
  );
}

describe('the layout of graphs', () => {
  it('leaves room for every box and for what is said of every arrow', () => {
    const boxes = ['a', 'b', 'c'].map((id) => ({ id, width: 80, height: 30 }));
    const arrow = (id: string, from: string, to: string) => ({
      id,
      from,
      to,
      width: 120,
      height: 40,
    });
    const arrows = [arrow('1', 'a', 'b'), arrow('2', 'b', 'a'), arrow('3', 'a', 'c')];
    for (const direction of ['across', 'down'] as const) {
      const layout = laidOut(boxes, arrows, direction);
      expect(layout.boxes.size).toBe(3);
      expect(layout.arrows.get('2')?.path).toMatch(/^M/);
      expect(overlapping(layout)).toEqual([]);
      expect(outside(layout)).toEqual([]);
    }
  });

  it('lays the same out once, and what is larger by a little anew', () => {
    const boxes = (width: number) => ['a', 'b'].map((id) => ({ id, width, height: 30 }));
    const arrows = [{ id: '1', from: 'a', to: 'b', width: 60, height: 20 }];
    const first = laidOut(boxes(80), arrows, 'down');
    expect(laidOut(boxes(81), arrows, 'down').width).toBe(first.width + 1);
    expect(laidOut(boxes(80), arrows, 'across').width).toBeGreaterThan(first.width);
    expect(laidOut(boxes(80), arrows, 'down')).toBe(first);
  });

  it('breaks titles into lines and leaves long words whole', () => {
    expect(inLines('Phase one begins and holds', 12)).toEqual(['Phase one', 'begins and', 'holds']);
    expect(inLines('incomprehensibilities are', 10)).toEqual(['incomprehensibilities', 'are']);
    expect(inLines('  ', 10)).toEqual([]);
    expect(sizeOf([])).toEqual({ width: 0, height: 0 });
  });
});

describe('the figure of waits', () => {
  it('has all that the answer has, without anything over anything else', () => {
    const drawn = moments.flatMap((moment) => {
      const answer = waits(moment);
      const figure = waitsFigure(moment.agreement, answer);
      if (figure === null) {
        expect(answer.waits.length + answer.forNobody.length).toBe(0);
        return [];
      }
      const pairs = new Set(answer.waits.map(({ from, to }) => `${from} ${to}`));
      expect(figure.arrows.filter(({ to }) => !to.includes(':')).map(({ id }) => id)).toEqual([
        ...pairs,
      ]);
      expect(figure.parties.some(({ isNobody }) => isNobody)).toBe(answer.forNobody.length > 0);
      expect(figure.arrows.some(({ isInCircle }) => isInCircle)).toBe(answer.cycles.length > 0);
      expect(overlapping(figure.layout)).toEqual([]);
      expect(outside(figure.layout)).toEqual([]);
      return [figure];
    });
    expect(drawn.length).toBeGreaterThan(3);
    expect(drawn.some(({ arrows }) => arrows.some(({ isInCircle }) => isInCircle))).toBe(true);
  });
});

describe('a graph to be taken away', () => {
  const { agreement, scenarios, opens } = harbour;
  const story = scenarios.get(opens);
  if (story === undefined) throw new Error('There is no scenario.');
  const moment = momentAt(agreement, tell(story, scenarios), NOW);
  const answer = waits(moment);
  const waiting = waitsFigure(agreement, answer);
  if (waiting === null) throw new Error('Nobody waits.');
  const chart = chartFigure(moment, 'phase', REPORTED);
  const pictures = {
    waits: waitsPicture(moment, answer, waiting),
    chart: chartPicture(moment, 'phase', chart, chartDrawing(chart)),
  };

  it.each(['waits', 'chart'] as const)(
    'needs nothing of the page: %s, with what it is of and what it shows in words',
    (which) => {
      const picture = pictures[which];
      const svg = svgText(picture, (ink) => `#${ink}`);
      expect(svg).not.toMatch(/class=|var\(|data-|url\((?!#stripes)/);
      expect(svg).toContain(`<title id="title">${picture.title.replaceAll('"', '&quot;')}</title>`);
      expect(svg).toMatch(/<desc id="description">[^<]/);
      expect(svg).toContain('font-family="system-ui, sans-serif"');
      expect(svg).toContain('(harbour-record)');
      for (const { x, y } of picture.figure.shapes) {
        expect(x).toBeLessThanOrEqual(picture.figure.width);
        expect(y).toBeLessThanOrEqual(picture.figure.height);
      }
    },
  );

  it('says in words which stages there are, and who waits for what', () => {
    for (const { title } of chart.stages) expect(pictures.chart.description).toContain(title);
    for (const { to } of answer.waits)
      expect(pictures.waits.description).toContain(partyTitle(agreement, to));
  });

  it('has a head on every arrow, which ends where the arrow does', () => {
    for (const { path, head } of chart.layout.arrows.values()) {
      const end = /([\d.]+,[\d.]+)$/.exec(path)?.[1];
      expect(head.startsWith(`M${end}L`)).toBe(true);
    }
  });
});

describe('the figure of a region', () => {
  it('has every stage and every move, without anything over anything else', () => {
    for (const { agreement, scenarios } of holdings) {
      const [first] = scenarios.values();
      if (first === undefined) throw new Error('There is no scenario.');
      const moment = momentAt(agreement, tell(first, scenarios), NOW);
      for (const region of agreement.regions.values()) {
        const { stages, arrows, layout } = chartFigure(moment, region.id, REPORTED);
        expect(stages.map(({ id }) => id)).toEqual(region.stages.map(({ id }) => id));
        const moves = agreement.eventsOn.get(region.id) ?? [];
        expect(arrows.flatMap((arrow) => arrow.moves)).toHaveLength(
          moves.reduce((sum, { moves: all }) => sum + Object.keys(all[region.id] ?? {}).length, 0),
        );
        expect([region.id, overlapping(layout)]).toEqual([region.id, []]);
        expect([region.id, outside(layout)]).toEqual([region.id, []]);
      }
    }
  });

  it('tells in whose runs a region stands at a stage, and how its gates stand', () => {
    const { agreement, scenarios, opens } = harbour;
    const story = scenarios.get(opens);
    if (story === undefined) throw new Error('There is no scenario.');
    const whole = momentAt(agreement, tell(story, scenarios), NOW);
    const before = chartFigure(momentUpTo(whole, -1), 'phase', REPORTED);
    expect(before.stages.map(({ isHere, stands }) => [isHere, stands])).toEqual([
      ['all', ['it stands here']],
      ...before.stages.slice(1).map(() => ['none', []]),
    ]);
    const [oneBegan] = before.arrows.flatMap(({ moves }) => moves);
    expect(oneBegan).toMatchObject({ from: 'parley', to: 'phaseOne', canHappen: 'yes' });
    const after = chartFigure(whole, 'phase', REPORTED);
    const here = after.stages.flatMap(({ id, isHere, stands }) =>
      isHere === 'none' ? [] : [[id, isHere, stands]],
    );
    expect(here).toMatchInlineSnapshot(`
      [
        [
          "phaseOne",
          "some",
          [
            "here: Northquay",
          ],
        ],
        [
          "phaseTwo",
          "some",
          [
            "here: as reported, Southquay, the Pilots' Guild and the charter as reported",
          ],
        ],
      ]
    `);
    const gate = after.arrows
      .flatMap(({ moves }) => moves)
      .find(({ event }) => event.id === 'phase.twoBegan');
    expect(gate?.verdict).toMatchInlineSnapshot(`"contested"`);
  });
});
