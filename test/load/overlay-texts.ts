import { defineAgreements } from '../../src/load/define.ts';
import type { Definition } from '../../src/load/layout.ts';
import { harbourTexts } from './harbour-texts.ts';

const OWN: Readonly<Record<string, string>> = {
  'agreement.yaml': 'extends: ../harbour\nid: laid\nopens: own\n',
  'parties.yaml': `parties:
  - { id: fleet, title: the Fishing Fleet }
  - { id: rowers, title: the Rowers, members: [fleet, guild] }
roles:
  - { id: pilot-chief, title: the chief pilot, heldBy: [{ party: fleet, until: 2031-02-01 }, { party: guild, from: 2031-02-02 }] }
speakers:
  - { id: herald, title: The Herald }
`,
  'regions.yaml': `regions:
  - id: ferry
    stages:
      - { id: moored }
      - { id: sailing }
`,
  'events.yaml': `events:
  - id: ferry.sailed
    alias: ferrySailing
    moves: { moored: sailing }
    controllers: [[fleet]]
    claims: [leaflet.c1]
    requirement: { id: ferryNeedsCanal, region: canal, stages: [open], claims: [leaflet.c1] }
  - id: canal.drained
    moves: { open: shut }
    also: { ferry: { sailing: moored } }
    direction: backward
    controllers: unstated
    duty: { binds: [fleet], id: drainDuty, within: { days: 9, of: ferry.sailed }, claims: [leaflet.c2] }
`,
  'properties.yaml': `properties:
  - id: ferry-can-sail
    title: The ferry can sail.
    why: It is to sail.
    readings: [fleet]
    sometimes: { all: [{ region: ferry, stages: [sailing] }, { region: canal, stages: [open] }] }
`,
  'readings/fleet.yaml': `id: fleet
kind: party
positions:
  ferry.sailed:
    - asks: { id: wreckGone, region: wreck, stages: [raised] }
      claims: [leaflet.c1]
  calm.broke:
    - { objects: noStorm, claims: [leaflet.c2] }
`,
  'readings/guild.yaml': `id: guild
positions:
  ferry.sailed:
    - asks:
        any:
          - { id: ferryPiloted, region: inspectors, stages: [onSite] }
          - { id: tollsGone, region: tolls, stages: [suspended] }
      claims: [leaflet.c1]
    - drops: [ferryPiloted]
      from: 2031-03-01
`,
  'sources/leaflet.yaml': `id: leaflet
agreement: laid
title: A leaflet
published: 2031-03-05
publisher: The Herald
claims:
  - { id: c1, speaker: fleet, kind: demand, regions: [ferry], statement: The fleet wants the wreck gone. }
  - { id: c2, speaker: herald, attributedTo: [rowers], kind: event, date: 2031-03-05, regions: [canal, ferry], statement: Nothing sails., disputes: [gazette-3.c9, leaflet.c1] }
`,
  'scenarios/further.yaml': `continues: harbour-record
steps:
  - { id: later, date: 2031-03-05, title: The envoys part, claims: [leaflet.c2], event: envoys.parted }
  - { id: between, after: envoys-meet, date: 2031-02-11, title: A talk, claims: [gazette-3.c9] }
  - id: behind-it
    after: between
    date: 2031-02-12
    title: Another
    claims: [leaflet.c2]
    gates: { ferrySailing: { guild: { closed: [[ferryPiloted, tollsGone]] } } }
`,
  'scenarios/own.yaml': `id: own
kind: hypothetical
title: Own
branchesFrom: { scenario: harbour-record, step: between }
steps:
  - { id: dropped, title: It is dropped, status: assumed, waive: { reading: fleet, condition: wreckGone } }
  - { id: sailed, status: assumed, event: ferry.sailed, by: [fleet] }
questions:
  - { id: what-then, kind: outcome, after: dropped, prompt: What then? }
tasks:
  - { id: sail-on, text: Sail on., gates: { ferrySailing: { guild: open } } }
`,
};

/** The fictional agreement and an overlay of it that adds something of every kind. */
export const overlaidTexts: ReadonlyMap<string, string> = new Map([
  ...harbourTexts,
  ...Object.entries(OWN).map(([name, text]) => [`mine/${name}`, text] as const),
]);

/** Where the overlay's content stands, by the files as they are. */
export function definitionIn(texts: ReadonlyMap<string, string>): Definition {
  const [found] = defineAgreements(['mine'], (path) => {
    const value = texts.get(path);
    return value === undefined
      ? { ok: false, error: { message: 'is not there', hint: null } }
      : { ok: true, value };
  });
  if (found === undefined) throw new Error('A folder has one definition.');
  return found;
}
