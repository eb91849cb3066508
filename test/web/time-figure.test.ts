import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lanesOf } from '../../src/answer/lanes.ts';
import { allWhereaboutsText, lanesSaid } from '../../src/explain/lanes-text.ts';
import { coursesShown } from '../../src/lab/course.ts';
import { NOTHING_DONE } from '../../src/lab/history.ts';
import { labReduce } from '../../src/lab/reduce.ts';
import type { LabState, Setting } from '../../src/lab/state.ts';
import { dayAfter } from '../../src/model/days.ts';
import { NO_CLOCKS } from '../../src/model/run.ts';
import { Runner } from '../../src/model/runner.ts';
import { REPORTED } from '../../src/model/terms.ts';
import { type Figure, fitted, textWidth } from '../../src/web/figures/figure.ts';
import { svgText } from '../../src/web/figures/svg-text.ts';
import { instantsBetween, timeAxis } from '../../src/web/figures/time-axis.ts';
import { sameIn, timeLanes, timeShown } from '../../src/web/figures/time-figure.ts';
import { timeNames, timeRows } from '../../src/web/figures/time-rows.ts';
import { stepMarks } from '../../src/web/figures/time-marks.ts';
import { timeWhole } from '../../src/web/figures/time-whole.ts';
import { longStory } from '../bench/long-story.ts';
import { loadShipped } from '../shipped.ts';

const shipped = loadShipped();
const setting: Setting = {
  agreement: shipped.agreement,
  properties: null,
  runner: new Runner(shipped.agreement),
};

function labOf(scenario: string, of = shipped.scenarios): LabState {
  return {
    scenarios: of,
    branches: [],
    history: NOTHING_DONE,
    scenario,
    position: -1,
    clocks: NO_CLOCKS,
    run: REPORTED,
    task: null,
    gate: null,
  };
}

const scenarios = [...shipped.scenarios.keys()];

describe('days across', () => {
  it.each(scenarios)('find the day again that they put somewhere, in %s', (scenario) => {
    const { own } = coursesShown(setting, labOf(scenario));
    for (const room of [200, 900]) {
      const axis = timeAxis(own, room);
      const { span } = own;
      const [first = '', last = ''] = span === null ? [] : [span.from, span.to];
      for (let day = first; day !== '' && day <= last; day = dayAfter(day)) {
        expect(axis.dayAt(axis.xOf(day) + axis.dayWidth / 2)).toBe(day);
        expect(axis.xOf(day)).toBeLessThan(axis.daysEnd);
      }
      for (const [index] of own.instants.entries())
        expect(axis.to(index)).toBeGreaterThan(axis.from(index));
      expect(axis.dayAt(axis.width)).toBeNull();
      const { marks } = stepMarks(own, axis);
      expect(marks.map(({ place }) => place)).toEqual([...own.story.steps.keys()]);
      for (const { x } of marks) expect(x).toBeLessThan(axis.width);
    }
  });

  it('give the instants that lie between two places, and no more', () => {
    const { own } = coursesShown(setting, labOf('record'));
    const axis = timeAxis(own, 900);
    fc.assert(
      fc.property(fc.nat({ max: 900 }), fc.integer({ min: 1, max: 400 }), (left, more) => {
        const right = left + more;
        const [from, to] = instantsBetween(own, axis, left, right);
        expect(to).toBeGreaterThan(from);
        const seen = [...own.instants.keys()].filter(
          (index) => axis.to(index) > left && axis.from(index) < right,
        );
        if (seen.length > 0) expect([from, to - 1]).toEqual([seen[0], seen.at(-1)]);
      }),
    );
  });
});

