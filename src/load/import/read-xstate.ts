import type { Locate } from '../read-yaml.ts';
import { quote } from '../show.ts';
import { didYouMeanOneOf } from '../suggest.ts';
import {
  type ForeignChart,
  type ForeignGuard,
  type ForeignState,
  type ForeignTransition,
  type Lost,
  pathOf,
  rootOf,
  statesWithin,
} from './foreign-chart.ts';
import { FileReport, isMapping, type Mapping } from './file-report.ts';
import { stateBelow, stateNamed } from './state-named.ts';
import { stateIn, xstateGuard } from './xstate-guard.ts';

/** What a state's mapping can have that an agreement has no place for, and what it is called. */
const LOST_OF_STATES: Readonly<Record<string, string>> = {
  entry: 'actions on entry',
  exit: 'actions on exit',
  invoke: 'invoked actors',
  activities: 'activities',
  onDone: 'transitions for when a state is done',
  output: 'outputs',
  data: 'data',
  context: 'context',
  delimiter: 'delimiters of its own',
  tags: 'tags',
};

/** What a state's mapping can have that is carried over, or says nothing that matters. */
const KNOWN_OF_STATES = new Set(
  'id key type initial states on always after history target meta description version schema types predictableActionArguments $schema'.split(
    ' ',
  ),
);

/**
 * Reads the configuration of a machine of XState (4 or 5), as JSON or as one would write it in JavaScript without code.
 *
 * @param data as `readYaml` has it
 * @returns the chart, or everything that is wrong
 */
export function readXState(
  data: unknown,
  locate: Locate,
): ForeignChart | ReturnType<FileReport['all']> {
  const report = new FileReport(locate);
  const reader = new XStateReader(report);
  if (!isMapping(data)) {
    report.at(
      [],
      'wrong-type',
      'is not a machine of XState',
      'a machine is keys and values, with states among them',
    );
    return report.all();
  }
  const root = reader.state(
    data,
    typeof data['id'] === 'string' ? data['id'] : 'machine',
    [],
    null,
  );
  reader.transitions();
  if (report.all().length > 0) return report.all();
  return {
    format: 'a machine of XState',
    name: typeof data['id'] === 'string' ? data['id'] : null,
    title: root.title,
    root,
    lost: reader.lost,
  };
}

type Path = readonly (string | number)[];

