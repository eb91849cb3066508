import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour, type Edit, harbourTexts } from './harbour-texts.ts';

const GUILD = 'harbour/readings/guild.yaml';
const NORTHQUAY = 'harbour/readings/northquay.yaml';
const SOUTHQUAY = 'harbour/readings/southquay.yaml';
const CHARTER = 'harbour/readings/charter.yaml';

/** What a user might do to the files, and everything that is said of it. */
const CASES: readonly (readonly [name: string, edits: readonly Edit[], said: readonly string[]])[] =
  [
    [
      'a reading of a party that is not there',
      [['harbour/readings/guild.yaml', 'party: guild', 'party: gild']],
      [
        'harbour/readings/guild.yaml:4:8: there is no party "gild" [unknown-id]\n    did you mean guild?',
      ],
    ],
    [
      'two readings of one party',
      [['harbour/readings/guild.yaml', 'party: guild', 'party: southquay']],
      [
        'harbour/readings/southquay.yaml:4:8: a second reading of the party "southquay"; the first is harbour/readings/guild.yaml:4 [second-id]',
      ],
    ],
    [
      'a reading in a file of another name',
      [['harbour/readings/charter.yaml', 'id: charter', 'id: charta']],
      [
        'harbour/readings/charter.yaml:1:5: the file is not named after its id, "charta" [wrong-name]\n    name the file charta.yaml, or write id: charter',
      ],
    ],
    [
      'a position on an event that is not there',
      [[NORTHQUAY, 'batteries.sealed:', 'batteries.seeled:']],
      [
        'harbour/readings/northquay.yaml:22:3: there is no event "batteries.seeled" [unknown-id]\n    did you mean batteries.sealed?',
      ],
    ],
    [
      'a position under the alias of an event',
      [[NORTHQUAY, 'batteries.sealed:', 'batteriesSealing:']],
      [
        'harbour/readings/northquay.yaml:22:3: the key "batteriesSealing" must be a region and a verb joined by a dot, such as crossing.opened [wrong-form]',
      ],
    ],
    [
      'something said that is not there',
      [[GUILD, 'says: [gazette-1.c7]', 'says: [gazette-1.c77]']],
      [
        'harbour/readings/guild.yaml:9:14: there is no claim "gazette-1.c77" [unknown-id]\n    did you mean gazette-1.c7?',
      ],
    ],
    [
      'claims of each stance that are not there',
      [
        [GUILD, 'claims: [gazette-3.c6]', 'claims: [gazette-4.c6]'],
        [NORTHQUAY, 'claims: [gazette-2.c7]', 'claims: [gazette-2.c77]'],
        [SOUTHQUAY, 'claims: [gazette-2.c9]', 'claims: [gazette-2.c99]'],
      ],
      [
        'harbour/readings/guild.yaml:12:16: there is no claim "gazette-4.c6" [unknown-id]\n    did you mean gazette-1.c6?',
        'harbour/readings/northquay.yaml:24:16: there is no claim "gazette-2.c77" [unknown-id]\n    did you mean gazette-2.c7?',
        'harbour/readings/southquay.yaml:29:16: there is no claim "gazette-2.c99" [unknown-id]\n    did you mean gazette-2.c9?',
      ],
    ],
    [
      'a condition on a region that is not there',
      [[GUILD, 'region: inspectors', 'region: inspector']],
      [
        'harbour/readings/guild.yaml:11:43: there is no region "inspector" [unknown-id]\n    did you mean inspectors?',
      ],
    ],
    [
      'a condition on a stage that is not there',
      [[GUILD, 'stages: [onSite]', 'stages: [atSite]']],
      [
        'harbour/readings/guild.yaml:11:64: there is no stage of inspectors "atSite" [unknown-id]\n    did you mean onSite?',
      ],
    ],
    [
      'a condition deep in what is asked, on a stage and a claim that are not there',
      [
        [SOUTHQUAY, 'stages: [meeting]', 'stages: [metting]'],
        [
          SOUTHQUAY,
          'stages: [suspended, shared]\n                claims: [gazette-2.c8]',
          'stages: [suspended, shared]\n                claims: [gazette-2.c8, gazette-2.c88]',
        ],
      ],
      [
        'harbour/readings/southquay.yaml:21:40: there is no claim "gazette-2.c88" [unknown-id]\n    did you mean gazette-2.c8?',
        'harbour/readings/southquay.yaml:24:26: there is no stage of envoys "metting" [unknown-id]\n    did you mean meeting?',
      ],
    ],
    [
      "a condition with the id of another reading's",
      [[GUILD, 'id: inspectorsStay', 'id: wreckRaised']],
      [
        'harbour/readings/northquay.yaml:9:17: a second condition or objection "wreckRaised"; the first is harbour/readings/guild.yaml:11 [second-id]',
      ],
    ],
    [
      'an objection with the id of a condition',
      [[GUILD, 'id: inspectorsStay', 'id: noSealing']],
      [
        'harbour/readings/southquay.yaml:28:16: a second condition or objection "noSealing"; the first is harbour/readings/guild.yaml:11 [second-id]',
      ],
    ],
    [
      'an objection with the id of a requirement of the model',
      [['harbour/events.yaml', 'id: trafficFlows', 'id: noSealing']],
      [
        'harbour/readings/southquay.yaml:28:16: a second condition or objection "noSealing"; the first is harbour/events.yaml:118 [second-id]',
      ],
    ],
    [
      'a condition on the home region of its own event',
      [[CHARTER, 'region: phase, stages: [phaseTwo, settled]', 'region: canal, stages: [open]']],
      [
        'harbour/readings/charter.yaml:8:44: the condition "canalInPhaseTwo" is about canal, the home region of its own event canal.opened [wrong-region]\n    say under moves from which stages the event is possible',
      ],
    ],
    [
      'a condition that every stage meets',
      [[GUILD, 'stages: [onSite]', 'stages: [away, invited, onSite]']],
      [
        'harbour/readings/guild.yaml:11:63: all stages of inspectors are listed, so the condition asks for nothing [no-effect]\n    leave the condition out',
      ],
    ],
    [
      'a condition that names a stage twice',
      [[GUILD, 'stages: [onSite]', 'stages: [onSite, onSite]']],
      [
        'harbour/readings/guild.yaml:11:72: a second stage of inspectors "onSite"; the first is on line 11 [second-id]\n    leave one of the two out',
      ],
    ],
    [
      'a position that ends before it begins',
      [
        [
          NORTHQUAY,
          'claims: [gazette-2.c7]',
          'claims: [gazette-2.c7]\n      from: 2031-02-20\n      until: 2031-02-19',
        ],
      ],
      [
        'harbour/readings/northquay.yaml:26:14: it ends on 2031-02-19, before it begins on 2031-02-20 [wrong-order]',
      ],
    ],
    [
      'what nobody held before dropped, and conditions that begin too late or that the model asks for a time',
      [
        [
          NORTHQUAY,
          '    - backs: true\n      claims: [gazette-2.c7]\n',
          '    - drops: true\n    - objects: notNow\n    - drops: [notNow, calmBroken]\n',
        ],
        [
          GUILD,
          'stages: [onSite] }',
          'stages: [onSite], from: 2031-02-02, until: { from: 2031-01-30, to: 2031-02-01 } }',
        ],
        ['harbour/events.yaml', 'id: trafficFlows', 'id: trafficFlows\n      from: 2031-01-01'],
      ],
      [
        'harbour/events.yaml:119:7: a requirement of the model holds on every day [keys-at-odds]\n    leave the day out, or make it a condition of a party',
        'harbour/readings/guild.yaml:11:98: it ends on 2031-02-01, before it begins on 2031-02-02 [wrong-order]\n    correct the days; if it is asked twice, write two conditions with an id each',
        'harbour/readings/northquay.yaml:23:7: there is no position on batteries.sealed before this one for it to drop [no-effect]\n    put it after the position that it drops',
        'harbour/readings/northquay.yaml:25:23: there is no condition or objection of northquay on batteries.sealed, before this, "calmBroken" [unknown-id]\n    known here: notNow',
      ],
    ],
    [
      'a first position that stands beside another, as the only one and behind what is only said',
      [
        [
          NORTHQUAY,
          '    - backs: true\n      claims: [gazette-2.c7]\n',
          '    - says: [gazette-2.c7]\n    - backs: true\n      claims: [gazette-2.c7]\n      beside: true\n',
        ],
        [SOUTHQUAY, 'objects: noSealing', 'objects: noSealing\n      beside: true'],
      ],
      [
        'harbour/readings/northquay.yaml:26:15: this is the first position on the event, so there is none for it to go beside [no-effect]\n    leave it out',
        'harbour/readings/southquay.yaml:29:15: this is the first position on the event, so there is none for it to go beside [no-effect]\n    leave it out',
      ],
    ],
  ];

