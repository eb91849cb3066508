import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour, type Edit } from './harbour-texts.ts';

/** What a user might do to the files, and everything that is said of it. */
const CASES: readonly (readonly [name: string, edits: readonly Edit[], said: readonly string[]])[] =
  [
    [
      'a speaker who is not there',
      [['harbour/sources/gazette-1.yaml', 'speaker: dock-sources', 'speaker: dock-source']],
      [
        'harbour/sources/gazette-1.yaml:69:14: there is no party or speaker "dock-source" [unknown-id]\n    did you mean dock-sources?',
      ],
    ],
    [
      'a stance of somebody who is not there',
      [['harbour/sources/gazette-1.yaml', 'attributedTo: [northquay]', 'attributedTo: [norquay]']],
      [
        'harbour/sources/gazette-1.yaml:70:20: there is no party or speaker "norquay" [unknown-id]\n    did you mean northquay?',
      ],
    ],
    [
      'a claim about a region that is not there',
      [['harbour/sources/gazette-1.yaml', 'regions: [wreck, canal]', 'regions: [wreck, kanal]']],
      [
        'harbour/sources/gazette-1.yaml:65:22: there is no region "kanal" [unknown-id]\n    did you mean canal?',
      ],
    ],
    [
      'a claim that disputes one that is not there',
      [['harbour/sources/gazette-1.yaml', 'disputes: [gazette-2.c6]', 'disputes: [gazette-2.c66]']],
      [
        'harbour/sources/gazette-1.yaml:75:16: there is no claim "gazette-2.c66" [unknown-id]\n    did you mean gazette-2.c6?',
      ],
    ],
    [
      'a claim that disputes itself',
      [['harbour/sources/gazette-1.yaml', 'disputes: [gazette-2.c6]', 'disputes: [gazette-1.c8]']],
      [
        'harbour/sources/gazette-1.yaml:75:16: the claim is listed as disputing itself [goes-round]',
      ],
    ],
    [
      'two claims of one number',
      [['harbour/sources/gazette-1.yaml', 'id: c9', 'id: c8']],
      [
        'harbour/readings/southquay.yaml:9:14: there is no claim "gazette-1.c9" [unknown-id]\n    did you mean gazette-1.c1?',
        'harbour/sources/gazette-1.yaml:76:9: a second claim "c8"; the first is on line 67 [second-id]',
      ],
    ],
    [
      'a source of an agreement that is not there',
      [['harbour/sources/gazette-1.yaml', 'agreement: harbour', 'agreement: harbours']],
      [
        'harbour/sources/gazette-1.yaml:2:12: there is no agreement "harbours" [other-agreement]\n    did you mean harbour?',
      ],
    ],
  ];

describe('sources', () => {
  it.each(CASES)('%s', (_, edits, said) => {
    const { content, problems } = checkContent([harbour], edited(...edits));
    expect(problems.map(formatProblem)).toEqual(said);
    expect(content).toBeNull();
  });
});
