import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importChart } from '../../src/load/import/import-chart.ts';
import { agreementFrom, folderFrom, problemsFrom } from './imported-folder.ts';

const CANAL = `<?xml version="1.0" encoding="UTF-8"?>
<!-- A canal & its lock: what a comment says is no part of it. -->
<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:draw="urn:draw" version="1.0"
       name="CanalChart" datamodel="ecmascript" draw:zoom="2">
  <datamodel><data id="ships" expr="3"/></datamodel>
  <parallel id="all">
    <state id="Canal" initial="half">
      <onentry/>
      <transition event="RESET" target="shut"/>
      <state id="shut">
        <transition event="OPEN" cond="ships &gt; 2" target="half"><log expr="'ring'"/></transition>
        <transition event="OPEN" cond="!In('Lock.locked') &amp;&amp; (true || In('shut'))" target="full"/>
        <transition event="*" target="full"/>
        <transition event="error.execution" target="full"/>
        <transition event="ring"/>
      </state>
      <state id="open">
        <initial><transition target="full"/></initial>
        <onentry><if cond="true"><send event="late" delay="1s"/></if></onentry>
        <history id="before"><transition target="half"/></history>
        <state id="half"><transition target="full"/></state>
        <state id="full">
          <transition event="shut drain" target="shut"/>
          <invoke src="elsewhere"><content><scxml><state id="shut"/></scxml></content></invoke>
        </state>
      </state>
      <final id="toString"><donedata/></final>
    </state>
    <state id="Lock">
      <state id="Lock.locked">
        <transition event="OPEN" target="Lock.unlocked"/>
        <transition event="Lock.freed" cond='In("open")' target="Lock.unlocked" draw:at="1,2"/>
      </state>
      <state id="Lock.unlocked"/>
    </state>
  </parallel>
</scxml>
`;

/** The lines of the canal's file that a text stands on. */
function lines(...texts: string[]): string {
  const all = CANAL.split('\n');
  const found = texts.map((text) => all.findIndex((each) => each.includes(text)) + 1);
  return `line${found.length === 1 ? '' : 's'} ${found.join(', ')}`;
}

