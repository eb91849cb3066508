import { describe, expect, it } from 'vitest';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { delegationWords } from '../../src/explain/delegation-text.ts';
import { momentJson } from '../../src/explain/moment-json.ts';
import { asText } from '../../src/draw/text.ts';
import { type Block, plainWords } from '../../src/explain/document.ts';
import { handsAfterText } from '../../src/explain/hands-after.ts';
import { momentFoot } from '../../src/explain/moment-text.ts';
import { changing, quay, recordOf } from '../model/changing-quay.ts';

const agreement = quay(changing);
const at = (asOf: string, knownBy: string | null = null) =>
  momentAt(agreement, recordOf(), { ...NOW, asOf, knownBy });

const textOf = (blocks: readonly Block[]) => asText(blocks, Infinity).join('\n');

describe('who can bring something about later', () => {
  it('is said from which day on, with what says so, as long as that day lies ahead', () => {
    const said = textOf(handsAfterText(at('2031-02-28')));
    expect(said).toContain(
      'From 1 Mar 2031 on, who can bring about "The lock is opened" (lock.opened): the south or the east [',
    );
    expect(said).toContain('second.c1');
    expect(textOf(momentFoot(at('2031-02-28')))).toContain('From 1 Mar 2031 on');
    expect(handsAfterText(at('2031-03-01'))).toEqual([]);
    expect(momentJson(at('2031-02-28')).laterControllers).toEqual([
      {
        event: 'lock.opened',
        eventTitle: 'The lock is opened',
        from: '2031-03-01',
        controllers: [['south'], ['east']],
        claims: ['second.c1'],
      },
    ]);
    expect(momentJson(at('2031-03-01')).laterControllers).toEqual([]);
  });

  it('is not said by what nobody had published', () => {
    const said = textOf(handsAfterText(at('2031-02-28', '2031-02-28')));
    expect(said).toContain('(lock.opened): no document says who.');
    expect(said).not.toContain('second.c1');
  });
});

it('for whom a party acts is said with its days', () => {
  const acting = quay(changing, {
    parties: ['north', 'south', 'east'].map((id) => ({
      id,
      title: `the ${id}`,
      ...(id === 'east' ? { actsFor: [{ party: 'north', until: '2031-03-31' }] } : {}),
    })),
  });
  expect(plainWords(delegationWords(acting))).toBe(
    'Counted as one: the east acts for the north until 31 Mar 2031 [assumed].',
  );
});
