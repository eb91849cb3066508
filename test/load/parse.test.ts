import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { parseFile } from '../../src/load/parse.ts';
import { formatProblem, inOrder } from '../../src/load/problem.ts';
import { SCHEMAS } from '../../src/load/schemas.ts';

function said(role: keyof typeof SCHEMAS, text: string): string {
  const result = parseFile('x.yaml', text, SCHEMAS[role] as z.ZodType);
  if (result.ok) return 'nothing';
  return `\n${inOrder(result.problems).map(formatProblem).join('\n')}\n`;
}

describe('what is said of a shape', () => {
  it('names every wrong value, key and missing key of a list', () => {
    const text = `events:
  - { id: phaseTwo, alias: PhaseTwo, title: "", moves: { a: b }, direction: forward, controllers: unstated }
  - { id: a.b, movs: { a: b }, title: 5, direction: forward, controllers: unstated }
  - 3
`;
    expect(said('events', text)).toBe(`
x.yaml:2:11: id: "phaseTwo" must be a region and a verb joined by a dot, such as crossing.opened [wrong-form]
x.yaml:2:28: alias: "PhaseTwo" must be lower-camel letters and digits, such as openBothWays [wrong-form]
x.yaml:2:45: title: "" must not be empty [wrong-value]
x.yaml:3:5: moves is missing [missing-key]
x.yaml:3:16: events[2]: unknown key "movs" [unknown-key]
    did you mean moves?
x.yaml:3:39: title: expected text, got 5 [wrong-type]
    put text in quotes: "5"
x.yaml:4:5: events[3]: expected keys and values, got 3 [wrong-type]
`);
  });

  it.each([
    ['- a\n', 'x.yaml:1:1: expected keys and values, got a list [wrong-type]'],
    ['events: x\n', 'x.yaml:1:9: events: expected a list, got "x" [wrong-type]'],
    ['events:\n', 'x.yaml:1:1: events: expected a list, got nothing [wrong-type]'],
    ['{}\n', 'x.yaml:1:1: events is missing [missing-key]'],
    [
      'events: [3]\nmore: 1\n',
      'x.yaml:1:10: events[1]: expected keys and values, got 3 [wrong-type]\nx.yaml:2:1: unknown key "more" [unknown-key]\n    known here: events',
    ],
  ])('speaks of the whole of %j', (text, problem) => {
    expect(said('events', text)).toBe(`\n${problem}\n`);
  });

  it('offers the nearest of the words that would do', () => {
    const text = 'id: a\ntitle: A\nkind: partie\nparty: a\npositions: {}\n';
    expect(said('reading', text)).toBe(`
x.yaml:3:7: kind: expected one of party, terms, got "partie" [wrong-value]
    did you mean party?
`);
  });

  it('speaks of the form of a position and of a condition that the written one comes closest to', () => {
    const text = `id: a
title: A
kind: party
party: a
positions:
  phaseTwo:
    - backs: true
  a.none: []
  a.stances:
    - bakcs: true
    - claims: [document-1.c1]
    - backs: false
    - asks: { id: x, region: b, stages: [c] }
      objects: y
    - objects: Bad
    - says: []
    - says: [document-1.c1]
      claims: [document-1.c1]
    - backs
  a.days:
    - backs: true
      from: 2031-02-30
      until: soon
      beside: false
  a.conditions:
    - asks:
        id: a
        region: b
        stagess: [c]
    - asks: { not: { id: a, region: b, stages: [c] } }
    - asks: { id: a, event: b.c, happened: true }
    - asks: { all: [{ id: a, region: b, stages: [c] }], any: [] }
    - asks: foo
    - asks:
    - asks:
        all:
          - { id: a, region: b, stages: [], claims: [d.c1] }
          - any: []
          - 5
          - any: [{ id: x, region: y, stages: [Bad], claims: [d.c1] }]
          - { id: constructor, region: y, stages: [z], claims: [d4] }
`;
    expect(said('reading', text)).toBe(`
x.yaml:6:3: the key "phaseTwo" must be a region and a verb joined by a dot, such as crossing.opened [wrong-form]
x.yaml:8:11: a.none: must not be empty [wrong-value]
x.yaml:10:7: a.stances[1]: needs one of asks, objects, backs, drops, says [missing-key]
x.yaml:10:7: a.stances[1]: unknown key "bakcs" [unknown-key]
    did you mean backs?
x.yaml:11:7: a.stances[2]: needs one of asks, objects, backs, drops [missing-key]
x.yaml:12:14: backs: expected true, got false [wrong-value]
x.yaml:14:7: a.stances[4]: "objects" does not go with asks [keys-at-odds]
x.yaml:15:16: objects: "Bad" must be lower-camel letters and digits, such as openBothWays [wrong-form]
x.yaml:16:13: says: must not be empty [wrong-value]
x.yaml:18:7: a.stances[7]: unknown key "claims" [unknown-key]
    known here: says
x.yaml:19:7: a.stances[8]: expected keys and values, got "backs" [wrong-type]
x.yaml:22:13: from: "2031-02-30" must be a day that exists, as YYYY-MM-DD [wrong-form]
    Feb 2031 has 28 days
x.yaml:23:14: until: "soon" must be a day that exists, as YYYY-MM-DD [wrong-form]
x.yaml:24:15: beside: expected true, got false [wrong-value]
x.yaml:27:9: stages is missing [missing-key]
x.yaml:29:9: asks: unknown key "stagess" [unknown-key]
    did you mean stages?
x.yaml:30:13: asks: needs one of id, all, any [missing-key]
x.yaml:30:15: asks: unknown key "not" [unknown-key]
    known here: id, region, stages, claims, inference, from, until, all, any
x.yaml:31:13: region is missing [missing-key]
x.yaml:31:13: stages is missing [missing-key]
x.yaml:31:22: asks: unknown key "event" [unknown-key]
    known here: id, region, stages, claims, inference, from, until, all, any
x.yaml:31:34: asks: unknown key "happened" [unknown-key]
    known here: id, region, stages, claims, inference, from, until, all, any
x.yaml:32:15: asks: "all" does not go with any [keys-at-odds]
x.yaml:32:62: any: must not be empty [wrong-value]
x.yaml:33:13: asks: expected keys and values, got "foo" [wrong-type]
x.yaml:34:7: asks: expected keys and values, got nothing [wrong-type]
x.yaml:37:41: stages: must not be empty [wrong-value]
x.yaml:38:18: any: must not be empty [wrong-value]
x.yaml:39:13: all[3]: expected keys and values, got 5 [wrong-type]
x.yaml:40:48: stages[1]: "Bad" must be lower-camel letters and digits, such as openBothWays [wrong-form]
x.yaml:41:19: id: "constructor" is a reserved word and cannot be an id [reserved-word]
    choose another name
x.yaml:41:65: claims[1]: "d4" must name a source and a claim, such as document-1.c4 [wrong-form]
`);
  });

  it('knows steps, days and expectations', () => {
    const text = `agreement: a
id: every
kind: documentd
title: T
summary: S
steps:
  - id: one
    date: 2025-02-30
    title: x
    by: foo
    event: a.b
    waive: { reading: r, kondition: l }
    bearing: document-1.c1
    expect:
      israel: recognized
      every: { refusd: [[a]] }
      Bad: refused
      x: { refused: [] }
      y: { refused: [a] }
      z: 5
      q: { held: [[]] }
      r: { heald: [[a]] }
      s: { held: [[a]], refused: [[b]] }
      t: unstated
  - id: two
    date: { from: 2025-03-01, to: 2025-02-01 }
    title: y
    date2: 3
  - id: three
    date: { from: 2025, to: 2025-02-01 }
    title: z
    status: reported
    gates: { phaseTwo: { israel: shut, hamas: { closed: x } }, a.b: { every: open }, a.b.c: { every: open } }
  - id: four
    title: does two things
    event: a.b
    assume: { region: a, stage: b }
  - id: five
    title: grants
    acknowledge: { reading: r, event: phaseTwo }
`;
    const outcomes =
      'recognised, unopposed, refused, held, disputed, void, already, impossible, unknown or keys and values';
    expect(said('scenario', text)).toBe(`
x.yaml:2:5: id: "every" is a reserved word and cannot be an id [reserved-word]
    choose another name
x.yaml:3:7: kind: expected one of documented, projected, hypothetical, got "documentd" [wrong-value]
    did you mean documented?
x.yaml:8:11: date: "2025-02-30" must be a day that exists, as YYYY-MM-DD [wrong-form]
    Feb 2025 has 28 days
x.yaml:10:9: by: expected a list, got "foo" [wrong-type]
    write a list in brackets: [foo]
x.yaml:12:12: condition is missing [missing-key]
x.yaml:12:26: waive: unknown key "kondition" [unknown-key]
    did you mean condition?
x.yaml:13:14: bearing: expected a list, got "document-1.c1" [wrong-type]
    write a list in brackets: [document-1.c1]
x.yaml:15:15: israel: expected one of ${outcomes}, got "recognized" [wrong-value]
    did you mean recognised?
x.yaml:16:14: every: needs one of refused, held [missing-key]
x.yaml:16:16: every: unknown key "refusd" [unknown-key]
    did you mean refused?
x.yaml:17:7: the key "Bad" must be lower-case words joined by hyphens, such as first-report [wrong-form]
x.yaml:18:21: refused: must not be empty [wrong-value]
x.yaml:19:22: refused[1]: expected a list, got "a" [wrong-type]
    write a list in brackets: [a]
x.yaml:20:10: z: expected one of ${outcomes}, got 5 [wrong-type]
x.yaml:21:19: held[1]: must not be empty [wrong-value]
x.yaml:22:10: r: needs one of refused, held [missing-key]
x.yaml:22:12: r: unknown key "heald" [unknown-key]
    did you mean held?
x.yaml:23:12: s: "held" does not go with refused [keys-at-odds]
x.yaml:24:10: t: expected one of ${outcomes}, got "unstated" [wrong-value]
x.yaml:26:35: to: \`from\` must not come after \`to\` [wrong-order]
x.yaml:28:5: steps[2]: unknown key "date2" [unknown-key]
    did you mean date?
x.yaml:30:19: from: 2025 must be a day that exists, as YYYY-MM-DD [wrong-type]
x.yaml:32:13: status: expected one of happened, scheduled, expected, assumed, got "reported" [wrong-value]
x.yaml:33:34: israel: expected one of open, passed, closed, unknown, unstated or keys and values, got "shut" [wrong-value]
x.yaml:33:57: closed: expected a list, got "x" [wrong-type]
x.yaml:33:86: the key "a.b.c" must be lower-camel letters and digits, such as openBothWays, or a region and a verb joined by a dot, such as crossing.opened [wrong-form]
x.yaml:34:5: steps[4]: does more than one thing; give each of event, waive, restore, acknowledge, assume and unknown a step of its own [keys-at-odds]
x.yaml:40:39: event: "phaseTwo" must be a region and a verb joined by a dot, such as crossing.opened [wrong-form]
`);
  });

  it('knows regions, their stages and what an event moves', () => {
    const regions = `regions:
  - { id: toString, title: a, kind: place, starts: on, stages: [{ id: on, title: on, level: 4 }] }
  - { id: valueOf, title: a, kind: phase, starts: unknown, stages: [] }
  - { id: a, title: a, kind: phase, stages: [{ id: on, title: on, level: "1", n: 1 }] }
`;
    expect(said('regions', regions)).toBe(`
x.yaml:2:11: id: "toString" is a reserved word and cannot be an id [reserved-word]
    choose another name
x.yaml:2:37: kind: expected one of phase, provision, circumstance, got "place" [wrong-value]
x.yaml:2:93: level: expected one of 0, 1, 2, 3, got 4 [wrong-value]
x.yaml:3:11: id: "valueOf" is a reserved word and cannot be an id [reserved-word]
    choose another name
x.yaml:3:51: starts: "unknown" is a reserved word and cannot be an id [reserved-word]
    choose another name
x.yaml:3:68: stages: must not be empty [wrong-value]
x.yaml:4:74: level: expected one of 0, 1, 2, 3, got "1" [wrong-value]
x.yaml:4:79: stages[1]: unknown key "n" [unknown-key]
    known here: id, title, level
`);
    const events = `events:
  - { id: constructor.came, alias: hasOwnProperty, title: x, moves: { on: Off }, direction: forward, controllers: unstated }
  - { id: a.valueOf, title: x, moves: [on, off], direction: forward, controllers: unstated }
  - { id: a.b, title: x, moves: { toString: on }, also: { isPrototypeOf: { on: off }, b: on }, direction: forward, controllers: unstated }
  - { id: a.*, title: x, moves: { on: { target: off } }, direction: forward, controllers: unstated }
`;
    expect(said('events', events)).toBe(`
x.yaml:2:11: id: "constructor.came" has a reserved word in it and cannot be an id [reserved-word]
    choose another name
x.yaml:2:36: alias: "hasOwnProperty" is a reserved word and cannot be an id [reserved-word]
    choose another name
x.yaml:2:75: on: "Off" must be lower-camel letters and digits, such as openBothWays [wrong-form]
x.yaml:3:11: id: "a.valueOf" has a reserved word in it and cannot be an id [reserved-word]
    choose another name
x.yaml:3:39: moves: expected keys and values, got a list [wrong-type]
x.yaml:4:35: the key "toString" is a reserved word and cannot be an id [reserved-word]
    choose another name
x.yaml:4:59: the key "isPrototypeOf" is a reserved word and cannot be an id [reserved-word]
    choose another name
x.yaml:4:90: b: expected keys and values, got "on" [wrong-type]
x.yaml:5:11: id: "a.*" must be a region and a verb joined by a dot, such as crossing.opened [wrong-form]
x.yaml:5:39: on: expected text, got keys and values [wrong-type]
`);
    expect(said('events', 'events:\n  - id: a.b\n    moves: { __proto__: a }\n')).toBe(`
x.yaml:3:14: "__proto__" is a reserved word and cannot be a key [reserved-word]
    choose another name
`);
  });

  it.each(['*', 'a.*', 'a*', '*.went', 'a.*.went', 'a', 'a.b.c', 'a.b c', 'A.b', '.b', 'a.'])(
    'refuses %s as the name of an event: it is one region and one verb, and no wildcard',
    (id) => {
      const event = { id, title: 'x', moves: { on: 'off' }, direction: 'forward' };
      const text = JSON.stringify({ events: [{ ...event, controllers: 'unstated' }] });
      expect(said('events', text)).toContain('must be a region and a verb joined by a dot');
      expect(said('events', text.replace(JSON.stringify(id), '"a.b"'))).toBe('nothing');
    },
  );

  it('knows where an agreement says that its content is', () => {
    const text = `id: a
title: A
question: Is it?
summary: S
`;
    const also = (more: string) => said('agreement', `${text}${more}`);
    expect(also('scenarios: ../told/here\nsources: papers.2\nopens: first\n')).toBe('nothing');
    expect(also('scenarios: /etc\nsources: ..\nopens: First\n')).toBe(`
x.yaml:5:12: scenarios: "/etc" must be a folder, from that of the agreement, such as scenarios or ../shared/sources [wrong-form]
x.yaml:6:10: sources: ".." must be a folder, from that of the agreement, such as scenarios or ../shared/sources [wrong-form]
x.yaml:7:8: opens: "First" must be lower-case words joined by hyphens, such as first-report [wrong-form]
`);
    expect(also('scenarios: papers\nsources: papers\n')).toBe(`
x.yaml:6:10: sources: "papers" must be another folder than that of the scenarios [keys-at-odds]
`);
    expect(also('scenarios: readings\n')).toBe(`
x.yaml:5:12: scenarios: is the folder of the readings [keys-at-odds]
`);
    expect(said('agreement', 'id: a\ntitle: A\nsummary: S\nstart: []\n')).toBe(`
x.yaml:4:1: unknown key "start" [unknown-key]
    known here: id, title, question, summary, scenarios, sources, opens
`);
  });

  it('knows controllers', () => {
    const text = `events:
  - { id: a.b, title: x, moves: {}, direction: sideways, controllers: nobody }
  - { id: a.b, title: x, moves: {}, direction: forward, controllers: [[a], b, []] }
  - { id: a.b, title: x, moves: {}, direction: forward, controllers: [[a]] }
  - { id: a.b, title: true, moves: {}, direction: forward, controllers: unstated, claims: document-1.c1 }
  - { id: a.b, title: x, moves: {}, controllers: [[a]], claims: [document-1.c1], takingPart: [document-1.c2] }
  - { id: a.b, title: x, moves: {}, guard: phaseTwo, assumed: "", inTheWay: [c1], takingPart: document-1.c1 }
  - { id: a.b, title: x, moves: {}, alias: a.b, requirement: { region: r, stages: [s] } }
  - { id: a.b, title: x, moves: {}, requirement: [] }
`;
    expect(said('events', text)).toBe(`
x.yaml:2:48: direction: expected one of forward, backward, got "sideways" [wrong-value]
x.yaml:2:71: controllers: expected unstated or a list, got "nobody" [wrong-value]
x.yaml:3:76: controllers[2]: expected a list, got "b" [wrong-type]
    write a list in brackets: [b]
x.yaml:3:79: controllers[3]: must name a party; where it is nobody, write controllers: [] [wrong-value]
x.yaml:5:23: title: expected text, got true [wrong-type]
    put text in quotes: "true"
x.yaml:5:91: claims: expected a list, got "document-1.c1" [wrong-type]
    write a list in brackets: [document-1.c1]
x.yaml:6:94: takingPart: tells who takes part so far, which is for events whose controllers are unstated [keys-at-odds]
x.yaml:7:37: events[6]: unknown key "guard" [unknown-key]
    known here: id, alias, title, moves, also, again, direction, controllers, claims, takingPart, inference, assumed, requirement, inTheWay, duty
x.yaml:7:63: assumed: "" must not be empty [wrong-value]
x.yaml:7:78: inTheWay[1]: "c1" must name a source and a claim, such as document-1.c4 [wrong-form]
x.yaml:7:95: takingPart: expected a list, got "document-1.c1" [wrong-type]
    write a list in brackets: [document-1.c1]
x.yaml:8:44: alias: "a.b" must be lower-camel letters and digits, such as openBothWays [wrong-form]
x.yaml:8:62: id is missing [missing-key]
x.yaml:9:50: requirement: expected keys and values, got an empty list [wrong-type]
`);
  });

  it('knows sources', () => {
    const text = `id: d
agreement: a
title: t
document: { file: ../x, sha256: abc }
publisher: 5
publisherNote: n
published: { from: 2025-01-02, to: 2025-01-01, precision: days, inference: x }
perspective: p
claims:
  - { id: d4, paragraph: 0.5, speaker: s, hearsay: no, kind: fact, regions: a, statement: x }
  - { id: c4, paragraph: 0, speaker: s, hearsay: false, kind: term, regions: [], statement: x }
`;
    expect(said('source', text)).toBe(`
x.yaml:4:19: file: "../x" must be a plain file name [wrong-form]
x.yaml:4:33: sha256: "abc" must be 64 hexadecimal digits [wrong-form]
x.yaml:5:12: publisher: expected text, got 5 [wrong-type]
    put text in quotes: "5"
x.yaml:7:59: precision: expected one of day, week, fortnight, month, got "days" [wrong-value]
    did you mean day?
x.yaml:10:11: id: "d4" must be c and a number, such as c4 [wrong-form]
x.yaml:10:26: paragraph: expected a whole number, got 0.5 [wrong-type]
x.yaml:10:52: hearsay: expected true or false, got "no" [wrong-type]
x.yaml:10:62: kind: expected one of event, term, position, demand, offer, refusal, accusation, denial, expectation, assessment, meeting, count, context, got "fact" [wrong-value]
x.yaml:10:77: regions: expected a list, got "a" [wrong-type]
    write a list in brackets: [a]
x.yaml:11:26: paragraph: expected 1 or more, got 0 [wrong-value]
`);
  });

  it('keeps dates as they are written', () => {
    const text = `agreement: a
id: b
kind: documented
title: T
summary: S
steps:
  - { id: one, title: one, date: 2031-01-05 }
  - { id: two, title: two, date: { from: 2031-01-05, to: 2031-01-06 } }
`;
    const result = parseFile('x.yaml', text, SCHEMAS.scenario);
    expect(result.ok && result.parsed.value.steps.map(({ date }) => date)).toEqual([
      { from: '2031-01-05', to: '2031-01-05' },
      { from: '2031-01-05', to: '2031-01-06' },
    ]);
  });
});
