import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour, type Edit } from './harbour-texts.ts';

/** What a user might do to the files, and everything that is said of it. */
const CASES: readonly (readonly [name: string, edits: readonly Edit[], said: readonly string[]])[] =
  [
    [
      'a scenario that branches off one that is not there',
      [
        [
          'harbour/scenarios/guild-sequence.yaml',
          'scenario: harbour-record',
          'scenario: harbor-record',
        ],
      ],
      [
        'harbour/scenarios/guild-sequence.yaml:6:27: there is no scenario harbor-record [unknown-id]\n    did you mean harbour-record?',
      ],
    ],
    [
      'a scenario that branches off a step that is not there',
      [['harbour/scenarios/guild-sequence.yaml', 'step: wreck-first', 'step: wreck-fist']],
      [
        'harbour/scenarios/guild-sequence.yaml:6:49: the scenario harbour-record has no step wreck-fist [unknown-id]\n    did you mean wreck-first?',
      ],
    ],
    [
      'scenarios that branch off each other',
      [
        [
          'harbour/scenarios/guild-sequence.yaml',
          'branchesFrom: { scenario: harbour-record, step: wreck-first }',
          'branchesFrom: { scenario: wreck-never-raised, step: calm-breaks }',
        ],
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          'branchesFrom: { scenario: harbour-record, step: wreck-first }',
          'branchesFrom: { scenario: guild-sequence, step: wreck-raised }',
        ],
      ],
      [
        'harbour/scenarios/guild-sequence.yaml:6:27: the scenarios go round in a circle: wreck-never-raised -> guild-sequence -> wreck-never-raised [goes-round]\n    take branchesFrom or replay out of one of them',
        'harbour/scenarios/wreck-never-raised.yaml:6:27: the scenarios go round in a circle: guild-sequence -> wreck-never-raised -> guild-sequence [goes-round]\n    take branchesFrom or replay out of one of them',
      ],
    ],
    [
      'a replay from a step that is not there',
      [['harbour/scenarios/canal-opens-early.yaml', 'after: envoys-meet', 'after: envoys-met']],
      [
        'harbour/scenarios/canal-opens-early.yaml:23:44: the scenario harbour-record has no step envoys-met [unknown-id]\n    did you mean envoys-meet?',
      ],
    ],
    [
      'a replay until a step that is not there',
      [
        [
          'harbour/scenarios/canal-opens-early.yaml',
          'after: envoys-meet',
          'after: envoys-meet, until: envoys-meat',
        ],
      ],
      [
        'harbour/scenarios/canal-opens-early.yaml:23:64: the scenario harbour-record has no step envoys-meat [unknown-id]\n    did you mean envoys-meet?',
      ],
    ],
    [
      'a replay of steps that have been played',
      [['harbour/scenarios/canal-opens-early.yaml', 'after: envoys-meet', 'after: one-way-offer']],
      [
        'harbour/scenarios/canal-opens-early.yaml:23:44: the replay has the step "envoys-meet", which the scenario has already [second-id]',
      ],
    ],
    [
      'two steps of one id',
      [['harbour/scenarios/guild-sequence.yaml', 'id: inspectors-arrive', 'id: wreck-raised']],
      [
        'harbour/scenarios/guild-sequence.yaml:17:9: a second step "wreck-raised"; the first is on line 8 [second-id]',
      ],
    ],
    [
      'a step with the id of an inherited one',
      [['harbour/scenarios/guild-sequence.yaml', 'id: inspectors-arrive', 'id: envoys-meet']],
      [
        'harbour/scenarios/guild-sequence.yaml:17:9: the step "envoys-meet" has the id of a step that comes from harbour-record [second-id]',
      ],
    ],
    [
      'a step with the id of a replayed one',
      [
        [
          'harbour/scenarios/canal-opens-early.yaml',
          '  - id: canal-opens\n',
          '  - id: wreck-located\n',
        ],
      ],
      [
        'harbour/scenarios/canal-opens-early.yaml:13:9: the step "wreck-located" has the id of a step that comes from harbour-record [second-id]',
      ],
    ],
    [
      'days that run backwards',
      [['harbour/scenarios/harbour-record.yaml', 'date: 2031-02-20', 'date: 2031-02-02']],
      [
        'harbour/scenarios/harbour-record.yaml:55:11: the step "wreck-located" (2031-02-02) comes after "phase-two-declared" (2031-02-16), so days run backwards [wrong-order]\n    order steps by the last day that each can have happened on',
      ],
    ],
    [
      'days that run backwards where a scenario branches off',
      [
        [
          'harbour/scenarios/guild-sequence.yaml',
          'date: { from: 2031-03-03, to: 2031-03-31 }',
          'date: 2031-03-01',
        ],
      ],
      [
        'harbour/scenarios/guild-sequence.yaml:9:11: the step "wreck-raised" (2031-03-01) comes after "wreck-first" (2031-03-02), so days run backwards [wrong-order]\n    order steps by the last day that each can have happened on',
      ],
    ],
    [
      'days that run backwards where a replay sets in',
      [
        [
          'harbour/scenarios/canal-opens-early.yaml',
          '    title: Northquay suspends the tolls\n',
          '    title: Northquay suspends the tolls\n    date: 2031-02-17\n',
        ],
      ],
      [
        'harbour/scenarios/canal-opens-early.yaml:24:44: the step "phase-two-declared" (2031-02-16) comes after "tolls-off" (2031-02-17), so days run backwards [wrong-order]\n    order steps by the last day that each can have happened on',
      ],
    ],
    [
      'a scenario in a file of another name',
      [['harbour/scenarios/guild-sequence.yaml', 'id: guild-sequence', 'id: guild-sequel']],
      [
        'harbour/scenarios/guild-sequence.yaml:2:5: the file is not named after its id, "guild-sequel" [wrong-name]\n    name the file guild-sequel.yaml, or write id: guild-sequence',
      ],
    ],
    [
      'two scenarios of one id',
      [['harbour/scenarios/guild-sequence.yaml', 'id: guild-sequence', 'id: harbour-record']],
      [
        'harbour/scenarios/guild-sequence.yaml:2:5: the file is not named after its id, "harbour-record" [wrong-name]\n    name the file harbour-record.yaml, or write id: guild-sequence',
        'harbour/scenarios/guild-sequence.yaml:6:27: the scenarios go round in a circle: harbour-record -> harbour-record [goes-round]\n    take branchesFrom or replay out of one of them',
        'harbour/scenarios/harbour-record.yaml:2:5: a second scenario "harbour-record"; the first is harbour/scenarios/guild-sequence.yaml:2 [second-id]',
      ],
    ],
    [
      'a default scenario that is not there',
      [['harbour/scenarios/harbour-record.yaml', 'id: harbour-record', 'id: other-record']],
      [
        'harbour/agreement.yaml:7:8: there is no scenario "harbour-record" [unknown-id]\n    known here: canal-opens-early, guild-sequence, other-record, wreck-never-raised',
        'harbour/scenarios/canal-opens-early.yaml:6:27: there is no scenario harbour-record [unknown-id]\n    known here: canal-opens-early, guild-sequence, other-record, wreck-never-raised',
        'harbour/scenarios/guild-sequence.yaml:6:27: there is no scenario harbour-record [unknown-id]\n    known here: canal-opens-early, guild-sequence, other-record, wreck-never-raised',
        'harbour/scenarios/harbour-record.yaml:2:5: the file is not named after its id, "other-record" [wrong-name]\n    name the file other-record.yaml, or write id: harbour-record',
        'harbour/scenarios/wreck-never-raised.yaml:6:27: there is no scenario harbour-record [unknown-id]\n    known here: canal-opens-early, guild-sequence, other-record, wreck-never-raised',
      ],
    ],
  ];

describe('how scenarios hang together', () => {
  it.each(CASES)('%s', (_, edits, said) => {
    const { content, problems } = checkContent([harbour], edited(...edits));
    expect(problems.map(formatProblem)).toEqual(said);
    expect(content).toBeNull();
  });
});
