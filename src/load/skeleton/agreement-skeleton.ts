import { readingSkeleton } from './reading-skeleton.ts';
import { sourceSkeleton } from './source-skeleton.ts';

/** A file to be written, by its path from the folder that it belongs to. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files of a small agreement that is right as it stands, and teaches by its comments how to write another one: it
 * can be played, checked, searched and verified at once. It is about nobody.
 *
 * @param id what it is to be called; the folder goes by it
 */
export function agreementSkeleton(id: string): NewFile[] {
  const reading = (party: string, title: string, positions: string): NewFile => ({
    path: `readings/${party}.yaml`,
    text: readingSkeleton({ party, title, positions }),
  });
  return [
    { path: 'agreement.yaml', text: agreement(id) },
    { path: 'parties.yaml', text: PARTIES },
    { path: 'regions.yaml', text: REGIONS },
    { path: 'events.yaml', text: EVENTS },
    { path: 'properties.yaml', text: PROPERTIES },
    reading('party-a', 'Party A', PARTY_A),
    reading('party-b', 'Party B', PARTY_B),
    reading('mediator', 'the mediator', MEDIATOR),
    {
      path: 'sources/first-report.yaml',
      text: sourceSkeleton({
        agreement: id,
        id: 'first-report',
        published: {
          from: '2030-01-15',
          to: '2030-01-15',
          inferred: 'Its last paragraph is dated.',
        },
        claims: CLAIMS,
      }),
    },
    { path: 'scenarios/first.yaml', text: SCENARIO },
  ];
}

const agreement = (id: string) => `\
# An agreement is a folder of text files like this one. It runs as it stands. In the folder above it:
#
#   phasegate -A ${id}                     steps through it
#   phasegate -A ${id} validate --watch    says at each change what is wrong, and where
#   phasegate -A ${id} check phaseTwo      says who holds phase two back, by whose account
#   phasegate -A ${id} waits               says who waits for whom
#   phasegate -A ${id} verify              checks what is to hold in everything that can happen
#
# Replace what it says by what you know, a piece at a time. What follows a # is for people only.
# A word that others refer to, such as party-a or phaseTwo, is an id; \`phasegate rename OLD NEW\` changes it everywhere.

# What commands and other files call the agreement: lower-case words joined by hyphens.
id: ${id}
# What people call it.
title: An accord between party A and party B
# What it is about, for somebody who knows nothing of it: two sentences at most.
question: Party A and party B agreed to go forward by phases. Can phase two begin, and by whose account?
# What it is, and what is known of it from where.
summary: >-
  A skeleton: two parties and a mediator, a truce, an exchange and a withdrawal. Each of the two waits for the other
  to go first.
# The scenario that a reader begins with: a file in the folder scenarios.
opens: first
`;

const PARTIES = `\
# Who acts, and who else is quoted.

# Whoever can bring something about, hold a position, or both. Each has an id and a title. A group also names its
# members, which are parties of their own: members: [first-state, second-state]
parties:
  - { id: party-a, title: Party A }
  - { id: party-b, title: Party B }
  - { id: mediator, title: the mediator }

# Whoever is quoted without being a party, such as the publication itself.
speakers:
  - { id: publication, title: the publication itself }
`;

const REGIONS = `\
# What the agreement is made of. A region is one undertaking, or one circumstance around it, and is in one stage at a time.
regions:
  # One region says how far the agreement as a whole has come: its kind is phase.
  - id: phase
    # Regions and stages that have no title are called by their ids in words: phaseOne is phase one.
    # title: the phase of the agreement
    kind: phase
    # It is in the first of its stages before anything happens; starts: phaseOne would name another one.
    # A stage can have a level, as the Peace Accords Matrix counts them: 0 none, 1 minimum, 2 intermediate, 3 full.
    # The level is your own judgement, and is shown as that.
    stages:
      - { id: talks, level: 0 }
      - { id: phaseOne, level: 1 }
      - { id: phaseTwo, level: 3 }

  # An undertaking is a provision.
  - id: truce
    kind: provision
    # Claims behind the stage that it starts in, as source.claim; see the folder sources.
    claims: [first-report.c1]
    stages:
      - { id: notInForce, level: 0 }
      - { id: holding, level: 3 }
      - { id: broken, level: 0 }

  - id: exchange
    kind: provision
    stages:
      - { id: notBegun, level: 0 }
      - { id: underWay, level: 1 }
      - { id: complete, level: 3 }

  - id: withdrawal
    kind: provision
    stages:
      - { id: notBegun, level: 0 }
      - { id: complete, level: 3 }

  # What matters without being agreed on is a circumstance.
  - id: envoys
    kind: circumstance
    stages:
      - { id: apart, level: 0 }
      - { id: meeting, level: 2 }
`;

