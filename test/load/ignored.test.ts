import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour, type Edit } from './harbour-texts.ts';

const EARLY = 'harbour/scenarios/canal-opens-early.yaml';
const RECORD = 'harbour/scenarios/harbour-record.yaml';
const EVENTS = 'harbour/events.yaml';
const PARTIES = 'harbour/parties.yaml';
const NORTHQUAY = 'harbour/readings/northquay.yaml';
const SOUTHQUAY = 'harbour/readings/southquay.yaml';
const PROPERTIES = 'harbour/properties.yaml';

/** What would be read and ignored, and everything that is said of it. */
const CASES: readonly (readonly [name: string, edits: readonly Edit[], said: readonly string[]])[] =
  [
    [
      'a claim cited twice for one thing',
      [[RECORD, 'claims: [gazette-3.c9]', 'claims: [gazette-3.c9, gazette-3.c9]']],
      [
        'harbour/scenarios/harbour-record.yaml:35:28: a second claim "gazette-3.c9"; the first is on line 35 [second-id]\n    leave one of the two out',
      ],
    ],
    [
      'a party named twice, and one that need not act',
      [
        [EVENTS, 'controllers: [[northquay, wardens]]', 'controllers: [[northquay, northquay]]'],
        [
          EVENTS,
          'controllers: [[southquay, guild], [league]]',
          'controllers: [[southquay, guild], [guild]]',
        ],
        [
          EVENTS,
          'controllers: [[northquay], [southquay]]',
          'controllers: [[northquay], [northquay]]',
        ],
      ],
      [
        'harbour/events.yaml:49:32: northquay is listed a second time [second-id]\n    leave it out',
        'harbour/events.yaml:62:31: a second party or role "northquay"; the first is on line 62 [second-id]\n    leave one of the two out',
        'harbour/events.yaml:79:19: southquay and guild need not act together: guild can bring it about without the rest [no-effect]\n    leave it out',
      ],
    ],
    [
      'what every reading is to say where each is named',
      [
        [
          RECORD,
          'expect: { every: unopposed, northquay: disputed }',
          'expect: { every: unopposed, northquay: disputed, southquay: unopposed, guild: unopposed, charter: unopposed }',
        ],
        [
          RECORD,
          'canalOpening: { every: unstated, southquay: unknown, charter: unknown }',
          'canalOpening: { every: unstated, southquay: unknown, charter: unknown, guild: unstated, northquay: unstated }',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:23:23: every applies to no reading: each is named beside it [no-effect]\n    leave it out',
        'harbour/scenarios/harbour-record.yaml:61:15: every applies to no reading: each is named beside it [no-effect]\n    leave it out',
      ],
    ],
    [
      'a replay of nothing',
      [
        [
          EARLY,
          'replay: { scenario: harbour-record, after: envoys-meet }',
          'replay: { scenario: harbour-record, after: envoys-meet, until: one-way-offer }',
        ],
      ],
      [
        'harbour/scenarios/canal-opens-early.yaml:23:9: the replay has no step of harbour-record [no-effect]\n    begin it after an earlier step, end it at a later one, or leave it out',
      ],
    ],
    [
      'conditions that exclude each other, beside each other and under one choice',
      [
        [
          NORTHQUAY,
          'region: calm\n            stages: [holding]',
          'region: wreck\n            stages: [located, lost]',
        ],
        [
          SOUTHQUAY,
          'region: envoys\n                stages: [meeting]',
          'region: tolls\n                stages: [disputed]',
        ],
      ],
      [
        'harbour/readings/northquay.yaml:15:21: "calmBroken" and "wreckRaised" cannot be met together: wreck is at one stage at a time [at-odds]\n    ask both for a stage that they share, or put them under any',
        'harbour/readings/southquay.yaml:24:25: "envoysTalk" and "tollsOff" cannot be met together: tolls is at one stage at a time [at-odds]\n    ask both for a stage that they share, or put them under any',
      ],
    ],
    [
      'an alternative that what is required beside it excludes',
      [
        [
          EVENTS,
          'region: batteries\n              stages: [sealed]',
          'region: tolls\n              stages: [disputed]',
        ],
      ],
      [
        'harbour/events.yaml:39:23: "batteriesShut" and "tollsSettled" cannot be met together: tolls is at one stage at a time [at-odds]\n    ask both for a stage that they share, or put them under any',
      ],
    ],
    [
      'a party that is a member of its own member',
      [
        [PARTIES, '  - { id: guild,', '  - { id: guild, members: [wardens],'],
        [PARTIES, '  - { id: wardens,', '  - { id: wardens, members: [guild],'],
      ],
      [
        'harbour/parties.yaml:4:18: guild is a member of itself, or of one of its members [goes-round]\n    leave it out of one of the two lists of members',
        'harbour/parties.yaml:5:20: wardens is a member of itself, or of one of its members [goes-round]\n    leave it out of one of the two lists of members',
      ],
    ],
  ];

describe('what would be read and ignored is refused', () => {
  it.each(CASES)('%s', (_, edits, said) => {
    const { content, problems } = checkContent([harbour], edited(...edits));
    expect(problems.map(formatProblem)).toEqual(said);
    expect(content).toBeNull();
  });

  it('what is said to have happened after what has not', () => {
    const told = (scenario: string, step: string) =>
      `agreement: harbour\nid: aftermath\nkind: documented\ntitle: After\nsummary: After it.\nbranchesFrom: { scenario: ${scenario}, step: ${step} }\n`;
    const said = (text: string) =>
      checkContent([harbour], edited().set('harbour/scenarios/aftermath.yaml', text)).problems.map(
        formatProblem,
      );
    expect(said(told('harbour-record', 'wreck-first'))).toEqual([]);
    expect(said(told('canal-opens-early', 'tolls-off'))).toEqual([
      'harbour/scenarios/aftermath.yaml:3:7: the scenario is documented, but has the step "tolls-off" of canal-opens-early, which is not [rests-on-less]\n    write kind: projected or kind: hypothetical',
    ]);
  });

  it('a property that holds of anything', () => {
    const texts = edited().set(
      PROPERTIES,
      'properties:\n  - id: talks\n    title: Envoys talk or do not\n    why: Nobody knows.\n    always: { region: envoys, stages: [apart, meeting] }\n',
    );
    expect(checkContent([harbour], texts).problems.map(formatProblem)).toEqual([
      'harbour/properties.yaml:5:39: all stages of envoys are listed, so it is always true [no-effect]\n    leave a stage out',
    ]);
  });

  it('but not conditions that one stage meets, nor alternatives that exclude each other', () => {
    const edits: Edit[] = [
      [
        NORTHQUAY,
        'region: calm\n            stages: [holding]',
        'region: wreck\n            stages: [located, raised]',
      ],
      [
        SOUTHQUAY,
        'region: inspectors\n            stages: [onSite]',
        'region: envoys\n            stages: [apart]',
      ],
    ];
    expect(checkContent([harbour], edited(...edits)).problems).toEqual([]);
  });
});
