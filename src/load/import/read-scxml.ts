import type { Found } from '../findings.ts';
import type { ProblemCode } from '../problem-codes.ts';
import type { Place } from '../problem.ts';
import { quote } from '../show.ts';
import { didYouMeanOneOf } from '../suggest.ts';
import { type ForeignChart, type ForeignState, isWithin, type Lost } from './foreign-chart.ts';
import { readCond } from './read-cond.ts';
import { readXml, type XmlAttribute, type XmlElement } from './read-xml.ts';

const SCXML = 'http://www.w3.org/2005/07/scxml';

/** The elements that are states, the outermost one among them. */
const KINDS: ReadonlyMap<string, ForeignState['kind']> = new Map([
  ['scxml', 'compound'],
  ['state', 'compound'],
  ['parallel', 'parallel'],
  ['final', 'final'],
  ['history', 'history'],
]);

/** Elements within states that an agreement has no place for, and what they are called. */
const LOST: ReadonlyMap<string, string> = new Map([
  ['onentry', 'actions on entry'],
  ['onexit', 'actions on exit'],
  ['invoke', 'invoked services'],
  ['datamodel', 'data'],
  ['script', 'scripts'],
  ['donedata', 'outputs'],
]);

/** Attributes that are carried over, or say nothing that matters, by element. */
const KNOWN: Readonly<Record<string, string>> = {
  scxml: 'initial name version datamodel binding',
  state: 'id initial',
  parallel: 'id',
  final: 'id',
  history: 'id type',
  initial: '',
  transition: 'event cond target type',
};

/** Pairs of an event and a target that one file may have; an attribute can name many. */
const MOST_PAIRS = 20_000;

/** Characters of a condition: the longest that people write has a hundredth. */
const LONGEST_COND = 20_000;

/**
 * Reads a statechart in SCXML (W3C Recommendation, 2015).
 *
 * @returns the chart, or everything that is wrong
 */
export function readScxml(text: string): ForeignChart | readonly Found[] {
  const element = readXml(text);
  if (!('children' in element)) return element;
  const reader = new ScxmlReader(element.uri);
  if (element.name !== 'scxml' || !['', SCXML].includes(element.uri)) {
    reader.problem(
      element.place,
      'wrong-type',
      `is not a statechart in SCXML: its outermost element is ${quote(element.name)}`,
      `a statechart begins with <scxml xmlns="${SCXML}" version="1.0">`,
    );
    return reader.found;
  }
  const root = reader.state(element, null);
  reader.rest();
  if (reader.found.length > 0) return reader.found;
  const name = valueOf(element, 'name');
  return { format: 'a statechart in SCXML', name, title: name, root, lost: reader.lost };
}

class ScxmlReader {
  readonly found: Found[] = [];
  readonly lost: Lost[] = [];
  readonly #uri: string;
  readonly #byId = new Map<string, ForeignState>();
  /** Elements whose starts and transitions are still to be read, when every state is known. */
  readonly #waiting: { readonly state: ForeignState; readonly element: XmlElement }[] = [];
  #pairs = 0;

  constructor(uri: string) {
    this.#uri = uri;
  }

  problem(place: Place, code: ProblemCode, message: string, hint: string | null): void {
    const { line, column } = place;
    this.found.push({ line, column, code, message, hint });
  }

  state(element: XmlElement, parent: ForeignState | null): ForeignState {
    const inner = element.children.filter((child) => this.#isState(child));
    const kind = KINDS.get(element.name) ?? 'compound';
    const id = parent === null ? null : valueOf(element, 'id');
    const state: ForeignState = {
      name: parent === null ? (valueOf(element, 'name') ?? 'machine') : this.#nameOf(id, parent),
      kind: kind === 'compound' && inner.every(({ name }) => name === 'history') ? 'atomic' : kind,
      title: null,
      meta: {},
      parent,
      children: [],
      transitions: [],
      initial: null,
      place: element.place,
    };
    if (id !== null) {
      const first = this.#byId.get(id);
      if (first !== undefined)
        this.problem(
          element.attributes.get('id')?.place ?? element.place,
          'second-id',
          `the id ${quote(id)} a second time; the first is on line ${first.place.line}`,
          'every state has an id of its own, wherever it is',
        );
      this.#byId.set(id, state);
    } else if (parent !== null) this.#lose('states without an id', element.place);
    if (kind === 'history')
      this.#lose('histories: the state that a region starts in is used instead', element.place);
    this.#attributes(element);
    this.#waiting.push({ state, element });
    for (const child of element.children) {
      if (inner.includes(child)) state.children.push(this.state(child, state));
      else if (child.uri !== this.#uri) this.#lose('elements of other languages', child.place);
      else if (child.name !== 'transition' && child.name !== 'initial') this.#leaveOut(child);
    }
    return state;
  }

  /** Reads where states start and what leads from one to the other: only when all of them are there. */
  rest(): void {
    for (const { state, element } of this.#waiting) {
      this.#start(state, element);
      // A history's transition says where it leads the first time: it is lost with the history.
      if (state.kind === 'history') continue;
      for (const child of element.children)
        if (child.uri === this.#uri && child.name === 'transition') this.#transition(state, child);
    }
    const events = new Set(
      this.#waiting.flatMap(({ state }) => state.transitions.map(({ event }) => event ?? '')),
    );
    const covering = new Set(
      [...events].flatMap((event) =>
        [...event.matchAll(/\./g)].map(({ index }) => event.slice(0, index)),
      ),
    );
    for (const { state } of this.#waiting)
      for (const { event, place } of state.transitions)
        if (event !== null && covering.has(event))
          this.#lose('event names that also match longer ones', place);
  }

  /** Without the name of what is around it, where ids are made so: they are one of their kind in the whole file. */
  #nameOf(id: string | null, parent: ForeignState): string {
    const around = `${valueOf(this.#elementOf(parent), 'id') ?? ''}.`;
    if (id === null) return 'state';
    return around !== '.' && id.startsWith(around) && id.length > around.length
      ? id.slice(around.length)
      : id;
  }

  #elementOf(state: ForeignState): XmlElement | null {
    return this.#waiting.findLast((each) => each.state === state)?.element ?? null;
  }

  #start(state: ForeignState, element: XmlElement): void {
    const inner = element.children.filter(
      ({ name, uri }) => name === 'initial' && uri === this.#uri,
    );
    const attribute = element.name === 'parallel' ? undefined : element.attributes.get('initial');
    for (const initial of attribute === undefined ? inner.slice(1) : inner)
      this.#lose('starting states after the first', initial.place);
    const [within] = inner;
    for (const child of within?.children ?? []) {
      if (child.name !== 'transition' || child.uri !== this.#uri) continue;
      this.#attributes(child);
      for (const each of child.children) this.#lose('actions of transitions', each.place);
    }
    const named =
      attribute ??
      within?.children.find(({ name }) => name === 'transition')?.attributes.get('target');
    if (state.kind !== 'compound') return;
    state.initial = state.children.find(({ kind }) => kind !== 'history') ?? null;
    if (named === undefined) return;
    const [target, another] = this.#targets(named, state).filter((each) => {
      if (each !== state && isWithin(each, state)) return true;
      this.problem(
        named.place,
        'wrong-value',
        `${quote(named.value)} is not inside ${state.name}, which is to start there`,
        'name one of the states inside it',
      );
      return false;
    });
    if (target === undefined) return;
    const between: ForeignState[] = [];
    for (let each = target.parent; each !== null && each !== state; each = each.parent)
      between.push(each);
    const isSimple = another === undefined && between.every(({ kind }) => kind === 'compound');
    if (!isSimple)
      this.#lose('starting states in several places, or within parallel states', named.place);
    state.initial = isSimple ? target : (between.at(-1) ?? target);
  }

