import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour, type Edit } from './harbour-texts.ts';

/** What a user might do to the files, and everything that is said of it. */
const CASES: readonly (readonly [name: string, edits: readonly Edit[], said: readonly string[]])[] =
  [
    [
      'a reading of a party that is not there',
      [['harbour/readings/guild.yaml', 'party: guild', 'party: gild']],
      ['harbour/readings/guild.yaml:4:8: there is no party "gild"\n    did you mean guild?'],
    ],
    [
      'two readings of one party',
      [['harbour/readings/guild.yaml', 'party: guild', 'party: southquay']],
      [
        'harbour/readings/southquay.yaml:4:8: a second reading of the party "southquay"; the first is harbour/readings/guild.yaml:4',
      ],
    ],
    [
      'a reading in a file of another name',
      [['harbour/readings/charter.yaml', 'id: charter', 'id: charta']],
      [
        'harbour/readings/charter.yaml:1:5: the id "charta" is not the name of the file\n    name the file charta.yaml',
        'harbour/scenarios/canal-opens-early.yaml:17:74: there is no reading "charter"\n    did you mean charta?',
        'harbour/scenarios/harbour-record.yaml:49:5: the step "phase-two-declared" expects nothing of charta\n    add them to expect, or every: for all that are not named',
        'harbour/scenarios/harbour-record.yaml:54:9: there is no reading "charter"\n    did you mean charta?',
        'harbour/scenarios/harbour-record.yaml:62:11: there is no reading "charter"\n    did you mean charta?',
        'harbour/scenarios/harbour-record.yaml:69:11: there is no reading "charter"\n    did you mean charta?',
        'harbour/scenarios/harbour-record.yaml:98:9: there is no reading "charter"\n    did you mean charta?',
        'harbour/scenarios/wreck-never-raised.yaml:18:72: there is no reading "charter"\n    did you mean charta?',
        'harbour/scenarios/wreck-never-raised.yaml:29:81: there is no reading "charter"\n    did you mean charta?',
      ],
    ],
    [
      'a reading that leaves a gate out',
      [['harbour/readings/charter.yaml', '  tollSharing: { position: unstated }\n', '']],
      [
        'harbour/readings/charter.yaml:4:1: says nothing of the gate "tollSharing"\n    where no document has this reading speak of it: tollSharing: { position: unstated }',
      ],
    ],
    [
      'a reading that speaks of a gate that is not there',
      [['harbour/readings/charter.yaml', 'batteriesSealing:', 'batterySealing:']],
      [
        'harbour/readings/charter.yaml:4:1: says nothing of the gate "batteriesSealing"\n    where no document has this reading speak of it: batteriesSealing: { position: unstated }',
        'harbour/readings/charter.yaml:13:3: there is no gate "batterySealing"\n    did you mean batteriesSealing?',
      ],
    ],
    [
      'a remark that is not there',
      [['harbour/readings/guild.yaml', 'remarks: [gazette-1.c7]', 'remarks: [gazette-1.c77]']],
      [
        'harbour/readings/guild.yaml:7:49: there is no claim "gazette-1.c77"\n    did you mean gazette-1.c7?',
      ],
    ],
    [
      'a leaf on a region that is not there',
      [['harbour/readings/guild.yaml', 'region: inspectors', 'region: inspector']],
      [
        'harbour/readings/guild.yaml:13:15: there is no region "inspector"\n    did you mean inspectors?',
      ],
    ],
    [
      'a leaf on a stage that is not there',
      [['harbour/readings/guild.yaml', 'stages: [onSite]', 'stages: [atSite]']],
      [
        'harbour/readings/guild.yaml:14:16: there is no stage of inspectors "atSite"\n    did you mean onSite?',
      ],
    ],
    [
      "a leaf with the id of another reading's",
      [['harbour/readings/guild.yaml', 'leaf: inspectorsStay', 'leaf: wreckRaised']],
      [
        'harbour/readings/northquay.yaml:10:17: a second leaf "wreckRaised"; the first is harbour/readings/guild.yaml:12',
      ],
    ],
    [
      'a leaf that cites a claim that is not there',
      [['harbour/readings/guild.yaml', 'claims: [gazette-3.c6]', 'claims: [gazette-4.c6]']],
      [
        'harbour/readings/guild.yaml:15:16: there is no claim "gazette-4.c6"\n    did you mean gazette-1.c6?',
      ],
    ],
    [
      "a leaf on the home region of the gate's own event",
      [
        [
          'harbour/readings/charter.yaml',
          'region: phase\n      stages: [phaseTwo, settled]',
          'region: canal\n      stages: [open]',
        ],
      ],
      [
        'harbour/readings/charter.yaml:10:15: the gate "canalOpening" asks about canal, the home region of its own event canal.opened\n    which stages the event leaves from is for its moves to say',
      ],
    ],
    [
      'not of never',
      [
        [
          'harbour/readings/southquay.yaml',
          '      leaf: noSealing\n      never: true\n      claims: [gazette-2.c9]',
          '      not: { leaf: noSealing, never: true, claims: [gazette-2.c9] }',
        ],
      ],
      [
        'harbour/readings/southquay.yaml:30:38: not of never asks for nothing\n    leave the leaf out',
      ],
    ],
    [
      'not of every stage',
      [
        [
          'harbour/readings/northquay.yaml',
          'stages: [broken, notInForce]',
          'stages: [broken, notInForce, holding]',
        ],
      ],
      [
        'harbour/readings/northquay.yaml:17:21: not of every stage of calm leaves none that would do\n    say never: true',
      ],
    ],
    [
      'a leaf that every stage meets',
      [['harbour/readings/guild.yaml', 'stages: [onSite]', 'stages: [away, invited, onSite]']],
      [
        'harbour/readings/guild.yaml:14:15: every stage of inspectors would do, so the leaf asks for nothing\n    leave the leaf out',
      ],
    ],
    [
      'a leaf that names a stage twice',
      [['harbour/readings/guild.yaml', 'stages: [onSite]', 'stages: [onSite, onSite]']],
      ['harbour/readings/guild.yaml:14:24: a second stage "onSite"; the first is on line 14'],
    ],
  ];

describe('readings', () => {
  it.each(CASES)('%s', (_, edits, said) => {
    const { content, problems } = checkContent([harbour], edited(...edits));
    expect(problems.map(formatProblem)).toEqual(said);
    expect(content).toBeNull();
  });
});
