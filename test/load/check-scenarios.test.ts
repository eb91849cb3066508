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
        'harbour/scenarios/guild-sequence.yaml:15:12: there is no event "wreck.risen" [unknown-id]\n    did you mean wreck.raised?',
      ],
    ],
    [
      'a step by nobody known',
      [['harbour/scenarios/guild-sequence.yaml', 'by: [league]', 'by: [leage]']],
      [
        'harbour/scenarios/guild-sequence.yaml:19:10: there is no party "leage" [unknown-id]\n    did you mean league?',
      ],
    ],
    [
      "a waiver of another reading's condition",
      [
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          'waive: { reading: northquay',
          'waive: { reading: southquay',
        ],
      ],
      [
        'harbour/scenarios/wreck-never-raised.yaml:16:45: "wreckRaised" is a condition or objection of northquay; southquay can waive only its own [not-its-own]',
      ],
    ],
    ...(
      [
        ['waive: { reading: charter, condition: canalInPhaseTwo }', 16, 23],
        ['restore: { reading: charter, condition: canalInPhaseTwo }', 16, 25],
        ['acknowledge: { reading: charter, event: canal.opened }', 16, 29],
        [
          'event: canal.opened\n    disputedBy: [{ reading: charter, claims: [gazette-3.c4] }]',
          17,
          29,
        ],
      ] as const
    ).map(([step, line, column]): (typeof CASES)[number] => [
      `what nobody does, since the terms are no party's: ${step}`,
      [
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          'waive: { reading: northquay, condition: wreckRaised }',
          step,
        ],
      ],
      [
        `harbour/scenarios/wreck-never-raised.yaml:${line}:${column}: "charter" is no party's reading, so it cannot waive, deny or grant anything [not-its-own]\n    name the reading of a party, or make the step a note`,
      ],
    ]),
    [
      'a claim that reports a step and denies it',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          'claims: [gazette-3.c4] }]',
          'claims: [gazette-3.c4, gazette-3.c2] }]',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:60:63: the claim gazette-3.c2 reports the step, and is also cited for its denial [claims-at-odds]\n    leave it out of claims or of disputedBy',
      ],
    ],
    [
      "a waiver of another reading's objection",
      [
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          'waive: { reading: northquay, condition: wreckRaised }',
          'waive: { reading: northquay, condition: noSealing }',
        ],
      ],
      [
        'harbour/scenarios/wreck-never-raised.yaml:16:45: "noSealing" is a condition or objection of southquay; northquay can waive only its own [not-its-own]',
      ],
    ],
    [
      'a waiver of what the model requires',
      [
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          'waive: { reading: northquay, condition: wreckRaised }',
          'waive: { reading: northquay, condition: tollsSettled }',
        ],
      ],
      [
        'harbour/scenarios/wreck-never-raised.yaml:16:45: "tollsSettled" is a requirement of the model, which nobody can waive [not-its-own]',
      ],
    ],
    [
      'a waiver of a reading that is not there',
      [
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          'waive: { reading: northquay',
          'waive: { reading: norquay',
        ],
      ],
      [
        'harbour/scenarios/wreck-never-raised.yaml:16:23: there is no reading "norquay" [unknown-id]\n    did you mean northquay?',
      ],
    ],
    [
      'a waiver of a condition that is not there',
      [
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          'waive: { reading: northquay, condition: wreckRaised }',
          'waive: { reading: northquay, condition: wreckRazed }',
        ],
      ],
      [
        'harbour/scenarios/wreck-never-raised.yaml:16:45: there is no condition or objection "wreckRazed" [unknown-id]\n    did you mean wreckRaised?',
      ],
    ],
    [
      'a condition taken up again that is not there',
      [
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          'restore: { reading: northquay, condition: wreckRaised }',
          'restore: { reading: northquay, condition: calmBrokn }',
        ],
      ],
      [
        'harbour/scenarios/wreck-never-raised.yaml:47:47: there is no condition or objection "calmBrokn" [unknown-id]\n    did you mean calmBroken?',
      ],
    ],
    [
      'what is granted by a reading and of an event that are not there',
      [
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          'restore: { reading: northquay, condition: wreckRaised }',
          'acknowledge: { reading: nortquay, event: phase.twoBegun }',
        ],
      ],
      [
        'harbour/scenarios/wreck-never-raised.yaml:47:29: there is no reading "nortquay" [unknown-id]\n    did you mean northquay?',
        'harbour/scenarios/wreck-never-raised.yaml:47:46: there is no event "phase.twoBegun" [unknown-id]\n    did you mean phase.twoBegan?',
      ],
    ],
    [
      'what bears on a step that is not there',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          'bearing: [gazette-2.c6]',
          'bearing: [gazette-2.c66]',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:48:15: there is no claim "gazette-2.c66" [unknown-id]\n    did you mean gazette-2.c6?',
      ],
    ],
    [
      'what bears on a step and reports it as well',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          'bearing: [gazette-2.c6]',
          'bearing: [gazette-2.c6, gazette-3.c7]',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:48:29: the claim gazette-3.c7 is under claims (it reports the step) and under bearing (it only bears on it) [claims-at-odds]\n    leave it out of one of the two',
      ],
    ],
    [
      'an assumption about a stage that is not there',
      [['harbour/scenarios/wreck-never-raised.yaml', 'stage: onSite', 'stage: onsite']],
      [
        'harbour/scenarios/wreck-never-raised.yaml:33:42: there is no stage of inspectors "onsite" [unknown-id]\n    did you mean onSite?',
      ],
    ],
    [
      'an assumption about a region that is not there',
      [['harbour/scenarios/wreck-never-raised.yaml', 'region: inspectors', 'region: spectators']],
      [
        'harbour/scenarios/wreck-never-raised.yaml:33:23: there is no region "spectators" [unknown-id]\n    known here: phase, calm, canal, wreck, batteries, tolls, inspectors, envoys',
      ],
    ],
    [
      'an unknown region that is not there',
      [['harbour/scenarios/wreck-never-raised.yaml', 'region: batteries', 'region: battery']],
      [
        'harbour/scenarios/wreck-never-raised.yaml:27:24: there is no region "battery" [unknown-id]\n    known here: phase, calm, canal, wreck, batteries, tolls, inspectors, envoys',
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
        'harbour/scenarios/harbour-record.yaml:60:29: there is no reading "common" [unknown-id]\n    known here: charter, guild, northquay, southquay',
      ],
    ],
    [
      'claims of a dispute that are not there, and a second dispute by the same reading',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          'disputedBy: [{ reading: northquay, claims: [gazette-3.c4] }]',
          'disputedBy: [{ reading: northquay, claims: [gazette-3.c44] }, { reading: northquay, claims: [gazette-3.c4] }]',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:60:49: there is no claim "gazette-3.c44" [unknown-id]\n    did you mean gazette-3.c4?',
        'harbour/scenarios/harbour-record.yaml:60:78: a second dispute by the reading "northquay"; the first is on line 60 [second-id]',
      ],
    ],
    [
      'a void attempt at nothing, and a denial of one by the claim that says so',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          '    claims: [gazette-1.c1, gazette-1.c2]',
          '    claims: [gazette-1.c1, gazette-1.c2]\n    void: true',
        ],
        [
          'harbour/scenarios/harbour-record.yaml',
          '    disputedBy: [{ reading: northquay, claims: [gazette-3.c4] }]',
          '    void: { claims: [gazette-3.c44, gazette-3.c4] }\n    disputedBy: [{ reading: northquay, claims: [gazette-3.c4] }]',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:12:5: the step has no event, so there is none that was attempted and came to nothing [keys-at-odds]\n    name the event that was attempted, or leave void out',
        'harbour/scenarios/harbour-record.yaml:61:22: there is no claim "gazette-3.c44" [unknown-id]\n    did you mean gazette-3.c4?',
        'harbour/scenarios/harbour-record.yaml:62:49: the claim gazette-3.c4 says that the attempt came to nothing, and is also cited against that [claims-at-odds]\n    leave it out of void or of disputedBy',
      ],
    ],
    [
      'a dispute of a note',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          '    claims: [gazette-1.c1, gazette-1.c2]',
          '    claims: [gazette-1.c1, gazette-1.c2]\n    disputedBy: [{ reading: northquay, claims: [gazette-3.c4] }]',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:12:5: the step has no event, so there is nothing that a party could deny [keys-at-odds]\n    put claims that speak against it under bearing',
      ],
    ],
    [
      'an expectation of a reading that is not there',
      [['harbour/scenarios/harbour-record.yaml', 'northquay: disputed', 'norfquay: disputed']],
      [
        'harbour/scenarios/harbour-record.yaml:61:33: there is no reading "norfquay" [unknown-id]\n    did you mean northquay?',
      ],
    ],
    [
      'an expectation of a condition that is not there',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          'northquay: { refused: [[wreckRaised]] }',
          'northquay: { refused: [[wreckRised]] }',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:50:57: there is no condition or objection "wreckRised" [unknown-id]\n    did you mean wreckRaised?',
      ],
    ],
    [
      'an expectation of a requirement and of a verdict whose conditions are not there',
      [
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          'expect: { every: impossible }',
          'expect: { every: { held: [[tollsSetled]] } }',
        ],
        [
          'harbour/scenarios/wreck-never-raised.yaml',
          '{ closed: [[noSealing]] }',
          '{ closed: [[noSeeling, noSealing]] }',
        ],
      ],
      [
        'harbour/scenarios/wreck-never-raised.yaml:29:84: there is no condition or objection "noSeeling" [unknown-id]\n    did you mean noSealing?',
        'harbour/scenarios/wreck-never-raised.yaml:43:32: there is no condition or objection "tollsSetled" [unknown-id]\n    did you mean tollsSettled?',
      ],
    ],
    [
      'an expectation of a gate that is not there',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          '      canalOpening: { every: unstated, s',
          '      canalOpened: { every: unstated, s',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:23:7: there is no gate or event "canalOpened" [unknown-id]\n    did you mean canal.opened?',
      ],
    ],
    [
      'an expectation of a gate by the id of an event that is not there, and of one without alias',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          '      canalOpening: { every: unstated, s',
          '      canal.opend: { every: unstated, s',
        ],
        [
          'harbour/scenarios/harbour-record.yaml',
          '      phaseTwo: { every: unstated, northquay: unknown }',
          '      wreckRaised: { every: unstated }',
        ],
        [
          'harbour/scenarios/harbour-record.yaml',
          '      phaseTwo: { every: unstated, northquay: { closed: [[wreckRaised]] } }',
          '      anchors: { every: unstated }',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:22:7: there is no gate or event "wreckRaised" [unknown-id]\n    did you mean wreck.raised?',
        'harbour/scenarios/harbour-record.yaml:23:7: there is no gate or event "canal.opend" [unknown-id]\n    did you mean canal.opened?',
        'harbour/scenarios/harbour-record.yaml:39:7: there is no gate or event "anchors" [unknown-id]\n    known here: phaseTwo, settlement, canalOpening, batteriesSealing, tollSharing',
      ],
    ],
    [
      'an expectation of a verdict by a reading that is not there',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          'every: unstated, northquay: unknown',
          'every: unstated, nordquay: unknown',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:22:36: there is no reading "nordquay" [unknown-id]\n    did you mean northquay?',
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
        'harbour/scenarios/harbour-record.yaml:12:5: a note moves nothing, so there is nothing to expect [no-effect]',
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
        'harbour/scenarios/harbour-record.yaml:68:13: a step that is only scheduled cannot move anything in a documented scenario [rests-on-less]\n    leave event out, which makes the step a note; or make the scenario projected or hypothetical',
      ],
    ],
    [
      'a documented step that cites nothing',
      [['harbour/scenarios/harbour-record.yaml', '    claims: [gazette-3.c2]\n', '']],
      [
        'harbour/scenarios/harbour-record.yaml:54:9: the step "wreck-located" cites no claim [no-claim]',
      ],
    ],
    [
      'a documented step that cites only what bears on it',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          '    claims: [gazette-3.c2]\n',
          '    bearing: [gazette-3.c2]\n',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:54:9: the step "wreck-located" cites no claim [no-claim]',
      ],
    ],
    [
      'a documented waiver that is only assumed',
      [
        [
          'harbour/scenarios/harbour-record.yaml',
          '    claims: [gazette-3.c1]\n',
          '    claims: [gazette-3.c1]\n    status: assumed\n    waive: { reading: southquay, condition: noSealing }\n',
        ],
      ],
      [
        'harbour/scenarios/harbour-record.yaml:76:13: a step that is only assumed cannot move anything in a documented scenario [rests-on-less]\n    leave waive out, which makes the step a note; or make the scenario projected or hypothetical',
      ],
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
        'harbour/scenarios/wreck-never-raised.yaml:24:9: the step "batteries-unknown" cites no claim and is not marked as assumed [no-claim]\n    add claims, or write status: assumed',
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

it('gates go by their alias or their event, waivers by a condition or an objection', () => {
  const { content, problems } = checkContent(
    [harbour],
    edited(
      [
        'harbour/scenarios/harbour-record.yaml',
        '      phaseTwo: { every: unstated, northquay: unknown }',
        '      phase.twoBegan: { every: unstated, northquay: unknown }\n      wreck.raised: { every: unstated }',
      ],
      [
        'harbour/scenarios/wreck-never-raised.yaml',
        '    restore: { reading: northquay, condition: wreckRaised }',
        `    restore: { reading: northquay, condition: wreckRaised }
  - id: objection-dropped
    title: Southquay drops its objection
    status: assumed
    waive: { reading: southquay, condition: noSealing }
  - id: phase-two-granted
    title: Northquay grants that the second phase has begun
    status: assumed
    acknowledge: { reading: northquay, event: phase.twoBegan }`,
      ],
    ),
  );
  expect(problems.map(formatProblem)).toEqual([]);
  expect(content).not.toBeNull();
});