const EVENTS = `\
# What can happen. An event is called after its home region and a verb, and moves that region from one stage to another.
events:
  - id: phase.oneBegan
    title: Phase one begins and the truce takes hold
    # From which stage to which; from any other stage it cannot happen.
    moves: { talks: phaseOne }
    # What moves with it in other regions.
    also:
      truce: { notInForce: holding, broken: holding }
    # Who can bring it about: here the two of them together. [[party-a], [party-b]] is either of them;
    # leave it out where no source says.
    controllers: [[party-a, party-b]]
    # Claims that say so.
    claims: [first-report.c2]

  - id: phase.twoBegan
    # A shorter name, for questions: \`phasegate check phaseTwo\`.
    alias: phaseTwo
    title: Phase two begins
    moves: { phaseOne: phaseTwo }
    controllers: [[party-a, party-b]]
    claims: [first-report.c2]
    # What the model itself requires first, whoever asks. It is your inference from the terms, and no party's position.
    requirement:
      id: truceHolds
      region: truce
      stages: [holding]
      claims: [first-report.c2]
      # How it follows from the claims, where they do not say it outright.
      inference: A phase of the agreement can begin only while the truce is in force.

  - id: truce.broke
    title: The truce breaks
    moves: { holding: broken }
    also:
      phase: { phaseOne: talks, phaseTwo: talks }
    # A step back is backward; what is not marked is forward.
    direction: backward
    controllers: [[party-a], [party-b]]
    claims: [first-report.c2]
    inference: Either of the two can break what it keeps together with the other.

  - id: exchange.begun
    title: The exchange begins
    moves: { notBegun: underWay }
    controllers: [[party-b]]
    claims: [first-report.c3]

  - id: exchange.completed
    title: The exchange is complete
    moves: { underWay: complete }
    controllers: [[party-b]]
    claims: [first-report.c3]

  - id: withdrawal.completed
    title: The withdrawal is complete
    moves: { notBegun: complete }
    controllers: [[party-a]]
    claims: [first-report.c4]

  - id: envoys.met
    title: Envoys meet
    moves: { apart: meeting }
    # Where no source speaks of an event, say what you assume by having it at all.
    assumed: That envoys can meet at any time.
`;

const PROPERTIES = `\
# What is to hold in everything that can happen; \`phasegate verify\` looks for a way in which it does not.
properties:
  - id: a-phase-needs-the-truce
    title: A phase goes on only while the truce does
    # Why it matters.
    why: A phase without a truce would be a mistake in the events.
    # never and always speak of every state that can be reached, sometimes of one at least.
    never:
      all:
        - { region: phase, stages: [phaseOne, phaseTwo] }
        - { region: truce, stages: [notInForce, broken] }

  - id: phase-two-can-begin
    title: Phase two can begin
    why: Otherwise the conditions of the parties, or the events, leave no path there.
    # Under which readings it is to hold; under all where this is left out.
    readings: [mediator]
    sometimes: { region: phase, stages: [phaseTwo] }
`;

const PARTY_A = `\
  # On the event phase.twoBegan it asks for a stage of a region; on any of several, with stages: [one, other].
  phase.twoBegan:
    - asks: { id: exchangeFirst, region: exchange, stages: [complete] }
      # The claims that report it. A position without claims is your own assumption, and is shown as that.
      claims: [first-report.c5]
  withdrawal.completed:
    - asks: { id: exchangeBeforeWithdrawal, region: exchange, stages: [complete] }
      claims: [first-report.c5]
`;