class XStateReader {
  readonly lost: Lost[] = [];
  readonly #report: FileReport;
  /** Mappings of states whose transitions are still to be read, when every state is known. */
  readonly #waiting: {
    readonly state: ForeignState;
    readonly from: Mapping;
    readonly path: Path;
  }[] = [];
  readonly #byId = new Map<string, ForeignState>();
  /** What guards ask, where the file says so beside the chart. */
  #guards: Mapping = {};

  constructor(report: FileReport) {
    this.#report = report;
  }

  state(from: Mapping, name: string, path: Path, parent: ForeignState | null): ForeignState {
    const children = from['states'];
    const meta = isMapping(from['meta']) ? from['meta'] : {};
    const state: ForeignState = {
      name,
      kind: this.#kindOf(from, path),
      title: textOf(meta['title']) ?? textOf(from['description']),
      meta,
      parent,
      children: [],
      transitions: [],
      initial: null,
      place: this.#report.placeOf(path),
    };
    if (parent === null && isMapping(meta['guards'])) this.#guards = meta['guards'];
    if (typeof from['id'] === 'string') this.#byId.set(from['id'], state);
    else if (parent === null) this.#byId.set('(machine)', state);
    for (const key of Object.keys(from)) {
      const what = LOST_OF_STATES[key];
      if (isEmpty(from[key])) continue;
      if (Object.hasOwn(LOST_OF_STATES, key) && what !== undefined)
        this.#lose(what, [...path, key]);
      else if (!KNOWN_OF_STATES.has(key)) this.#lose(`what is under ${quote(key)}`, [...path, key]);
    }
    if (children !== undefined) {
      if (!isMapping(children))
        this.#report.at(
          [...path, 'states'],
          'wrong-type',
          'states must be keys and values, with a key for each state',
        );
      else
        for (const [key, child] of Object.entries(children)) {
          const own = [...path, 'states', key];
          if (child !== null && !isMapping(child))
            this.#report.at(own, 'wrong-type', `the state ${quote(key)} must be keys and values`);
          else state.children.push(this.state(child ?? {}, key, own, state));
        }
    }
    state.initial = this.#initialOf(state, from, path);
    this.#waiting.push({ state, from, path });
    return state;
  }

  /** Reads what leads from state to state: only when all of them are there. */
  transitions(): void {
    for (const { state, from, path } of this.#waiting) {
      if (isMapping(from['on']))
        for (const [event, written] of Object.entries(from['on'])) {
          const own = [...path, 'on', event];
          if (event === '*' || event.endsWith('.*'))
            this.#lose('transitions for any event (*)', own);
          else this.#each(state, event === '' ? null : event, written, own);
        }
      else if (from['on'] !== undefined)
        this.#report.at(
          [...path, 'on'],
          'wrong-type',
          'on must be keys and values, with a key for each event',
        );
      if (from['always'] !== undefined)
        this.#each(state, null, from['always'], [...path, 'always']);
      if (!isMapping(from['after'])) continue;
      for (const [delay, written] of Object.entries(from['after'])) {
        const own = [...path, 'after', delay];
        this.#lose('delays', own);
        this.#each(state, `after ${delay}`, written, own);
      }
    }
  }

  #each(state: ForeignState, event: string | null, written: unknown, path: Path): void {
    if (Array.isArray(written))
      for (const [index, each] of written.entries())
        this.#transition(state, event, each, [...path, index]);
    else this.#transition(state, event, written, path);
  }

  #transition(state: ForeignState, event: string | null, written: unknown, path: Path): void {
    const from = typeof written === 'string' ? { target: written } : written;
    if (from === null) return;
    if (!isMapping(from)) {
      this.#report.at(
        path,
        'wrong-type',
        'a transition is the name of a state, or keys and values',
      );
      return;
    }
    if (from['actions'] !== undefined) this.#lose('actions of transitions', [...path, 'actions']);
    const { target } = from;
    const names = Array.isArray(target) ? target : target === undefined ? [] : [target];
    const targets = names.flatMap((name: unknown) => {
      const found = typeof name === 'string' ? stateNamed(name, state, this.#byId) : null;
      if (found !== null) return [found];
      const place =
        target === undefined || typeof written === 'string' ? path : [...path, 'target'];
      const near = [...statesWithin(rootOf(state))].slice(1).map(pathOf);
      this.#report.at(
        place,
        'unknown-id',
        `there is no state ${quote(name)} to go to from ${state.name}`,
        typeof name === 'string' ? didYouMeanOneOf(name, near) : null,
      );
      return [];
    });
    if (names.length === 0) this.#lose('transitions that lead nowhere', path);
    const meta = isMapping(from['meta']) ? from['meta'] : {};
    const guard = from['guard'] ?? from['cond'];
    const asking = { from: state, byId: this.#byId, explained: this.#guards };
    const read: ForeignGuard[] = [
      ...(guard === undefined ? [] : [xstateGuard(guard, asking)]),
      ...(from['in'] === undefined ? [] : [stateIn(from['in'], asking)]),
    ];
    const transition: ForeignTransition = {
      event,
      targets,
      guard: read.length === 0 ? null : { kind: 'all', of: read },
      title: textOf(meta['title']) ?? textOf(from['description']),
      isBackward: meta['direction'] === 'backward',
      mayRepeat: meta['again'] === true,
      place: this.#report.placeOf(path),
    };
    if (targets.length > 0) state.transitions.push(transition);
  }

  #kindOf(from: Mapping, path: Path): ForeignState['kind'] {
    const { type } = from;
    const hasStates = isMapping(from['states']) && Object.keys(from['states']).length > 0;
    if (type === 'history')
      this.#lose('histories: the state that a region starts in is used instead', path);
    if (type === 'parallel' || type === 'final' || type === 'history') return type;
    if (type === undefined || type === 'atomic' || type === 'compound')
      return hasStates ? 'compound' : 'atomic';
    this.#report.at(
      [...path, 'type'],
      'wrong-type',
      `a state cannot have the type ${quote(type)}`,
      'the types are atomic, compound, parallel, final and history',
    );
    return 'atomic';
  }

  #initialOf(state: ForeignState, from: Mapping, path: Path): ForeignState | null {
    if (state.kind !== 'compound') return null;
    const { initial } = from;
    const named = isMapping(initial) ? initial['target'] : initial;
    const [first] = state.children.filter(({ kind }) => kind !== 'history');
    if (named === undefined) return first ?? null;
    const found =
      typeof named === 'string'
        ? (stateBelow(state, named) ?? stateBelow(state, named.replace(/^[#.]/, '')))
        : null;
    const byId = typeof named === 'string' ? this.#byId.get(named.replace(/^#/, '')) : undefined;
    if (found !== null || byId !== undefined) return found ?? byId ?? null;
    const near =
      typeof named === 'string'
        ? didYouMeanOneOf(
            named,
            state.children.map(({ name }) => name),
          )
        : null;
    this.#report.at(
      [...path, 'initial'],
      'unknown-id',
      `${state.name} has no state ${quote(named)} to start in`,
      near,
    );
    return null;
  }

  #lose(what: string, path: Path): void {
    this.lost.push({ what, line: this.#report.placeOf(path, 'key').line });
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || (typeof value === 'object' && value !== null && !Object.keys(value).length)
  );
}
