import { type Agreement, conditionTitle } from '../../model/agreement.ts';
import { CLAIM_KINDS } from '../../model/claim-kinds.ts';
import { conditionsOf } from '../../model/condition.ts';
import { REPORTED } from '../../model/terms.ts';
import { BrokenReferenceError, type Story, tell } from '../../model/story.ts';
import type { Holding } from '../../load/library.ts';
import { quote } from '../../load/show.ts';
import { LISTABLE } from '../../explain/lists.ts';
import { TOPICS } from '../topics.ts';
import type { Slot } from './place.ts';

/** What a word can be, and what that is. */
export interface Value {
  readonly value: string;
  readonly said: string;
}

/** What only the shell can look up. */
export type OnDisk = 'files' | 'folders';

/** What values are looked up in. */
export interface Known {
  readonly slot: Slot;
  /** The scenario that the words before name; null where they name none. */
  readonly scenario: string | null;
  /** The agreement at hand; null where there is none, or something is wrong with it. */
  readonly holding: () => Promise<Holding | null>;
  /** The ids of the agreements that ship. */
  readonly shipped: () => Promise<readonly string[]>;
  readonly commands: readonly Value[];
}

type Of = (agreement: Agreement, holding: Holding, known: Known) => Values | Promise<Values>;
type Values = readonly Value[];

/** What the help's names for what is taken stand for in an agreement: in this one place, for all commands. */
const OF_AGREEMENT: Readonly<Record<string, Of>> = {
  gate: ({ gates, events }) => [...titled(gates.values()), ...titled(events.values())],
  event: ({ gates, events }) => [...titled(events.values()), ...titled(gates.values())],
  goal: (agreement) => [
    ...titled(agreement.gates.values()),
    ...titled(agreement.events.values()),
    ...stagesOf(agreement),
  ],
  region: ({ regions }) => titled(regions.values()),
  'region=stage': stagesOf,
  'region[=stage]': (agreement) => [...titled(agreement.regions.values()), ...stagesOf(agreement)],
  reading: ({ readings }, _, { slot }) => [...titled(readings.values()), ...wordsIn(slot.said)],
  'reading:event': ({ readings, events }) =>
    [...readings.values()].flatMap(({ id }) => behind(`${id}:`, titled(events.values()))),
  party: ({ parties }) => titled(parties.values()),
  role: ({ hands }) => titled(hands.roles.values()),
  speaker: ({ parties, speakers }) => [...titled(parties.values()), ...titled(speakers.values())],
  source: ({ sources }) => titled(sources),
  claim: ({ sources, claims }) => [
    ...titled(sources),
    ...[...claims.values()].map(({ reference, statement }) => ({
      value: reference,
      said: statement,
    })),
  ],
  '[reading:]condition': waivable,
  'scenario@step': (_, holding) => momentsOf(holding),
  scenario: (_, holding) => momentsOf(holding),
  day: (_, holding, { scenario }) => daysOf(storyCalled(holding, scenario)),
  task: (_, { scenarios }) =>
    [...scenarios.values()].flatMap(({ tasks = [] }) =>
      tasks.map(({ id, text }) => ({ value: id, said: text })),
    ),
  step: (_, holding, { scenario }) => stepsOf(storyCalled(holding, scenario)),
  property: (_, { properties }) => titled(properties?.properties ?? []),
  'question=choice': choices,
  'rename old': ({ parties, regions, readings, events, sources }, { scenarios }) =>
    [parties, regions, readings, events, scenarios]
      .flatMap((all) => titled(all.values()))
      .concat(titled(sources)),
};

/** What can be told without one. */
const ANYWHERE: Readonly<Record<string, (known: Known) => Values | Promise<Values>>> = {
  agreement: async ({ shipped }) => plain(await shipped()),
  command: ({ commands }) => commands,
  topic: ({ commands }) => [...commands, ...plain(TOPICS)],
  shell: () => plain(['bash', 'zsh', 'fish']),
  format: async () =>
    plain([...(await import('../../search/export/formats.ts')).EXPORT_FORMATS, 'itf']),
  period: async () => plain((await import('../../answer/levels.ts')).PERIODS),
  'list what': () => plain(LISTABLE),
  'new what': () => plain(['agreement', 'reading', 'source', 'scenario']),
  'claims kind': () => plain(CLAIM_KINDS),
  'rename kind': async () => plain((await import('../../model/shapes/identifier.ts')).ID_KINDS),
};

const ON_DISK: Readonly<Record<string, OnDisk>> = {
  file: 'files',
  files: 'files',
  folder: 'folders',
  scenario: 'files',
};

/** Other names for the same: a scenario is named by its id, by its file, and up to a step or a day. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  left: ['scenario'],
  right: ['scenario'],
  scenarios: ['scenario'],
  'scenario[@step|day]': ['scenario'],
  'file[@step|day]': ['scenario'],
};

/** What everybody thinks of for himself. */
const FREE = ['id', 'n', 'name', 'new', 'number', 'text'];

