import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOfToken, readToken } from '../../src/load/scenario-token.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

const { agreement } = loadHarbour();

/** A token around any payload: its checksum is right, and what is in it need not be. */
function tokenAround(payload: Uint8Array | string): string {
  const packed = deflateRawSync(payload);
  const checksum = createHash('sha256').update(packed).digest().subarray(0, 4);
  return `pg1-${Buffer.concat([checksum, packed]).toString('base64url')}`;
}

const SHORT = [
  'harbour',
  'what-if',
  'What if',
  ['harbour-record', 'envoys-meet'],
  ['envoys.met', { s: ['a', 'canal', 'open'], date: '2031-01-05', because: 'A reason.' }],
  [],
];

const anyOdd = fc.oneof(
  fc.constantFrom<unknown>(null, [], {}, '', -1, 1.5, true, [[]], { s: null }, { s: [] }),
  fc.constantFrom<unknown>('__proto__', 'constructor', '\u0000', '\u202e', 'x'.repeat(9000)),
  fc.constantFrom<unknown>({ s: { s: 'envoys.met' } }, ['e'], ['z', 'a', 'b'], { event: 'x' }),
  fc.jsonValue(),
);

function withOdd(value: unknown, path: readonly number[], odd: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) return odd;
  const entries = Object.entries(value);
  const at = entries[first % Math.max(1, entries.length)]?.[0];
  if (at === undefined) return odd;
  const changed = entries.map(([key, each]) => [key, key === at ? withOdd(each, rest, odd) : each]);
  return Array.isArray(value) ? changed.map(([, each]) => each) : Object.fromEntries(changed);
}

describe('a token that somebody made', () => {
  it('is read where it holds a scenario', () => {
    const read = readToken(tokenAround(JSON.stringify(SHORT)), agreement);
    expect(read).toMatchObject({ ok: true, value: { id: 'what-if', title: 'What if' } });
  });

  it('is a scenario or refused in a sentence, whatever stands in its places', () => {
    const came = { read: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(fc.nat(7), { maxLength: 4 }), anyOdd, (path, odd) => {
        const token = tokenAround(JSON.stringify(withOdd(SHORT, path, odd)));
        agreementOfToken(token);
        const read = readToken(token, agreement);
        if (read.ok) came.read += 1;
        else {
          expect(read.error.message).toMatch(/^is /);
          came.refused += 1;
        }
      }),
      { numRuns: 1000 },
    );
    expect(came.read).toBeGreaterThan(10);
    expect(came.refused).toBeGreaterThan(100);
  });

  it('is refused whatever bytes are in it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readToken(tokenAround(bytes), agreement).ok).toBe(false);
      }),
    );
  });

  it.each([
    [
      'steps within steps',
      `["harbour","a","A",[],[${'{"s":'.repeat(40_000)}1${'}'.repeat(40_000)}],[]]`,
    ],
    ['lists within lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['more than a token may hold', JSON.stringify(['x'.repeat(300_000)])],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['nothing', ''],
  ])('is refused with %s', (_, payload) => {
    expect(readToken(tokenAround(payload), agreement).ok).toBe(false);
  });
});