  #transition(state: ForeignState, element: XmlElement): void {
    this.#attributes(element);
    for (const child of element.children) {
      this.#lose('actions of transitions', child.place);
      this.#delays(child);
    }
    const { place } = element;
    const target = element.attributes.get('target');
    const targets = target === undefined ? [] : this.#targets(target, state);
    if (target === undefined || target.value.trim() === '')
      this.#lose('transitions that lead nowhere', place);
    const cond = element.attributes.get('cond');
    if (cond !== undefined && cond.value.length > LONGEST_COND) {
      this.problem(
        cond.place,
        'too-large',
        'too long: longer than any condition that people write',
        null,
      );
      return;
    }
    const asked = cond?.value.trim() ?? '';
    const guard = asked === '' ? null : readCond(asked, (id) => this.#byId.get(id) ?? null);
    const events = wordsOf(valueOf(element, 'event') ?? '');
    this.#pairs += Math.max(1, events.length) * Math.max(1, targets.length);
    if (this.#pairs > MOST_PAIRS) {
      if (this.found.every(({ code }) => code !== 'too-large'))
        this.problem(place, 'too-large', 'too many events and targets for a file', null);
      return;
    }
    if (targets.length === 0) return;
    for (const event of events.length === 0 ? [null] : new Set(events)) {
      if (event !== null && /^\*$|\.\*?$/.test(event))
        this.#lose('transitions for any event (*)', place);
      else if (event !== null && /^(?:done\.(?:state|invoke)|error)(?:\.|$)/.test(event))
        this.#lose('transitions for when something is done or fails', place);
      else
        state.transitions.push({
          event,
          targets,
          guard,
          title: null,
          isBackward: false,
          mayRepeat: false,
          place,
        });
    }
  }

  #targets({ value, place }: XmlAttribute, from: ForeignState): ForeignState[] {
    return wordsOf(value).flatMap((id) => {
      const state = this.#byId.get(id);
      if (state !== undefined) return [state];
      this.problem(
        place,
        'unknown-id',
        `there is no state ${quote(id)} to go to from ${from.name}`,
        didYouMeanOneOf(id, this.#byId.keys()),
      );
      return [];
    });
  }

  #isState({ name, uri }: XmlElement): boolean {
    return uri === this.#uri && name !== 'scxml' && KINDS.has(name);
  }

  #leaveOut(element: XmlElement): void {
    const { name, children, place } = element;
    // Nothing happens on an entry with nothing in it.
    if (children.length === 0 && /^(?:onentry|onexit|datamodel)$/.test(name)) return;
    this.#lose(LOST.get(name) ?? `what is under ${quote(`<${name}>`)}`, place);
    if (name === 'onentry' || name === 'onexit') this.#delays(element);
  }

  #delays(element: XmlElement): void {
    if (element.attributes.has('delay') || element.attributes.has('delayexpr'))
      this.#lose('delays', element.place);
    for (const child of element.children) this.#delays(child);
  }

  #attributes({ name, attributes }: XmlElement): void {
    const known = (KNOWN[name] ?? '').split(' ');
    for (const [each, { place }] of attributes)
      if (each.includes(':')) {
        if (!each.startsWith('xml:')) this.#lose('attributes of other languages', place);
      } else if (!known.includes(each)) this.#lose(`the attribute ${quote(each)}`, place);
  }

  #lose(what: string, { line }: Place): void {
    this.lost.push({ what, line });
  }
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** An attribute's value; null where it is not there, or says nothing. */
function valueOf(element: XmlElement | null, name: string): string | null {
  const value = element?.attributes.get(name)?.value.trim() ?? '';
  return value === '' ? null : value;
}
