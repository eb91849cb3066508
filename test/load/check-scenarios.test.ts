import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour, type Edit } from './harbour-texts.ts';

/** What a user might do to the files, and everything that is said of it. */
const CASES: readonly (readonly [name: string, edits: readonly Edit[], said: readonly string[]])[] =
  [
    [
      'a step of an event that is not there',
      [['harbour/scenarios/guild-sequence.yaml', 'event: wreck.raised', 'event: wreck.risen']],
      [
        'harbour/scenarios/guild-sequence.yaml:15:12: there is no event "wreck.risen"\n    did you mean wreck.raised?',
      ],
    ],
    [
      'a step by nobody known',
      [['harbour/scenarios/guild-sequence.yaml', 'by: [league]', 'by: [leage]']],
      [
        'harbour/scenarios/guild-sequence.yaml:19:10: there is no party "leage"\n    did you mean league?',
      ],
    ],
    [
      "a waiver of another reading's leaf",
      [
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          'waive: { reading: northquay, leaf: wreckRaised }',
          'waive: { reading: southquay, leaf: wreckRaised }',
        ],
      ],
      [
        'harbour/scenarios/wreck-never-raised.yaml:16:40: the leaf "wreckRaised" is one of northquay, not of southquay; a reading waives its own only',
      ],
    ],
    [
      'a waiver of a leaf that is not there',
      [
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          'waive: { reading: northquay, leaf: wreckRaised }',
          'waive: { reading: northquay, leaf: wreckRazed }',
        ],
      ],
      [
        'harbour/scenarios/wreck-never-raised.yaml:16:40: there is no leaf "wreckRazed"\n    did you mean wreckRaised?',
      ],
    ],
    [
      'an assumption about a stage that is not there',
      [['harbour/scenarios/wreck-never-raised.yaml', 'stage: onSite', 'stage: onsite']],
      [
        'harbour/scenarios/wreck-never-raised.yaml:33:42: there is no stage of inspectors "onsite"\n    did you mean onSite?',
      ],
    ],
    [
      'an assumption about a region that is not there',
      [['harbour/scenarios/wreck-never-raised.yaml', 'region: inspectors', 'region: spectators']],
      [
        'harbour/scenarios/wreck-never-raised.yaml:33:23: there is no region "spectators"\n    known here: phase, calm, canal, wreck, batteries, tolls, inspectors, envoys',
      ],
    ],
    [
      'an unknown region that is not there',
      [['harbour/scenarios/wreck-never-raised.yaml', 'region: batteries', 'region: battery']],
      [
        'harbour/scenarios/wreck-never-raised.yaml:27:24: there is no region "battery"\n    known here: phase, calm, canal, wreck, batteries, tolls, inspectors, envoys',
      ],
    ],
    [
      'a dispute by a reading that is not there',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          'disputedBy: [{ reading: northquay',
          'disputedBy: [{ reading: common',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:77:29: there is no reading "common"\n    known here: charter, guild, northquay, southquay',
      ],
    ],
    [
      'an expectation of a reading that is not there',
      [['harbour/scenarios/harbour-record.yaml', 'northquay: disputed', 'norfquay: disputed']],
      [
        'harbour/scenarios/harbour-record.yaml:78:15: there is no reading "norfquay"\n    did you mean northquay?',
      ],
    ],
    [
      'an expectation of a leaf that is not there',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          'northquay: { refused: [[wreckRaised]] }',
          'northquay: { refused: [[wreckRised]] }',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:51:33: there is no leaf "wreckRised"\n    did you mean wreckRaised?',
      ],
    ],
    [
      'an expectation of a gate that is not there',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          '      canalOpening: { every: unstated }',
          '      canalOpened: { every: unstated }',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:23:7: there is no gate "canalOpened"\n    did you mean canalOpening?',
      ],
    ],
    [
      'an expectation of a note',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          '    claims: [gazette-1.c1, gazette-1.c2]',
          '    claims: [gazette-1.c1, gazette-1.c2]\n    expect: { every: recognised }',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:12:5: a note moves nothing, so there is nothing to expect',
      ],
    ],
    [
      'an expectation that leaves readings out',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          '{ northquay: disputed, every: recognised }',
          '{ northquay: disputed, guild: recognised }',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:78:5: the step "wreck-located" expects nothing of charter, southquay\n    add them to expect, or every: for all that are not named',
      ],
    ],
    [
      'an event without expectation',
      [
        [
          'harbour/scenarios/guild-sequence.yaml',
          '    event: inspectors.arrived\n    expect: { every: recognised }',
          '    event: inspectors.arrived',
        ],
      ],
      [
        'harbour/scenarios/guild-sequence.yaml:22:5: the step "inspectors-arrive" expects nothing of charter, guild, northquay, southquay\n    add them to expect, or every: for all that are not named',
      ],
    ],
    [
      'a documented step that is only scheduled',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          '    event: inspectors.invited',
          '    status: scheduled\n    event: inspectors.invited',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:85:13: what is only scheduled moves nothing in a documented scenario\n    make the step a note: leave event out',
      ],
    ],
    [
      'a documented step that cites nothing',
      [['harbour/scenarios/harbour-record.yaml', '    claims: [gazette-3.c2]\n', '']],
      ['harbour/scenarios/harbour-record.yaml:71:9: the step "wreck-located" cites no claim'],
    ],
    [
      'a hypothetical step that is neither sourced nor assumed',
      [
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          '    title: Nobody can say what became of the batteries\n    status: assumed\n',
          '    title: Nobody can say what became of the batteries\n',
        ],
      ],
      [
        'harbour/scenarios/wreck-never-raised.yaml:24:9: the step "batteries-unknown" neither cites a claim nor says that it is assumed\n    add claims, or status: assumed',
      ],
    ],
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
        'harbour/scenarios/guild-sequence.yaml:6:27: there is no scenario harbor-record\n    did you mean harbour-record?',
      ],
    ],
    [
      'a scenario that branches off a step that is not there',
      [['harbour/scenarios/guild-sequence.yaml', 'step: wreck-first', 'step: wreck-fist']],
      [
        'harbour/scenarios/guild-sequence.yaml:6:49: the scenario harbour-record has no step wreck-fist\n    did you mean wreck-first?',
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
        'harbour/scenarios/guild-sequence.yaml:6:27: goes round in a circle: wreck-never-raised -> guild-sequence -> wreck-never-raised',
        'harbour/scenarios/wreck-never-raised.yaml:6:27: goes round in a circle: guild-sequence -> wreck-never-raised -> guild-sequence',
      ],
    ],
    [
      'a replay from a step that is not there',
      [['harbour/scenarios/canal-opens-early.yaml', 'after: envoys-meet', 'after: envoys-met']],
      [
        'harbour/scenarios/canal-opens-early.yaml:23:44: the scenario harbour-record has no step envoys-met\n    did you mean envoys-meet?',
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
        'harbour/scenarios/canal-opens-early.yaml:23:64: the scenario harbour-record has no step envoys-meat\n    did you mean envoys-meet?',
      ],
    ],
    [
      'a replay of steps that have been played',
      [['harbour/scenarios/canal-opens-early.yaml', 'after: envoys-meet', 'after: one-way-offer']],
      [
        'harbour/scenarios/canal-opens-early.yaml:23:44: replays the step "envoys-meet", which has been played already',
      ],
    ],
    [
      'two steps of one id',
      [['harbour/scenarios/guild-sequence.yaml', 'id: inspectors-arrive', 'id: wreck-raised']],
      [
        'harbour/scenarios/guild-sequence.yaml:17:9: a second step "wreck-raised"; the first is on line 8',
      ],
    ],
    [
      'a step with the id of an inherited one',
      [['harbour/scenarios/guild-sequence.yaml', 'id: inspectors-arrive', 'id: envoys-meet']],
      [
        'harbour/scenarios/guild-sequence.yaml:17:9: the step "envoys-meet" has the id of a step of harbour-record in the same story',
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
        'harbour/scenarios/canal-opens-early.yaml:13:9: the step "wreck-located" has the id of a step of harbour-record in the same story',
      ],
    ],
    [
      'days that run backwards',
      [['harbour/scenarios/harbour-record.yaml', 'date: 2031-02-20', 'date: 2031-02-02']],
      [
        'harbour/scenarios/harbour-record.yaml:72:11: the step "wreck-located" (2031-02-02) comes after "phase-two-declared" (2031-02-16), so days run backwards\n    order steps by the last day that each can have happened on',
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
        'harbour/scenarios/guild-sequence.yaml:9:11: the step "wreck-raised" (2031-03-01) comes after "wreck-first" (2031-03-02), so days run backwards\n    order steps by the last day that each can have happened on',
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
        'harbour/scenarios/canal-opens-early.yaml:24:44: the step "phase-two-declared" (2031-02-16) comes after "tolls-off" (2031-02-17), so days run backwards\n    order steps by the last day that each can have happened on',
      ],
    ],
    [
      'a scenario in a file of another name',
      [['harbour/scenarios/guild-sequence.yaml', 'id: guild-sequence', 'id: guild-sequel']],
      [
        'harbour/scenarios/guild-sequence.yaml:2:5: the id "guild-sequel" is not the name of the file\n    name the file guild-sequel.yaml',
      ],
    ],
    [
      'two scenarios of one id',
      [['harbour/scenarios/guild-sequence.yaml', 'id: guild-sequence', 'id: harbour-record']],
      [
        'harbour/scenarios/guild-sequence.yaml:2:5: the id "harbour-record" is not the name of the file\n    name the file harbour-record.yaml',
        'harbour/scenarios/guild-sequence.yaml:6:27: goes round in a circle: harbour-record -> harbour-record',
        'harbour/scenarios/harbour-record.yaml:2:5: a second scenario "harbour-record"; the first is harbour/scenarios/guild-sequence.yaml:2',
      ],
    ],
    [
      'a default scenario that is not there',
      [['harbour/scenarios/harbour-record.yaml', 'id: harbour-record', 'id: other-record']],
      [
        'harbour/agreement.yaml:7:8: there is no scenario "harbour-record"\n    known here: canal-opens-early, guild-sequence, other-record, wreck-never-raised',
        'harbour/scenarios/canal-opens-early.yaml:6:27: there is no scenario harbour-record\n    known here: canal-opens-early, guild-sequence, other-record, wreck-never-raised',
        'harbour/scenarios/guild-sequence.yaml:6:27: there is no scenario harbour-record\n    known here: canal-opens-early, guild-sequence, other-record, wreck-never-raised',
        'harbour/scenarios/harbour-record.yaml:2:5: the id "other-record" is not the name of the file\n    name the file other-record.yaml',
        'harbour/scenarios/wreck-never-raised.yaml:6:27: there is no scenario harbour-record\n    known here: canal-opens-early, guild-sequence, other-record, wreck-never-raised',
      ],
    ],
  ];

describe('scenarios', () => {
  it.each(CASES)('%s', (_, edits, said) => {
    const { content, problems } = checkContent([harbour], edited(...edits));
    expect(problems.map(formatProblem)).toEqual(said);
    expect(content).toBeNull();
  });
});