describe('a statechart in SCXML', () => {
  it('becomes regions, stages and events, and what it cannot become is told by its line', () => {
    const folder = folderFrom(CANAL);
    expect(folder.format).toBe('a statechart in SCXML');
    expect(folder.id).toBe('canal-chart');
    const { statechart, events } = agreementFrom(folder);
    expect(
      statechart.regions.map(({ id, initial, stages }) => [
        id,
        initial,
        stages.map((stage) => stage.id),
      ]),
    ).toEqual([
      ['canal', 'half', ['shut', 'half', 'full', 'stageToString']],
      ['lock', 'locked', ['locked', 'unlocked']],
    ]);
    expect(Object.fromEntries(statechart.events.map(({ id, moves }) => [id, moves]))).toEqual({
      'canal.reset': { canal: { half: 'shut', full: 'shut', stageToString: 'shut' } },
      'canal.open': { canal: { shut: 'half' } },
      'canal.open2': { canal: { shut: 'full' } },
      'canal.toFull': { canal: { half: 'full' } },
      'canal.shut': { canal: { full: 'shut' } },
      'canal.drain': { canal: { full: 'shut' } },
      'lock.open': { lock: { locked: 'unlocked' } },
      'lock.freed': { lock: { locked: 'unlocked' } },
    });
    expect(events.get('canal.open2')?.requirement).toMatchObject({
      condition: { region: 'lock', stages: ['unlocked'] },
    });
    expect(events.get('lock.freed')?.requirement).toMatchObject({
      condition: { region: 'canal', stages: ['half', 'full'] },
    });
    expect(folder.notes).toEqual(
      expect.arrayContaining([
        `data: ${lines('<datamodel>')}`,
        `attributes of other languages: ${lines('draw:zoom', 'draw:at')}`,
        `actions of transitions: ${lines('<log')}`,
        `transitions for any event (*): ${lines('"*"')}`,
        `transitions for when something is done or fails: ${lines('error.execution')}`,
        `transitions that lead nowhere: ${lines('"ring"')}`,
        `actions on entry: ${lines('<onentry><if')}`,
        `delays: ${lines('delay=')}`,
        `histories: the state that a region starts in is used instead: ${lines('<history')}`,
        `invoked services: ${lines('<invoke')}`,
        `outputs: ${lines('<donedata')}`,
        expect.stringMatching(/guard of canal\.open \(ships > 2\) asks about more than states/),
        expect.stringMatching(/Canal\.toString: stageToString/),
      ]),
    );
  });

  it.each([
    ["In('b')", { region: 'two', stages: ['b'] }],
    ['In("b")||In( \'c\' )', { region: 'two', stages: ['b', 'c'] }],
    ["!In('b')", { region: 'two', stages: ['a', 'c'] }],
    ["!!In('b')", { region: 'two', stages: ['b'] }],
    ["!(In('b') || In('c'))", { region: 'two', stages: ['a'] }],
    ["In('b') || In('c') && In('a')", { region: 'two', stages: ['b'] }],
    ["(In('b') || In('c')) && !In('c')", { region: 'two', stages: ['b'] }],
    ["false || In('b') && true", { region: 'two', stages: ['b'] }],
    ["In('two')", null],
    ['', null],
  ])('requires what the condition %s asks', (cond, condition) => {
    const asked = agreementFrom(folderFrom(withCond(cond))).events.get('one.go')?.requirement;
    if (condition === null) expect(asked).toBeNull();
    else expect(asked).toMatchObject({ condition });
  });

  it.each([
    'x',
    "In('b') In('c')",
    "In('b'",
    "(In('b')",
    "In('b'))",
    "In('nowhere')",
    "In('b') != true",
    "In('b') &&",
    '!',
    'trueish',
    `${'('.repeat(5000)}In('b')${')'.repeat(5000)}`,
  ])('keeps a condition that asks for anything else as a comment (%#)', (cond) => {
    const folder = folderFrom(withCond(cond));
    expect(agreementFrom(folder).events.get('one.go')?.requirement).toBeNull();
    expect(folder.files.find(({ path }) => path === 'events.yaml')?.text).toContain(
      `# guard: ${cond}\n`,
    );
  });

  it.each([
    ['a tag that is not closed', '<scxml>\n <state id="a">\n</scxml>', 'not-xml', 3, null],
    ['nothing after a start', '<scxml', 'not-xml', 1, null],
    ['an ampersand', '<scxml><!-- & -->\n <state id="a & b"/></scxml>', 'not-xml', 2, 15],
    ['a tag without end', '<scxml>\n <state id="a">\n\n', 'not-xml', 2, 2],
    [
      'moves by the thousand',
      `<scxml>${'<transition event="a" target="z"/>'.repeat(500)}${'<state/>'.repeat(500)}<state id="z"/></scxml>`,
      'too-large',
      1,
      1,
    ],
    [
      'events by the thousand that are not the same',
      `<scxml><state id="z"/><state>${Array.from({ length: 4000 }, (_each, index) => `<transition event="a${index}" target="z"/>`).join('')}</state></scxml>`,
      'too-large',
      1,
      1,
    ],
    ['an entity', '<scxml>\n <state id="&a;"/></scxml>', 'not-xml', 2, null],
    ['an attribute twice', '<scxml>\n <state id="a" id="b"/></scxml>', 'not-xml', 2, null],
    [
      'a document type',
      '<?xml version="1.0"?>\n  <!DOCTYPE scxml [<!ENTITY a "b">]><scxml/>',
      'not-plain',
      2,
      3,
    ],
    ['a prefix of nothing', '<scxml>\n <a:b/></scxml>', 'not-xml', 2, null],
    ['another root', '\n<html><body/></html>', 'wrong-type', 2, 1],
    ['another namespace', '<scxml xmlns="urn:x"/>', 'wrong-type', 1, 1],
    ['no states', '<scxml/>', 'missing-key', 1, 1],
    ['no events', '<scxml><state id="a"/></scxml>', 'missing-key', 1, 1],
    [
      'a target that is not there',
      '<scxml><state id="a">\n<transition event="go" target="b"/></state></scxml>',
      'unknown-id',
      2,
      32,
    ],
    ['a start elsewhere', '<scxml initial="b">\n<state id="a"/></scxml>', 'unknown-id', 1, 17],
    [
      'a start in another state',
      '<scxml><state id="a"/>\n<state id="b" initial="a"><state id="c"/></state></scxml>',
      'wrong-value',
      2,
      24,
    ],
    ['an id twice', '<scxml><state id="a"/>\n<state  id="a"/></scxml>', 'second-id', 2, 13],
    [
      'a character turned round',
      '<scxml>\n<state id="a&#x202e;"/></scxml>',
      'bad-character',
      2,
      12,
    ],
    ['depth', '<state>'.repeat(100_000), 'too-large', 1, null],
    ['depth of anything', `<scxml>${'<a>'.repeat(100_000)}`, 'too-large', 1, null],
    ['length', `<scxml>${'<a/>'.repeat(200_000)}</scxml>`, 'too-large', 1, null],
    [
      'events by the thousand',
      `<scxml><state id="a">\n<transition target="a" event="${'go '.repeat(100_000)}"/></state></scxml>`,
      'too-large',
      2,
      1,
    ],
    ['a condition without end', withCond("In('b')||".repeat(50_000)), 'too-large', 3, null],
  ])('is refused with its place where it has %s', (_, text, code, line, column) => {
    const [first] = problemsFrom(text);
    expect(first?.code).toBe(code);
    expect(first?.line).toBe(line);
    if (column !== null) expect(first?.column).toBe(column);
  });

  it('is taken or refused, whatever stands in it', () => {
    const odd = '__proto__ constructor valueOf every a.b x:y # null שלום'.split(' ');
    const words = (...others: string[]) => fc.constantFrom(...odd, ...others);
    const attributes = fc.record(
      {
        id: fc.oneof(words(''), fc.nat().map(String)),
        target: fc.constantFrom('a', 'b', 'a b', '', 'nowhere', 'elsewhere'),
        event: words('', 'a b', '*', 'a.*', 'done.state.a'),
        cond: words('', "In('a')", "!In('b')"),
        constructor: words(),
      },
      { requiredKeys: [] },
    );
    const name = fc.constantFrom(
      ...'state state parallel final history initial transition transition'.split(' '),
      ...'onentry scxml valueOf __proto__'.split(' '),
    );
    const element = (depth: number): fc.Arbitrary<string> =>
      fc
        .tuple(
          name,
          attributes,
          depth === 0 ? fc.constant([]) : fc.array(element(depth - 1), { maxLength: 3 }),
        )
        .map(([tag, own, inner]) => {
          const said = Object.entries(own).map(([key, value]) => ` ${key}="${value}"`);
          return `<${tag}${said.join('')}>${inner.join('\n')}</${tag}>`;
        });
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(element(3), { minLength: 2, maxLength: 4 }), (inner) => {
        const first = '<state id="a"><transition event="go" target="b"/></state><state id="b"/>';
        const made = importChart(`<scxml>${first}${inner.join('\n')}</scxml>`, 'chart');
        seen['files' in made ? 'taken' : 'refused'] += 1;
        // That the folder is right as it stands, importing makes sure of itself: it throws otherwise.
        expect(Object.keys(made)).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(1);
  });
});

/** Two regions; what moves the one asks about the other. */
function withCond(cond: string): string {
  const written = cond.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<scxml><parallel id="both">
    <state id="one"><state id="here">
      <transition event="go" cond="${written}" target="there"/>
    </state><state id="there"/></state>
    <state id="two">
      <state id="a"><transition event="next" target="b"/></state>
      <state id="b"><transition event="next" target="c"/></state>
      <state id="c"/>
    </state>
  </parallel></scxml>`;
}