const PARTY_B = `\
  # Several things at once: \`all\` of them, or \`any\` one of them.
  phase.twoBegan:
    - asks:
        all:
          - { id: withdrawalFirst, region: withdrawal, stages: [complete] }
          - { id: envoysFirst, region: envoys, stages: [meeting] }
      claims: [first-report.c6]
  exchange.completed:
    - asks: { id: withdrawalBeforeExchange, region: withdrawal, stages: [complete] }
      claims: [first-report.c6]
`;

const MEDIATOR = `\
  # It backs the event: it proposes, offers or calls for it, or sees nothing in the way.
  phase.twoBegan:
    - backs: true
      claims: [first-report.c7]
  # Who refuses an event without saying on what condition objects to it, under an id of the objection's own:
  # truce.broke:
  #   - objects: noBreach
`;

const CLAIMS = `\
  - id: c1
    # The paragraph of the document that says it: the n-th line that is not blank.
    paragraph: 1
    # Who says it: a party or a speaker.
    speaker: publication
    # What kind of statement it is: event, meeting, count, assessment, accusation, denial, term, position, demand,
    # offer, refusal, expectation or context.
    kind: context
    # The regions that it speaks of.
    regions: [truce]
    # What it says, in your own words, no more and no less.
    statement: There had been no truce before the accord.
  - id: c2
    paragraph: 1
    speaker: publication
    kind: event
    # The day that it speaks of, or the days between which: { from: 2030-01-10, to: 2030-01-12 }.
    date: 2030-01-10
    regions: [phase, truce]
    statement: Party A and party B signed the accord, and the truce took hold the same day.
  - id: c3
    paragraph: 2
    speaker: publication
    kind: term
    regions: [exchange]
    statement: The exchange is for party B to carry out, in two steps.
  - id: c4
    paragraph: 2
    speaker: publication
    kind: term
    regions: [withdrawal]
    statement: The withdrawal is for party A to carry out.
  - id: c5
    paragraph: 3
    speaker: party-a
    kind: demand
    regions: [phase, exchange, withdrawal]
    statement: Party A will neither withdraw nor enter phase two before the exchange is complete.
  - id: c6
    paragraph: 4
    speaker: party-b
    kind: demand
    regions: [phase, exchange, withdrawal, envoys]
    statement: Party B wants the withdrawal first, and envoys to meet before phase two.
    # Claims that it disputes, as source.claim.
    disputes: [first-report.c5]
  - id: c7
    paragraph: 5
    speaker: publication
    # Whose stance it tells, where that is not the speaker.
    attributedTo: [mediator]
    # The document passes on what somebody says without naming who said it and when.
    hearsay: true
    kind: position
    regions: [phase]
    statement: The mediator is said to want phase two to begin without further conditions.
`;

const SCENARIO = `\
# A scenario is a row of steps: what is reported, what is expected, or what you think up.
# The file is named after the id.
id: first
# documented: what sources report has happened. projected: what is expected. hypothetical: thought up.
kind: documented
title: What the first report tells
summary: The accord is signed, and the exchange begins.
steps:
  - id: accord-signed
    # A day, or the days between which: { from: 2030-01-10, to: 2030-01-12 }. Steps are in the order of their last days.
    date: 2030-01-10
    # What happened; without a title it is called what its event is called.
    title: The accord is signed
    # More about it, where there is more to say.
    narrative: The truce takes hold the same day.
    # Who did it.
    by: [party-a, party-b]
    # The claims that report it.
    claims: [first-report.c2]
    # What happens. A step without an event is a note.
    event: phase.oneBegan
    # What each reading is to make of it; \`every\` is for those not named. \`phasegate accept\` writes it.
    expect: { every: unopposed }
    # How gates are to stand afterwards, by reading; name the gate, and \`phasegate accept\` fills it in.
    gates:
      phaseTwo: { every: unknown, mediator: unstated }

  - id: phase-two-in-question
    date: 2030-01-15
    title: Each of the two waits for the other
    claims: [first-report.c5, first-report.c6]
    gates:
      phaseTwo:
        every: open
        party-a: { closed: [[exchangeFirst]] }
        party-b: { closed: [[withdrawalFirst, envoysFirst]] }
`;
