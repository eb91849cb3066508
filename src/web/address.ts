import { listed } from '../explain/words.ts';
import { heldAgainst } from '../lab/course.ts';
import type { LabMessage } from '../lab/message.ts';
import { labReduce } from '../lab/reduce.ts';
import { told } from '../lab/scene.ts';
import type { Setting } from '../lab/state.ts';
import { quote } from '../load/show.ts';
import { dayExists } from '../model/days.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { REPORTED } from '../model/terms.ts';
import { besideOthers } from './branch-arrived.ts';
import { type Asking, type PageState, type Panel, type View, VIEWS } from './page-state.ts';

/** Of the keys below and what they mean; a page reads links of its own version. */
const VERSION = '1';

/** A longer address is refused unread: what each of two branches takes in it is a few hundred characters. */
const LONGEST = 200_000;

/** What a link says of where somebody is. All is text as it was written, and may be nothing that is there. */
export interface Address {
  readonly agreement: string;
  /** A scenario by its id, or a branch as its token. */
  readonly scenario: string | null;
  /** The step that was played last; an empty text before the first, null for the last. */
  readonly step: string | null;
  readonly asOf: string | null;
  readonly knownBy: string | null;
  /** Null for what is reported. */
  readonly run: string | null;
  readonly gate: string | null;
  readonly view: string | null;
  readonly region: string | null;
  /** What it is held against, in the same way; null for what it branches off. */
  readonly against: string | null;
  /** The panel on top. */
  readonly panel: PlacePanel | null;
}

type PlacePanel = Exclude<Panel, Asking>;

function isPlace(panel: Panel): panel is PlacePanel {
  return panel.kind === 'claims' || panel.kind === 'gate';
}

/** What came of reading a link: where it leads, if anywhere, and what of it could not be read. */
export interface ReadAddress {
  readonly address: Address | null;
  readonly problems: readonly string[];
}

const NAMES = [
  'scenario',
  'step',
  'asOf',
  'knownBy',
  'run',
  'gate',
  'view',
  'region',
  'against',
] as const;

/** The branches that an address of what is on show takes along. */
export function branchesTaken({ lab, against }: Pick<PageState, 'lab' | 'against'>): string[] {
  const named = [lab.scenario, heldAgainst(lab, against)];
  return lab.branches.filter((id) => named.includes(id));
}

/**
 * Where somebody is.
 *
 * @param tokens of the branches that it takes along, by their ids
 */
export function addressOf(
  setting: Setting,
  { lab, view, region, against, panels }: PageState,
  tokens: ReadonlyMap<string, string>,
): Address {
  const { steps } = told(setting, lab.scenarios, lab.scenario).story;
  return {
    agreement: setting.agreement.id,
    scenario: tokens.get(lab.scenario) ?? lab.scenario,
    step: steps[Math.min(lab.position, steps.length - 1)]?.id ?? '',
    ...lab.clocks,
    run: lab.run === REPORTED ? null : lab.run,
    gate: lab.gate,
    view,
    region,
    // What a branch branches off is not there for others where it is a branch itself.
    against: tokens.get(heldAgainst(lab, against) ?? '') ?? against,
    panel: panels.findLast(isPlace) ?? null,
  };
}

/** An address as the fragment of a link, without `#`. */
export function addressText(address: Address): string {
  const said = new URLSearchParams({ v: VERSION, agreement: address.agreement });
  for (const name of NAMES) {
    const value = address[name];
    if (value !== null) said.set(name, value);
  }
  if (address.panel !== null) sayPanel(said, address.panel);
  return said.toString();
}

/** The fragment of a link that opens claims over a page as it begins. */
export function claimsFragment(references: readonly string[]): string {
  const said = new URLSearchParams({ v: VERSION });
  sayPanel(said, { kind: 'claims', references });
  return said.toString();
}

/**
 * Reads the fragment of a link. What is no address at all (`#view`) says nothing and leads nowhere.
 *
 * @param fragment without `#`
 */
export function readAddress(fragment: string): ReadAddress {
  if (!fragment.includes('=')) return { address: null, problems: [] };
  if (fragment.length > LONGEST)
    return { address: null, problems: ['The link is far too long for one of this page.'] };
  const said = new URLSearchParams(fragment);
  const version = said.get('v') ?? VERSION;
  if (version !== VERSION)
    return {
      address: null,
      problems: [
        `The link is of version ${quote(version)}, and this page reads version ${VERSION}: open it with the page that it was made with.`,
      ],
    };
  const problems: string[] = [];
  const panel = readPanel(said);
  if (panel === null && said.has('panel'))
    problems.push(`This page has no panel ${quote(said.get('panel'))}.`);
  const [scenario, step, asOf, knownBy, run, gate, view, region, against] = NAMES.map((name) =>
    said.get(name),
  );
  const address: Address = {
    agreement: said.get('agreement') ?? '',
    scenario: scenario ?? null,
    step: step ?? null,
    asOf: asOf ?? null,
    knownBy: knownBy ?? null,
    run: run ?? null,
    gate: gate ?? null,
    view: view ?? null,
    region: region ?? null,
    against: against ?? null,
    panel,
  };
  return { address, problems };
}

/** Whether a scenario is named as the token of a branch. */
export function isToken(scenario: string | null): scenario is string {
  return scenario !== null && /^pg\d+-/.test(scenario);
}

