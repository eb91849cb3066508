import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarioFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { parseFile } from '../../src/load/parse.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { sha256 } from '../../src/load/hash.ts';
import { scenarioText } from '../../src/load/scenario-text.ts';
import { readToken, tokenOf } from '../../src/load/scenario-token.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { anyDraft, anyScenario } from './any-scenario.ts';

const { agreement, scenarios } = loadHarbour();
const base = scenarios.get('harbour-record');
if (base === undefined) throw new Error('There is no record.');
const anyBranch = anyDraft(agreement, tell(base, scenarios));

function readBack(text: string): unknown {
  const result = parseFile('x.yaml', text, scenarioFile);
  if (!result.ok) throw new Error(`${result.problems.map(formatProblem).join('\n')}\n${text}`);
  return result.parsed.value;
}

describe('a scenario as text', () => {
  it('reads back to the same value, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(anyScenario, anyBranch), (scenario) => {
        expect(readBack(scenarioText(scenario))).toEqual(scenario);
      }),
      { numRuns: 400 },
    );
  });

  it.each([...scenarios.values()])('$id reads back', (scenario) => {
    expect(readBack(scenarioText(scenario))).toEqual(scenario);
  });

  const files = fs.readdirSync(new URL('../../scenarios/', import.meta.url));

  it.each(files.filter((name) => name.endsWith('.yaml')))(
    '%s is as long as its text, without the comments',
    (name) => {
      const text = fs.readFileSync(new URL(`../../scenarios/${name}`, import.meta.url), 'utf8');
      const value = readBack(text) as Parameters<typeof scenarioText>[0];
      expect(readBack(scenarioText(value))).toEqual(value);
      // The style is that of people: no key or value takes twice the lines that they gave it.
      const lines = scenarioText(value).split('\n').length;
      expect(lines).toBeLessThan(1.5 * text.split('\n').length);
    },
  );

  it('looks as a person would write it', () => {
    const draft = {
      agreement: 'harbour',
      id: 'canal-first',
      kind: 'hypothetical' as const,
      title: 'What if: the canal opens first',
      summary: 'It opens early.',
      branchesFrom: { scenario: 'harbour-record', step: 'envoys-meet' },
      steps: [
        {
          id: 'opened',
          date: { from: '2031-02-11', to: '2031-02-11' },
          title: 'The canal opens',
          by: [],
          status: 'assumed' as const,
          claims: [],
          bearing: [],
          disputedBy: [],
          event: 'canal.opened',
        },
      ],
      replay: { scenario: 'harbour-record', after: 'envoys-meet' },
    };
    expect(scenarioText(draft)).toBe(`# yaml-language-server: $schema=../dist/schemas/scenario.json
agreement: harbour
id: canal-first
kind: hypothetical
title: 'What if: the canal opens first'
summary: It opens early.
branchesFrom: { scenario: harbour-record, step: envoys-meet }
steps:
  - id: opened
    date: 2031-02-11
    title: The canal opens
    status: assumed
    event: canal.opened
replay: { scenario: harbour-record, after: envoys-meet }
`);
  });
});

describe('a token', () => {
  it('gives back every branch and every other scenario', () => {
    const lengths: number[] = [];
    fc.assert(
      fc.property(fc.oneof(anyScenario, anyBranch), (scenario) => {
        const token = tokenOf(scenario, agreement);
        expect(token).toMatch(/^pg1-[\w-]+$/);
        lengths.push(token.length);
        expect(readToken(token, agreement)).toEqual({ ok: true, value: scenario });
      }),
      { numRuns: 400 },
    );
    expect(lengths.length).toBeGreaterThan(0);
  });

  it('of a plain branch is short', () => {
    const draft = scenarioFile.parse({
      agreement: 'harbour',
      id: 'what-if',
      kind: 'hypothetical',
      title: 'What if: the canal is open both ways',
      summary: 'Assumed: x.',
      branchesFrom: { scenario: 'harbour-record', step: 'envoys-meet' },
    });
    expect(tokenOf(draft, agreement).length).toBeLessThan(250);
  });

  it('that lost, swapped or gained a letter is refused', () => {
    const letter = fc.constantFrom(...'abcXYZ019-_');
    const seen = { refused: 0 };
    fc.assert(
      fc.property(
        anyBranch,
        fc.nat(),
        letter,
        fc.constantFrom('lost', 'swapped', 'gained'),
        (draft, where, put, how) => {
          const token = tokenOf(draft, agreement);
          const at = 4 + (where % (token.length - 4));
          const cut = how === 'gained' ? 0 : 1;
          const changed = token.slice(0, at) + (how === 'lost' ? '' : put) + token.slice(at + cut);
          if (
            Buffer.from(changed.slice(4), 'base64url').equals(
              Buffer.from(token.slice(4), 'base64url'),
            )
          )
            return;
          const read = readToken(changed, agreement);
          seen.refused += 1;
          expect(read.ok ? read.value : read.error.message).toBe(
            'is a token with a part missing or changed',
          );
        },
      ),
      { numRuns: 300 },
    );
    expect(seen.refused).toBeGreaterThan(100);
  });

  it.each([
    ['record', /is not a token/],
    ['pg1-', /part missing/],
    ['pg1-!!!', /is not a token/],
    ['pg2-abcd', /version 2; this program reads version 1/],
    [`pg1-${'a'.repeat(70_000)}`, /too long/],
  ])('refuses %.20s', (text, message) => {
    const read = readToken(text, agreement);
    expect(read.ok ? '' : read.error.message).toMatch(message);
  });

  it('is packed as zlib packs, so that every program of this version reads those of the others', () => {
    // Part of the version: what was packed before with zlib must stay readable.
    const dictionary = Buffer.from(
      '"claims":["disputedBy":[],"by":[],"date":{"from":"20","to":"20"},"narrative":"hypothetical"status":"assumed",' +
        '"title":"What if: "id":"what-if","record",',
    );
    const token = (payload: string | Buffer): string => {
      const packed = deflateRawSync(payload, { level: 9, dictionary });
      const checksum = createHash('sha256').update(packed).digest().subarray(0, 4);
      return `pg1-${Buffer.concat([checksum, packed]).toString('base64url')}`;
    };
    fc.assert(
      fc.property(fc.oneof(anyScenario, anyBranch), (scenario) => {
        const value = JSON.parse(JSON.stringify(scenario)) as typeof scenario;
        expect(readToken(token(JSON.stringify(value)), agreement)).toEqual({ ok: true, value });
        const ours = Buffer.from(tokenOf(scenario, agreement).slice(4), 'base64url').subarray(4);
        const payload = inflateRawSync(ours, { dictionary, finishFlush: constants.Z_FINISH });
        expect(readToken(token(payload), agreement)).toEqual({ ok: true, value: scenario });
      }),
    );
    const huge = readToken(token(`"${' '.repeat(300_000)}"`), agreement);
    expect(huge.ok ? '' : huge.error.message).toBe('is a token with a part missing or changed');
  });

  it('may be broken over lines by whoever passes it on', () => {
    const token = tokenOf(base, agreement);
    expect(readToken(` ${token.slice(0, 20)}\n${token.slice(20)} `, agreement)).toEqual({
      ok: true,
      value: base,
    });
  });
});

it('a digest is the SHA-256 of a text in UTF-8, or of bytes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array()), (data) => {
      expect(sha256(data)).toBe(createHash('sha256').update(data).digest('hex'));
    }),
  );
});