describe('readings', () => {
  it.each(CASES)('%s', (_, edits, said) => {
    const { content, problems } = checkContent([harbour], edited(...edits));
    expect(problems.map(formatProblem)).toEqual(said);
    expect(content).toBeNull();
  });
});

describe('positions that are as they may be', () => {
  it.each<[name: string, edit: Edit]>([
    [
      'a second position beside the first, from one day until another',
      [
        NORTHQUAY,
        '    - backs: true\n      claims: [gazette-2.c7]\n',
        `    - backs: true
      claims: [gazette-2.c7]
    - asks: { id: envoysFirst, region: envoys, stages: [meeting] }
      beside: true
      from: 2031-02-20
      until: 2031-02-20
`,
      ],
    ],
    [
      'an objection that is the own assumption of whoever writes it',
      [
        GUILD,
        '  phase.settled:',
        '  batteries.sealed:\n    - objects: noSealingEither\n      inference: They live by them.\n  phase.settled:',
      ],
    ],
    [
      'no position at all',
      [CHARTER, /positions:.*/s.exec(harbourTexts.get(CHARTER) ?? '')?.[0] ?? '', ''],
    ],
  ])('%s', (_, edit) => {
    const texts = edited(edit);
    for (const [path, text] of texts)
      if (path.startsWith('harbour/scenarios/'))
        texts.set(path, text.replaceAll(/\n {4}(?:expect|gates):.*(?:\n {6,}.*)*/g, ''));
    const { content, problems } = checkContent([harbour], texts);
    expect(problems.map(formatProblem)).toEqual([]);
    expect(content).not.toBeNull();
  });
});