/** The tokens in an address, which have to be read before anybody can go there: first what is held against. */
export function tokensIn({ scenario, against }: Pick<Address, 'scenario' | 'against'>): string[] {
  return [against, scenario].filter(isToken);
}

/**
 * Where an address leads. What of it is not there is left as a page has it at first, and said.
 *
 * @param branches what the tokens in the address stand for; those that could not be read are left out
 */
export function arrived(
  setting: Setting,
  state: PageState,
  address: Address,
  branches: ReadonlyMap<string, ScenarioFile> = NO_BRANCHES,
): { readonly state: PageState; readonly problems: readonly string[] } {
  const { agreement } = setting;
  if (address.agreement !== '' && address.agreement !== agreement.id)
    return {
      state,
      problems: [
        `The link is of the agreement ${quote(address.agreement)}, and this page has ${quote(agreement.id)}: open it with a page of that agreement.`,
      ],
    };
  const problems: string[] = [];
  const there = <Id extends string>(id: string | null, has: (id: Id) => boolean, what: string) => {
    if (id === null || has(id as Id)) return id as Id | null;
    problems.push(`The link names the ${what} ${quote(id)}, which is not here.`);
    return null;
  };
  let { lab } = state;
  let said: string | null = null;
  const act = (message: LabMessage) => {
    const reduced = labReduce(setting, lab, message);
    if (reduced.ok) ({ lab } = reduced);
    else problems.push(reduced.said);
  };
  const opened: string[] = [];
  const ids = new Map<string, string>();
  for (const token of tokensIn(address)) {
    const sent = branches.get(token);
    if (sent === undefined) continue;
    const { branch, isHere } = besideOthers(lab, sent);
    ids.set(token, branch.id);
    if (isHere) continue;
    act({ kind: 'adopt', scenario: branch });
    opened.push(`"${branch.title}"`);
  }
  if (opened.length > 0 && problems.length === 0) said = `Opened ${listed(opened.toReversed())}.`;
  const idOf = (name: string | null) => (isToken(name) ? (ids.get(name) ?? null) : name);
  const named = idOf(address.scenario);
  const scenario = there(named, (id) => lab.scenarios.has(id), 'scenario') ?? lab.scenario;
  const { steps } = told(setting, lab.scenarios, scenario).story;
  // The note that a branch starts from is called after it.
  const sentAs = branches.get(address.scenario ?? '')?.id;
  const isStart = sentAs !== undefined && address.step === `${sentAs}-starts`;
  const stepNamed = isStart ? `${scenario}-starts` : address.step;
  // Another scenario has other steps: of one that is not there, its step is no news.
  const step =
    scenario === named || address.scenario === null
      ? there(stepNamed, (id) => id === '' || steps.some((each) => each.id === id), 'step')
      : null;
  act({
    kind: 'show',
    scenario,
    position: step === null ? steps.length - 1 : steps.findIndex(({ id }) => id === step),
  });
  act({
    kind: 'look',
    clocks: {
      asOf: there(address.asOf, dayExists, 'day'),
      knownBy: there(address.knownBy, dayExists, 'day'),
    },
  });
  const run = there(address.run, (id) => agreement.readings.has(id), 'reading') ?? REPORTED;
  act({ kind: 'look', run });
  act({
    kind: 'look',
    gate: there(address.gate, (id) => agreement.gates.has(id), 'gate'),
  });
  const isView = (view: string): view is View => VIEWS.some((each) => each === view);
  const view = there<View>(address.view, isView, 'view') ?? 'start';
  const region = there(address.region, (id) => agreement.regions.has(id), 'provision');
  const other = there(idOf(address.against), (id) => lab.scenarios.has(id), 'scenario');
  const isBase = isToken(address.against) && other === heldAgainst(lab, null);
  const against = isBase ? null : other;
  const panel = panelHere(setting, address.panel, there);
  return {
    state: { ...state, lab, view, region, against, panels: panel === null ? [] : [panel], said },
    problems,
  };
}

const NO_BRANCHES: ReadonlyMap<string, ScenarioFile> = new Map();

function sayPanel(said: URLSearchParams, panel: PlacePanel): void {
  said.set('panel', panel.kind);
  switch (panel.kind) {
    case 'claims':
      for (const reference of panel.references) said.append('claim', reference);
      return;
    case 'gate':
      said.set('event', panel.event);
      if (panel.reading !== null) said.set('reading', panel.reading);
      return;
  }
}

function readPanel(said: URLSearchParams): PlacePanel | null {
  switch (said.get('panel')) {
    case 'claims':
      return { kind: 'claims', references: said.getAll('claim') };
    case 'gate':
      return { kind: 'gate', event: said.get('event') ?? '', reading: said.get('reading') };
    default:
      return null;
  }
}

/** A panel with what of it is there; null where nothing is. */
function panelHere(
  { agreement }: Setting,
  panel: PlacePanel | null,
  there: (id: string | null, has: (id: string) => boolean, what: string) => string | null,
): PlacePanel | null {
  switch (panel?.kind) {
    case 'claims': {
      const references = panel.references.flatMap(
        (id) => there(id, (each) => agreement.claims.has(each), 'claim') ?? [],
      );
      return references.length === 0 ? null : { ...panel, references };
    }
    case 'gate': {
      const event = there(panel.event, (each) => agreement.events.has(each), 'event');
      const reading = there(panel.reading, (each) => agreement.readings.has(each), 'reading');
      return event === null ? null : { kind: 'gate', event, reading };
    }
    case undefined:
      return null;
  }
}
