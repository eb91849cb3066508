import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadAgreement } from '../../src/node/load-agreement.ts';
import { factsOf } from './facts.ts';

/**
 * What 0.1.0 answered, whose statechart was TypeScript, and the content that it answered of, as YAML. Both stay as they
 * are: what is asked here is whether the same content still has the same answers, whatever else is written since.
 */
const before = JSON.parse(
  fs.readFileSync(new URL('before-the-move.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, unknown>>;

const { agreement, scenarios } = loadAgreement(new URL('../fixtures/frozen/', import.meta.url));
const now = factsOf(agreement, scenarios) as typeof before;

describe('the content of 0.1.0 has the answers of 0.1.0', () => {
  it('has its regions, events with their guards and moves, and gates, in its order', () => {
    expect([now['initial'], now['events'], now['gates']]).toEqual([
      before['initial'],
      before['events'],
      before['gates'],
    ]);
    expect([...agreement.regions.keys()]).toEqual(Object.keys(before['initial'] ?? {}));
  });

  it('speaks of the same readings and scenarios', () => {
    for (const part of ['searches', 'scenarios'])
      expect(Object.keys(now[part] ?? {})).toEqual(Object.keys(before[part] ?? {}));
  });

  it.each(Object.entries(before['searches'] ?? {}))(
    'reaches under %s as many states, in all and by stage, and gates in as few events',
    (reading, facts) => {
      expect(now['searches']?.[reading]).toEqual(facts);
    },
  );

  it.each(Object.entries(before['scenarios'] ?? {}))(
    'makes of %s, step by step, what it made',
    (scenario, steps) => {
      expect(now['scenarios']?.[scenario]).toEqual(steps);
    },
  );
});