/** What a slot takes, each kind by its name in the tables above; null for a name that stands in none of them. */
export function kindsOf({ takes, command, option }: Slot): readonly string[] | null {
  const one = takes.replace(/,?\.\.\.$/, '');
  const names = one.split(/\|(?![^[]*\])/).map((name) => {
    const own = `${command} ${name}`;
    if (isListed(own)) return own;
    // `--reading <id>` takes a reading, and `claim <id>` a claim.
    return name === 'id' ? (option ?? command) : name;
  });
  const kinds = names.flatMap((name) => (Object.hasOwn(ALSO, name) ? (ALSO[name] ?? []) : [name]));
  return kinds.every((kind) => isListed(kind) || FREE.includes(kind)) ? kinds : null;
}

function isListed(kind: string): boolean {
  return [OF_AGREEMENT, ANYWHERE, ON_DISK].some((table) => Object.hasOwn(table, kind));
}

/** Everything that a slot takes, each once, and where else to look. */
export async function valuesFor(known: Known): Promise<{ values: Values; onDisk: OnDisk | null }> {
  const kinds = kindsOf(known.slot) ?? [];
  const found = new Map<string, Value>();
  for (const kind of kinds) {
    for (const each of await valuesOf(kind, known)) {
      if (!found.has(each.value)) found.set(each.value, each);
    }
  }
  const places = kinds.map((kind) => (Object.hasOwn(ON_DISK, kind) ? ON_DISK[kind] : undefined));
  return {
    values: [...found.values()],
    onDisk: places.find((place) => place !== undefined) ?? null,
  };
}

async function valuesOf(kind: string, known: Known): Promise<Values> {
  const anywhere = Object.hasOwn(ANYWHERE, kind) ? ANYWHERE[kind] : undefined;
  if (anywhere !== undefined) return anywhere(known);
  const of = Object.hasOwn(OF_AGREEMENT, kind) ? OF_AGREEMENT[kind] : undefined;
  const holding = of === undefined ? null : await known.holding();
  return of === undefined || holding === null ? [] : of(holding.agreement, holding, known);
}

function plain(names: Iterable<string>): Value[] {
  return [...names].map((value) => ({ value, said: '' }));
}

function titled(all: Iterable<{ readonly id: string; readonly title: string }>): Value[] {
  return [...all].map(({ id, title }) => ({ value: id, said: title }));
}

function behind(before: string, values: Values): Value[] {
  return values.map(({ value, said }) => ({ value: `${before}${value}`, said }));
}

function stagesOf({ regions }: Agreement): Value[] {
  return [...regions.values()].flatMap(({ id, stages }) => behind(`${id}=`, titled(stages)));
}

/** What some options take besides readings, where their own description says so. */
function wordsIn(said: string): Value[] {
  return plain([REPORTED, 'everyone'].filter((word) => said.includes(word)));
}

/** The conditions and objections of parties, by themselves and behind whose they are. */
function waivable(agreement: Agreement): Value[] {
  const { readings, events } = agreement;
  const own = [...readings.values()]
    .filter(({ kind }) => kind === 'party')
    .flatMap(({ id, title, positions }) =>
      [...positions].flatMap(([event, statements]) =>
        statements.flatMap((statement) => {
          const asked = conditionsOf(statement.asked).map((condition) => ({
            value: condition.id,
            said: conditionTitle(agreement, condition),
          }));
          const objected =
            statement.stance === 'objects'
              ? [
                  {
                    value: statement.id,
                    said: `objects to ${quote(events.get(event)?.title ?? event)}`,
                  },
                ]
              : [];
          return [...asked, ...objected].map(({ value, said }) => ({
            reading: id,
            value,
            said: `${title}: ${said}`,
          }));
        }),
      ),
    );
  return [
    ...own,
    ...own.map(({ reading, value, said }) => ({ value: `${reading}:${value}`, said })),
  ];
}

/** Every scenario, and every moment of it. */
function momentsOf(holding: Holding): Value[] {
  return [...holding.scenarios.values()].flatMap(({ id, title }) => {
    const story = storyCalled(holding, id);
    return [{ value: id, said: title }, ...behind(`${id}@`, [...stepsOf(story), ...daysOf(story)])];
  });
}

function stepsOf(story: Story | null): Value[] {
  return titled(story?.steps ?? []);
}

function daysOf(story: Story | null): Value[] {
  return (story?.steps ?? []).flatMap(({ date, title }) =>
    date === null ? [] : [{ value: date.to, said: title }],
  );
}

/** A scenario laid out, by how it is named on a command line; null where it cannot be. */
function storyCalled({ scenarios, opens }: Holding, name: string | null): Story | null {
  const scenario = scenarios.get(name?.split('@')[0] ?? opens ?? '');
  if (scenario === undefined) return null;
  try {
    return tell(scenario, scenarios);
  } catch (error) {
    if (error instanceof BrokenReferenceError) return null;
    throw error;
  }
}

async function choices(agreement: Agreement, holding: Holding, known: Known): Promise<Value[]> {
  const story = storyCalled(holding, known.scenario);
  const { exerciseOf } = await import('../../answer/exercise.ts');
  const exercise = story === null ? null : exerciseOf(agreement, story);
  return (exercise?.questions ?? []).flatMap(({ question, choices: all, takesSeveral }) =>
    [...all, ...(takesSeveral ? ['none'] : [])].map((choice) => ({
      value: `${question.id}=${choice}`,
      said: question.prompt,
    })),
  );
}
