import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { checkContent } from '../../src/load/check.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour, type Edit, harbourTexts } from './harbour-texts.ts';

/** What a user might do to the files, and everything that is said of it. */
const CASES: readonly (readonly [name: string, edits: readonly Edit[], said: readonly string[]])[] =
  [
    [
      'an agreement that is not the one of the folder',
      [['harbour/agreement.yaml', 'id: harbour', 'id: harbor']],
      ['harbour/agreement.yaml:1:5: the id "harbor" is not that of the agreement, harbour'],
    ],
    [
      'a start entry of a region that is not there',
      [['harbour/agreement.yaml', 'region: canal', 'region: cannal']],
      ['harbour/agreement.yaml:7:15: there is no region "cannal"\n    did you mean canal?'],
    ],
    [
      'two start entries of a region',
      [['harbour/agreement.yaml', 'region: tolls', 'region: canal']],
      [
        'harbour/agreement.yaml:9:15: a second entry for the region "canal"; the first is on line 7',
      ],
    ],
    [
      'a start entry that cites a claim that is not there',
      [['harbour/agreement.yaml', 'gazette-1.c2', 'gazette-1.c22']],
      [
        'harbour/agreement.yaml:8:31: there is no claim "gazette-1.c22"\n    did you mean gazette-1.c2?',
      ],
    ],
    [
      'a speaker with the id of a party',
      [['harbour/parties.yaml', 'id: sailors', 'id: guild']],
      [
        'harbour/parties.yaml:10:11: a second party or speaker "guild"; the first is on line 4',
        'harbour/sources/gazette-2.yaml:90:14: there is no party or speaker "sailors"\n    known here: northquay, southquay, guild, wardens, league, gazette, dock-sources',
      ],
    ],
    [
      'a member that is no party',
      [['harbour/parties.yaml', 'members: [guild, wardens]', 'members: [guild, warden]']],
      ['harbour/parties.yaml:6:67: there is no party "warden"\n    did you mean wardens?'],
    ],
    [
      'an event without a record',
      [
        [
          'harbour/events.yaml',
          '  - { id: envoys.met, title: Envoys meet, direction: forward, controllers: unstated }\n',
          '',
        ],
      ],
      ['harbour/events.yaml:1:1: the machine\'s event "envoys.met" has no record here'],
    ],
    [
      'a record of an event that the machine has not',
      [['harbour/events.yaml', 'id: envoys.met', 'id: envoys.meet']],
      [
        'harbour/events.yaml:1:1: the machine\'s event "envoys.met" has no record here',
        'harbour/events.yaml:88:11: there is no event in the machine "envoys.meet"\n    did you mean envoys.met?',
      ],
    ],
    [
      'two records of an event',
      [['harbour/events.yaml', 'id: envoys.parted', 'id: envoys.met']],
      [
        'harbour/events.yaml:1:1: the machine\'s event "envoys.parted" has no record here',
        'harbour/events.yaml:89:11: a second event "envoys.met"; the first is on line 88',
      ],
    ],
    [
      'a controller that is no party',
      [
        [
          'harbour/events.yaml',
          'controllers: [[northquay, wardens]]',
          'controllers: [[northquay, wardons]]',
        ],
      ],
      ['harbour/events.yaml:27:31: there is no party "wardons"\n    did you mean wardens?'],
    ],
    [
      'a gate before an event that has no guard',
      [['harbour/gates.yaml', 'event: canal.opened', 'event: canal.offeredOneWay']],
      [
        'harbour/gates.yaml:4:32: canal.offeredOneWay has no guard in the machine, not "canalOpening"',
        'harbour/gates.yaml:4:32: the gate "canalOpening" also guards canal.opened in the machine',
      ],
    ],
    [
      'a gate before an event that is not there',
      [['harbour/gates.yaml', 'event: canal.opened', 'event: canal.opend']],
      ['harbour/gates.yaml:4:32: there is no event "canal.opend"\n    did you mean canal.opened?'],
    ],
    [
      'a gate with another name than the guard',
      [
        ['harbour/gates.yaml', 'id: tollSharing', 'id: tollsSharing'],
        ['harbour/readings/charter.yaml', 'tollSharing:', 'tollsSharing:'],
        ['harbour/readings/guild.yaml', 'tollSharing:', 'tollsSharing:'],
        ['harbour/readings/northquay.yaml', 'tollSharing:', 'tollsSharing:'],
        ['harbour/readings/southquay.yaml', 'tollSharing:', 'tollsSharing:'],
        ['harbour/readings/common.yaml', 'tollSharing:', 'tollsSharing:'],
      ],
      [
        'harbour: tolls.shared has the guard "tollSharing", which is neither a gate nor the event\'s own name\n    did you mean tollsSharing?',
        'harbour/gates.yaml:6:32: tolls.shared has the guard "tollSharing" in the machine, not "tollsSharing"',
      ],
    ],
    [
      'two gates of one name',
      [['harbour/gates.yaml', 'id: settlement', 'id: phaseTwo']],
      [
        'harbour: phase.settled has the guard "settlement", which is neither a gate nor the event\'s own name',
        'harbour/gates.yaml:3:11: a second gate "phaseTwo"; the first is on line 2',
        'harbour/gates.yaml:3:28: phase.settled has the guard "settlement" in the machine, not "phaseTwo"',
        'harbour/gates.yaml:3:28: the gate "phaseTwo" also guards phase.twoBegan in the machine',
        'harbour/readings/charter.yaml:14:3: there is no gate "settlement"\n    known here: phaseTwo, canalOpening, batteriesSealing, tollSharing',
        'harbour/readings/common.yaml:14:3: there is no gate "settlement"\n    known here: phaseTwo, canalOpening, batteriesSealing, tollSharing',
        'harbour/readings/guild.yaml:9:3: there is no gate "settlement"\n    known here: phaseTwo, canalOpening, batteriesSealing, tollSharing',
        'harbour/readings/northquay.yaml:28:3: there is no gate "settlement"\n    known here: phaseTwo, canalOpening, batteriesSealing, tollSharing',
        'harbour/readings/southquay.yaml:33:3: there is no gate "settlement"\n    known here: phaseTwo, canalOpening, batteriesSealing, tollSharing',
      ],
    ],
    [
      'several at once, each in its place',
      [
        ['harbour/parties.yaml', 'members: [guild, wardens]', 'members: [guild, warden]'],
        ['harbour/scenarios/guild-sequence.yaml', 'by: [league]', 'by: [leage]'],
        ['harbour/readings/guild.yaml', 'stages: [onSite]', 'stages: [atSite]'],
        [
          'harbour/gates.yaml',
          '  - { id: tollSharing, event: tolls.shared,',
          '  - { id: tollSharing, evnt: tolls.shared,',
        ],
      ],
      [
        'harbour/gates.yaml:6:5: event is missing',
        'harbour/gates.yaml:6:24: gates[5]: unknown key "evnt"\n    did you mean event?',
        'harbour/parties.yaml:6:67: there is no party "warden"\n    did you mean wardens?',
        'harbour/readings/guild.yaml:14:16: there is no stage of inspectors "atSite"\n    did you mean onSite?',
        'harbour/scenarios/guild-sequence.yaml:19:10: there is no party "leage"\n    did you mean league?',
      ],
    ],
  ];

describe('the files of an agreement', () => {
  it.each(CASES)('%s', (_, edits, said) => {
    const { content, problems } = checkContent([harbour], edited(...edits));
    expect(problems.map(formatProblem)).toEqual(said);
    expect(content).toBeNull();
  });
});

it('what a machine does that no agreement does is said of its folder', () => {
  const machine = createMachine({
    type: 'parallel',
    states: {
      phase: {
        initial: 'a',
        states: { a: { on: { 'phase.b': { target: 'b', actions: 'act' } } }, b: {} },
      },
    },
  });
  const { problems } = checkContent([{ ...harbour, machine }], harbourTexts);
  expect(problems.filter(({ line }) => line === null).map(formatProblem)).toEqual([
    'harbour: region phase has no meta with a title and a kind',
    'harbour: stage phase.a has no meta with a title and a level',
    'harbour: stage phase.a has a transition on phase.b that is not one plain target with at most one named guard',
    'harbour: stage phase.b has no meta with a title and a level',
  ]);
});
