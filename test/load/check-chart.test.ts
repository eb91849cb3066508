import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour, type Edit, harbourTexts } from './harbour-texts.ts';

/** What a user might do to the files, and everything that is said of it. */
const CASES: readonly (readonly [name: string, edits: readonly Edit[], said: readonly string[]])[] =
  [
    [
      'a reader who is to begin with a scenario that is not there',
      [['harbour/agreement.yaml', 'opens: harbour-record', 'opens: harbour-records']],
      [
        'harbour/agreement.yaml:7:8: there is no scenario "harbour-records" [unknown-id]\n    did you mean harbour-record?',
      ],
    ],
    [
      'two regions of one id',
      [
        [
          'harbour/regions.yaml',
          '  - id: envoys\n',
          '  - { id: calm, title: calm, kind: phase, starts: broken, stages: [{ id: broken, title: broken, level: 0 }, { id: holding, title: holding, level: 3 }, { id: notInForce, title: not in force, level: 0 }] }\n  - id: envoys\n',
        ],
      ],
      ['harbour/regions.yaml:64:11: a second region "calm"; the first is on line 12 [second-id]'],
    ],
    [
      'a region that starts in a stage that it has not',
      [['harbour/regions.yaml', 'starts: apart', 'starts: apert']],
      [
        'harbour/regions.yaml:67:13: there is no stage of envoys called "apert" [unknown-id]\n    did you mean apart?',
      ],
    ],
    [
      'a stage twice in a region',
      [
        [
          'harbour/regions.yaml',
          '      - { id: meeting, title: meeting, level: 2 }\n',
          '      - { id: meeting, title: meeting, level: 2 }\n      - { id: apart, title: away, level: 0 }\n',
        ],
      ],
      [
        'harbour/regions.yaml:71:15: a second stage of envoys called "apart"; the first is on line 69 [second-id]',
      ],
    ],
    [
      'claims of a region that are not there',
      [['harbour/regions.yaml', 'claims: [gazette-1.c2]', 'claims: [gazette-1.c22]']],
      [
        'harbour/regions.yaml:33:14: there is no claim "gazette-1.c22" [unknown-id]\n    did you mean gazette-1.c2?',
      ],
    ],
    [
      'a speaker with the id of a party',
      [['harbour/parties.yaml', 'id: sailors', 'id: guild']],
      [
        'harbour/parties.yaml:10:11: a second party, role or speaker "guild"; the first is on line 4 [second-id]',
        'harbour/sources/gazette-2.yaml:90:14: there is no party or speaker "sailors" [unknown-id]\n    known here: northquay, southquay, guild, wardens, league, gazette, dock-sources',
      ],
    ],
    [
      'a member that is no party',
      [['harbour/parties.yaml', 'members: [guild, wardens]', 'members: [guild, warden]']],
      [
        'harbour/parties.yaml:6:67: there is no party "warden" [unknown-id]\n    did you mean wardens?',
      ],
    ],
    [
      'two events of one id',
      [['harbour/events.yaml', 'id: envoys.parted', 'id: envoys.met']],
      [
        'harbour/events.yaml:151:9: a second event "envoys.met"; the first is on line 146 [second-id]',
      ],
    ],
    [
      'an event of a region that is not there',
      [['harbour/events.yaml', 'id: envoys.met', 'id: envois.met']],
      [
        'harbour/events.yaml:146:9: there is no region "envois", with which the id envois.met begins [unknown-id]\n    did you mean envoys?',
        'harbour/scenarios/harbour-record.yaml:36:12: there is no event "envoys.met" [unknown-id]\n    did you mean envois.met?',
      ],
    ],
    [
      'an event that moves nothing',
      [['harbour/events.yaml', 'moves: { apart: meeting }', 'moves: {}']],
      [
        'harbour/events.yaml:148:5: envoys.met moves nothing in envoys [no-effect]\n    write from which stage to which, such as { closed: open }',
      ],
    ],
    [
      'a move from and to stages that are not there',
      [['harbour/events.yaml', 'moves: { apart: meeting }', 'moves: { apert: meetin }']],
      [
        'harbour/events.yaml:148:14: there is no stage of envoys called "apert" [unknown-id]\n    did you mean apart?',
        'harbour/events.yaml:148:21: there is no stage of envoys called "meetin" [unknown-id]\n    did you mean meeting?',
      ],
    ],
    [
      'a party that acts for a group that it is in, and one that acts for nobody known',
      [
        [
          'harbour/parties.yaml',
          "title: the Pilots' Guild }",
          "title: the Pilots' Guild, actsFor: league }",
        ],
        [
          'harbour/parties.yaml',
          'title: the Lock Wardens }',
          'title: the Lock Wardens, actsFor: { party: leage, claims: [gazette-1.c77] } }',
        ],
      ],
      [
        'harbour/parties.yaml:4:44: guild acts for itself, for one of its own groups, or for a party that acts for it [goes-round]\n    leave out one actsFor, or say until when it lasts',
        'harbour/parties.yaml:5:63: there is no party "leage" [unknown-id]\n    did you mean league?',
        'harbour/parties.yaml:5:79: there is no claim "gazette-1.c77" [unknown-id]\n    did you mean gazette-1.c7?',
      ],
    ],
    [
      'controllers that change hands and overlap, in another order, without a claim, of nobody known',
      [
        [
          'harbour/events.yaml',
          'controllers: [[northquay, wardens]]\n    claims: [gazette-2.c4]',
          `controllers:
      - { of: [[northquay]], from: 2031-02-01, until: 2031-01-31, claims: [gazette-2.c4] }
      - { of: [[keeper], [northquay], [keeper, northquay]], from: 2031-01-31, claims: [gazette-2.c44] }
      - { of: unstated, from: 2031-03-01, until: 2031-03-31 }
      - { of: [[wardens]], from: 2031-03-31 }
      - { of: [], claims: [gazette-2.c4] }`,
        ],
        [
          'harbour/parties.yaml',
          'speakers:\n',
          'roles:\n  - { id: keeper, heldBy: [{ party: guild }] }\nspeakers:\n',
        ],
      ],
      [
        'harbour/events.yaml:63:55: it ends on 2031-01-31, before it begins on 2031-02-01 [wrong-order]\n    give the first day as from and the last as until',
        'harbour/events.yaml:64:39: keeper and northquay need not act together: keeper can bring it about without the rest [no-effect]\n    leave it out',
        'harbour/events.yaml:64:67: it begins on 2031-01-31, but the one before it begins on 2031-02-01 [wrong-order]\n    put them in the order of their days, each beginning on a later one',
        'harbour/events.yaml:64:88: there is no claim "gazette-2.c44" [unknown-id]\n    did you mean gazette-2.c4?',
        'harbour/events.yaml:66:9: canal.opened names controllers, but cites no claim that says so [no-claim]\n    add claims, or write controllers: unstated where no document says who can bring it about; an event that no document speaks of says what it assumes: assumed: ...',
        'harbour/events.yaml:66:34: it begins on 2031-03-31, while the one before it lasts until 2031-03-31 [at-odds]\n    end one the day before the next begins; parties that act together go in one list',
        'harbour/events.yaml:67:9: from is missing, though another comes before it [missing-key]\n    add from, the day on which it begins',
      ],
    ],
    [
      'roles of nobody known, named as a party is, held by two at once; and parties acting for each other at times',
      [
        [
          'harbour/parties.yaml',
          'speakers:\n',
          `roles:
  - { id: keeper, heldBy: [{ party: gild, until: 2031-03-01 }, { party: keeper, from: 2031-03-01 }] }
  - { id: wardens, heldBy: [{ party: guild, claims: [gazette-1.c77] }] }
speakers:\n`,
        ],
        [
          'harbour/parties.yaml',
          "title: the Pilots' Guild }",
          "title: the Pilots' Guild, actsFor: [{ party: northquay, until: 2031-01-31 }, { party: wardens, from: 2031-02-01 }] }",
        ],
        [
          'harbour/parties.yaml',
          'id: northquay, title: Northquay }',
          'id: northquay, title: Northquay, actsFor: [{ party: guild, from: 2031-02-01 }] }',
        ],
        [
          'harbour/parties.yaml',
          'id: southquay, title: Southquay }',
          'id: southquay, title: Southquay, actsFor: [{ party: northquay, from: 2031-02-01, until: 2031-02-28 }, { party: southquay, from: 2031-03-01 }] }',
        ],
      ],
      [
        'harbour/parties.yaml:3:40: southquay acts for itself, for one of its own groups, or for a party that acts for it [goes-round]\n    leave out one actsFor, or say until when it lasts',
        'harbour/parties.yaml:8:37: there is no party "gild" [unknown-id]\n    did you mean guild?',
        'harbour/parties.yaml:8:73: there is no party "keeper" [unknown-id]\n    known here: northquay, southquay, guild, wardens, league',
        'harbour/parties.yaml:8:87: it begins on 2031-03-01, while the one before it lasts until 2031-03-01 [at-odds]\n    end one the day before the next begins; parties that act together go in one list',
        'harbour/parties.yaml:9:11: a second party, role or speaker "wardens"; the first is on line 5 [second-id]',
        'harbour/parties.yaml:9:54: there is no claim "gazette-1.c77" [unknown-id]\n    did you mean gazette-1.c7?',
      ],
    ],
    [
      'a move to where it comes from',
      [['harbour/events.yaml', 'moves: { apart: meeting }', 'moves: { apart: apart }']],
      [
        'harbour/events.yaml:148:21: envoys.met leads from apart to itself, which moves nothing [no-effect]\n    leave it out, as nothing moves from a stage that is not named; if the event may happen any number of times, write again: true',
      ],
    ],
    [
      'other regions that hear an event: its home, one that is not there, and one where nothing moves',
      [
        [
          'harbour/events.yaml',
          '    moves: { apart: meeting }\n',
          '    moves: { apart: meeting }\n    also:\n      envoys: { meeting: apart }\n      wrek: { lost: located }\n      canal: {}\n      tolls: { disputed: suspend, shared: shared }\n',
        ],
      ],
      [
        'harbour/events.yaml:150:7: envoys is the home region of envoys.met, so it cannot be under also [second-id]\n    write what moves there under moves',
        'harbour/events.yaml:151:7: there is no region "wrek" [unknown-id]\n    did you mean wreck?',
        'harbour/events.yaml:152:7: envoys.met moves nothing in canal [no-effect]\n    write from which stage to which, such as { closed: open }',
        'harbour/events.yaml:153:26: there is no stage of tolls called "suspend" [unknown-id]\n    did you mean suspended?',
        'harbour/events.yaml:153:43: envoys.met leads from shared to itself, which moves nothing [no-effect]\n    leave it out, as nothing moves from a stage that is not named',
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
      [
        'harbour/events.yaml:62:31: there is no party or role "wardons" [unknown-id]\n    did you mean wardens?',
      ],
    ],
    [
      'two aliases of one name',
      [['harbour/events.yaml', 'alias: settlement', 'alias: phaseTwo']],
      ['harbour/events.yaml:19:12: a second alias "phaseTwo"; the first is on line 11 [second-id]'],
    ],
    [
      'an alias that is another region',
      [['harbour/events.yaml', 'alias: settlement', 'alias: canal']],
      [
        'harbour/events.yaml:19:12: the alias "canal" is the id of another region than that of phase.settled [at-odds]\n    choose an alias that is no region, or leave it out',
      ],
    ],
    [
      'claims of an event that are not there: on its controllers, on who takes part, on what is in the way',
      [
        ['harbour/events.yaml', 'claims: [gazette-1.c7]', 'claims: [gazette-1.c77]'],
        ['harbour/events.yaml', 'takingPart: [gazette-1.c3]', 'takingPart: [gazette-4.c3]'],
        [
          'harbour/events.yaml',
          '    alias: settlement\n',
          '    alias: settlement\n    inTheWay: [gazette-1.c9, gazete-1.c9]\n',
        ],
      ],
      [
        'harbour/events.yaml:20:30: there is no claim "gazete-1.c9" [unknown-id]\n    did you mean gazette-1.c9?',
        'harbour/events.yaml:75:14: there is no claim "gazette-1.c77" [unknown-id]\n    did you mean gazette-1.c7?',
        'harbour/events.yaml:124:18: there is no claim "gazette-4.c3" [unknown-id]\n    did you mean gazette-1.c3?',
      ],
    ],
    [
      'controllers that no claim names',
      [
        [
          'harbour/events.yaml',
          '    controllers: [[northquay, wardens]]\n    claims: [gazette-2.c4]\n',
          '    controllers: [[northquay, wardens]]\n',
        ],
      ],
      [
        'harbour/events.yaml:62:18: canal.opened names controllers, but cites no claim that says so [no-claim]\n    add claims, or write controllers: unstated where no document says who can bring it about; an event that no document speaks of says what it assumes: assumed: ...',
      ],
    ],
    [
      'who takes part where the controllers are known',
      [
        [
          'harbour/events.yaml',
          '    takingPart: [gazette-1.c3]',
          '    takingPart: [gazette-1.c3]\n    controllers: [[northquay]]\n    claims: [gazette-1.c3]',
        ],
        [
          'harbour/events.yaml',
          '    controllers: unstated\n    inference: Northquay is reported',
          '    inference: Northquay is reported',
        ],
      ],
      [
        'harbour/events.yaml:122:17: takingPart: tells who takes part so far, which is for events whose controllers are unstated [keys-at-odds]',
      ],
    ],
    [
      'a requirement of a region, a stage and a claim that are not there',
      [
        ['harbour/events.yaml', 'region: tolls\n', 'region: toll\n'],
        ['harbour/events.yaml', 'stages: [dismantled]', 'stages: [dismanteld]'],
        [
          'harbour/events.yaml',
          'claims: [gazette-2.c4]\n      inference',
          'claims: [gazette-2.c44]\n      inference',
        ],
      ],
      [
        'harbour/events.yaml:27:19: there is no region "toll" [unknown-id]\n    did you mean tolls?',
        'harbour/events.yaml:34:24: there is no stage of batteries "dismanteld" [unknown-id]\n    did you mean dismantled?',
        'harbour/events.yaml:121:16: there is no claim "gazette-2.c44" [unknown-id]\n    did you mean gazette-2.c4?',
      ],
    ],
    [
      'a requirement on the home region of its own event',
      [
        [
          'harbour/events.yaml',
          'region: canal\n      stages: [open]',
          'region: tolls\n      stages: [suspended]',
        ],
      ],
      [
        'harbour/events.yaml:119:15: the condition "trafficFlows" is about tolls, the home region of its own event tolls.shared [wrong-region]\n    say under moves from which stages the event is possible',
      ],
    ],
    [
      'a requirement that every stage meets',
      [['harbour/events.yaml', 'stages: [dismantled]', 'stages: [dismantled, manned, sealed]']],
      [
        'harbour/events.yaml:34:23: all stages of batteries are listed, so the condition asks for nothing [no-effect]\n    leave the condition out',
      ],
    ],
    [
      'two requirements of one id, and one with the id of what a party asks',
      [
        ['harbour/events.yaml', 'id: batteriesShut', 'id: batteriesGone'],
        ['harbour/events.yaml', 'id: trafficFlows', 'id: tollsOff'],
      ],
      [
        'harbour/events.yaml:37:19: a second condition or objection "batteriesGone"; the first is on line 32 [second-id]',
        'harbour/readings/southquay.yaml:18:21: a second condition or objection "tollsOff"; the first is harbour/events.yaml:118 [second-id]',
      ],
    ],
    [
      'several at once, each in its place',
      [
        ['harbour/parties.yaml', 'members: [guild, wardens]', 'members: [guild, warden]'],
        ['harbour/scenarios/guild-sequence.yaml', 'by: [league]', 'by: [leage]'],
        ['harbour/readings/guild.yaml', 'stages: [onSite]', 'stages: [atSite]'],
        ['harbour/events.yaml', 'alias: tollSharing', 'alais: tollSharing'],
      ],
      [
        'harbour/events.yaml:111:5: events[15]: unknown key "alais" [unknown-key]\n    did you mean alias?',
        'harbour/parties.yaml:6:67: there is no party "warden" [unknown-id]\n    did you mean wardens?',
        'harbour/readings/guild.yaml:11:64: there is no stage of inspectors "atSite" [unknown-id]\n    did you mean onSite?',
        'harbour/scenarios/guild-sequence.yaml:19:10: there is no party "leage" [unknown-id]\n    did you mean league?',
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

it('an alias may be the name of the region that its event is of', () => {
  const changed = edited(['harbour/events.yaml', 'alias: canalOpening', 'alias: canal']);
  for (const [path, text] of changed)
    if (path.includes('/scenarios/')) changed.set(path, text.replaceAll('canalOpening', 'canal'));
  expect(checkContent([harbour], changed).problems.map(formatProblem)).toEqual([]);
});

it('a folder that is named and has no file, sources or scenarios', () => {
  for (const role of ['sources', 'scenarios']) {
    const named = { ...harbour, [role]: 'harbour/nowhere' };
    const texts = edited([
      'harbour/agreement.yaml',
      'id: harbour',
      `${role}: nowhere\nid: harbour`,
    ]);
    const said = checkContent([named], texts).problems.map(formatProblem);
    expect(said).toContain(
      `harbour/agreement.yaml:1:${role.length + 3}: there is no file in the folder "harbour/nowhere" [cannot-read]
    name the folder that has the ${role}, or leave ${role} out: it is then the folder ${role}`,
    );
  }
});

it('two agreements of one id', () => {
  const texts = new Map(harbourTexts);
  for (const [path, text] of harbourTexts) texts.set(path.replace('harbour/', 'haven/'), text);
  const again = {
    ...harbour,
    folder: 'haven',
    scenarios: 'haven/scenarios',
    sources: 'haven/sources',
  };
  const { content, problems } = checkContent([harbour, again], texts);
  expect(problems.map(formatProblem)).toEqual([
    'haven/agreement.yaml:1:5: a second agreement "harbour"; the first is harbour/agreement.yaml:1 [second-id]',
  ]);
  expect(content).toBeNull();
});

it.each(['regions', 'events', 'agreement'])(
  'where %s.yaml cannot be read, nothing is said of what would refer to it',
  (role) => {
    const texts = new Map(harbourTexts).set(`harbour/${role}.yaml`, 'x');
    const { problems } = checkContent([harbour], texts);
    expect(problems.map(formatProblem)).toEqual([
      `harbour/${role}.yaml:1:1: expected keys and values, got "x" [wrong-type]`,
    ]);
  },
);

it('controllers may be the own assumption of the model, where it says so', () => {
  const texts = edited([
    'harbour/events.yaml',
    '    controllers: [[northquay, wardens]]\n    claims: [gazette-2.c4]\n',
    '    controllers: [[northquay, wardens]]\n    assumed: Nobody speaks of it.\n',
  ]);
  expect(checkContent([harbour], texts).problems.map(formatProblem)).toEqual([]);
});

it('where regions.yaml cannot be read, properties on stages are left alone too', () => {
  const properties = `properties:
  - id: open-in-the-end
    title: It opens
    why: It is what they want.
    sometimes: { region: canal, stages: [open] }
`;
  const texts = new Map(harbourTexts).set('harbour/properties.yaml', properties);
  expect(checkContent([harbour], texts).problems.map(formatProblem)).toEqual([]);
  texts.set('harbour/regions.yaml', 'x');
  expect(checkContent([harbour], texts).problems.map(formatProblem)).toEqual([
    'harbour/regions.yaml:1:1: expected keys and values, got "x" [wrong-type]',
  ]);
});