describe('the lanes, drawn', () => {
  it.each(scenarios)('say in their titles what the list says, of %s', (scenario) => {
    const courses = coursesShown(setting, labOf(scenario));
    const { own, base } = courses;
    const axis = timeAxis(own, 900);
    const rows = timeRows(setting.agreement, courses, false, 'all');
    const shown = timeShown(courses, axis, null, 0, axis.width);
    const { shapes } = timeLanes(courses, axis, rows, shown);
    const titles = new Set(
      shapes.flatMap(({ kind, title }) => (kind === 'box' ? (title ?? []) : [])),
    );
    const said = lanesSaid(own, lanesOf(own, 0, own.instants.length));
    expect(said.length).toBe(setting.agreement.statechart.regions.length);
    for (const { title, parts } of said)
      for (const part of parts) expect(titles).toContain(`${title}, ${part}`);
    expect(base !== null).toBe(shipped.scenarios.get(scenario)?.branchesFrom !== undefined);
  });

  it('show the phase on top, and every region that changes', () => {
    for (const scenario of scenarios) {
      const courses = coursesShown(setting, labOf(scenario));
      const { regions } = timeRows(setting.agreement, courses, true, 'touched');
      expect(regions[0]?.region.kind).toBe('phase');
      const ids = regions.map(({ region }) => region.id);
      for (const lane of lanesOf(courses.own, 0, courses.own.instants.length))
        if (lane.stretches.length > 1) expect(ids).toContain(lane.region);
    }
  });

  it('stripe what is not known, split what parties differ on, and mark what a branch changes', () => {
    const courses = coursesShown(setting, labOf('rafah-opens-before-remains'));
    const axis = timeAxis(courses.own, 900);
    const rows = timeRows(setting.agreement, courses, false, 'touched');
    const shown = timeShown(courses, axis, null, 0, axis.width);
    const { shapes } = timeLanes(courses, axis, rows, shown);
    const boxes = shapes.flatMap((shape) => (shape.kind === 'box' ? [shape] : []));
    expect(boxes.some(({ fill }) => typeof fill !== 'string')).toBe(true);
    expect(boxes.some(({ fill }) => fill === 'changed')).toBe(true);
    expect(shapes.some((shape) => shape.kind === 'label' && shape.text.startsWith('≠'))).toBe(true);
    const split = shown.lanes.flatMap(({ region, stretches }) =>
      stretches.flatMap(({ value }) => (value.length > 1 ? [{ region, value }] : [])),
    );
    expect(split.length).toBeGreaterThan(0);
    for (const { region, value } of split)
      expect(allWhereaboutsText(setting.agreement, region, value).split('; ').length).toBe(
        value.length,
      );
    for (const { y } of boxes) expect(y).toBeLessThan(rows.height);
  });

  it('play no more of a thousand steps than is in view', () => {
    const { agreement, scenarios: all, opens } = longStory();
    const long: Setting = { agreement, properties: null, runner: new Runner(agreement) };
    const courses = coursesShown(long, labOf(opens, new Map(all)));
    const axis = timeAxis(courses.own, 900);
    expect(axis.width).toBeGreaterThan(2000);
    const shown = timeShown(courses, axis, null, 1000, 1900);
    const looked = shown.lanes.flatMap(({ stretches }) => stretches);
    const days =
      Math.max(...looked.map(({ to }) => to)) - Math.min(...looked.map(({ from }) => from));
    expect(days).toBeLessThan(courses.own.instants.length / 2);
    expect(days * axis.dayWidth).toBeLessThan(900 + 2 * axis.dayWidth);
  });
});

describe('a figure as a file', () => {
  const hostile = '<script>alert("1")</script>&\u0000]]> "quoted" \'too\'';
  const figure: Figure = {
    width: 100,
    height: 40,
    shapes: [
      { kind: 'box', x: 0, y: 0, width: 10, height: 5, fill: ['ink', 'paper'], title: hostile },
      { kind: 'label', x: 0, y: 9, text: hostile, ink: 'ink', size: 12, rim: 'paper' },
    ],
  };

  it('has hostile titles as text, and every colour written out', () => {
    const picture = { figure, title: hostile, description: hostile };
    const svg = svgText(picture, (ink) => `rgb(${ink.length}, 0, 0)`);
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('var(');
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).toContain('fill="rgb(3, 0, 0)"');
    expect(svg).toContain('url(#stripes-ink-paper)');
  });

  it('says of a lane that is the same in both that it is', () => {
    for (const [event, text] of [
      // It cannot happen there, so that it moves nothing.
      ['remains.handedOver', 'as in record'],
      ['remains.recovered', 'in record'],
    ] as const) {
      const reduced = labReduce(
        setting,
        { ...labOf('record'), position: 999 },
        {
          kind: 'take',
          action: { kind: 'event', event },
          before: [],
          given: {},
        },
      );
      if (!reduced.ok) throw new Error(reduced.said);
      const courses = coursesShown(setting, reduced.lab);
      const axis = timeAxis(courses.own, 900);
      const rows = timeRows(setting.agreement, courses, false, 'touched');
      const shown = timeShown(courses, axis, null, 0, axis.width);
      const names = timeNames(setting.agreement, rows, {
        gate: null,
        base: 'record',
        same: sameIn(rows, shown),
        width: 200,
      });
      const said = names.shapes.flatMap((each) => (each.kind === 'label' ? [each.text] : []));
      expect(said.filter((each) => each.includes('record'))).toEqual([text]);
    }
  });

  it('has the whole of what is drawn, with what it is of', () => {
    const lab = labOf('record');
    const courses = coursesShown(setting, lab);
    const axis = timeAxis(courses.own, 300);
    const rows = timeRows(setting.agreement, courses, false, 'touched');
    const moment = courses.own.momentAt(0);
    const picture = timeWhole({
      courses,
      axis,
      rows,
      gate: null,
      moment,
      current: { place: -1, x: 40 },
    });
    const { figure: whole, title, description } = picture;
    expect(title).toContain('(record)');
    for (const { region } of rows.regions)
      expect(description.toLowerCase()).toContain(`${region.title.toLowerCase()}. `);
    expect(whole.width).toBeGreaterThan(axis.width);
    const texts = whole.shapes.flatMap((shape) => (shape.kind === 'label' ? [shape.text] : []));
    expect(texts[0]).toBe(setting.agreement.title);
    expect(texts).toContain('Phase');
    for (const shape of whole.shapes) expect(shape.y).toBeLessThanOrEqual(whole.height);
  });

  it('cuts a text to the room that it has, and never in the middle of a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 200 }), (text, width) => {
        const cut = fitted(text, width, 12);
        expect(cut === '' || cut === text || cut.endsWith('…')).toBe(true);
        expect(textWidth(cut, 12)).toBeLessThanOrEqual(Math.max(width, 0) + 0.01);
      }),
    );
  });
});
