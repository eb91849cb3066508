import { isEqual } from 'es-toolkit/predicate';
import { deflateSync, inflateSync } from 'fflate/browser';
import type { Agreement } from '../model/agreement.ts';
import { assumedStep, type BranchAction, summaryOf } from '../model/assumed-step.ts';
import type { DayRange } from '../model/days.ts';
import { type ScenarioFile, scenarioFile, type StepFile } from '../model/shapes/scenario.ts';
import { storyStep } from '../model/story.ts';
import { sha256 } from './hash.ts';
import { jsonIn } from './json-in.ts';
import type { TextResult } from './text-result.ts';

const VERSION = 1;

/** A longer token is refused unread; one that a person passes on has a few hundred characters. */
const LONGEST_TOKEN = 64 * 1024;

/** What a token may unpack to: far more than any branch by hand, far less than what would fill memory. */
const LARGEST = 256 * 1024;

/** Bytes of the checksum: a slip goes unnoticed once in four thousand million times. */
const CHECKSUM = 4;

/** What most branches have in them, so that packing need not spell it out; part of the version. */
const DICTIONARY = new TextEncoder().encode(
  '"claims":["disputedBy":[],"by":[],"date":{"from":"20","to":"20"},"narrative":"hypothetical"status":"assumed",' +
    '"title":"What if: "id":"what-if","record",',
);

/**
 * A branch as a short text to pass on: `pg1-` and letters, digits, `-` and `_`, which a URL carries as they are. What
 * the program names by itself (steps, summary) is left out and named again when the token is read; a scenario with
 * anything else in it is packed whole, so that every scenario has a token that gives it back.
 */
export function tokenOf(scenario: ScenarioFile, agreement: Agreement): string {
  const short = shortForm(scenario, agreement);
  const isFaithful = isEqual(longForm(short, agreement), scenario);
  const payload = JSON.stringify(isFaithful ? short : { ...scenario });
  const packed = deflateSync(new TextEncoder().encode(payload), {
    level: 9,
    dictionary: DICTIONARY,
  });
  return `pg${VERSION}-${lettersOf([...checksumOf(packed), ...packed])}`;
}

/**
 * The scenario that a token stands for. Its references are not checked here.
 *
 * @returns a message and a hint for a text that is no token, one of another version, and one that was damaged
 */
export function readToken(text: string, agreement: Agreement): TextResult<ScenarioFile> {
  const read = writtenIn(text);
  if (!read.ok) return read;
  const checked = scenarioFile.safeParse(longForm(read.value, agreement) ?? read.value);
  return checked.success
    ? { ok: true, value: checked.data }
    : refused(
        'is a token without a scenario in it',
        'copy the token again from where the program printed it',
      );
}

/** The agreement that a token's scenario is of; null for a text that is no token, or a damaged one. */
export function agreementOfToken(text: string): string | null {
  const read = writtenIn(text);
  if (!read.ok) return null;
  const { value } = read;
  const named: unknown = Array.isArray(value)
    ? value[0]
    : (value as { agreement?: unknown } | null)?.agreement;
  return typeof named === 'string' ? named : null;
}

/** What a token has packed up. */
function writtenIn(text: string): TextResult<unknown> {
  const [, version, letters] = /^pg(\d+)-([\w-]*)$/.exec(text.replaceAll(/\s/g, '')) ?? [];
  if (version === undefined || letters === undefined)
    return refused(
      'is not a token of a branch',
      'copy it again: a token is pg1- and then letters, digits, - and _',
    );
  if (Number(version) !== VERSION)
    return refused(
      `is a token of version ${Number(version)}; this program reads version ${VERSION}`,
      'use the version of the program that made it, or ask for the scenario as a file',
    );
  if (letters.length > LONGEST_TOKEN)
    return refused('is far too long for a token', 'copy the token alone, from pg1- to its end');
  const body = bytesOf(letters);
  const packed = body.subarray(CHECKSUM);
  const isWhole = isEqual(checksumOf(packed), [...body.subarray(0, CHECKSUM)]);
  const payload = isWhole ? unpacked(packed) : null;
  if (payload === null)
    return refused(
      'is a token with a part missing or changed',
      'copy it again, from pg1- to its end',
    );
  return { ok: true, value: parsed(payload) };
}

function refused(message: string, hint: string): TextResult<never> {
  return { ok: false, error: { message, hint } };
}

function checksumOf(packed: Uint8Array): number[] {
  const digits = sha256(packed);
  return Array.from({ length: CHECKSUM }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
  );
}

/** Bytes as letters that a URL carries as they are (base64url of RFC 4648, without padding). */
function lettersOf(bytes: readonly number[]): string {
  const text = bytes.map((byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes that letters stand for; none for a number of letters that no bytes give. */
function bytesOf(letters: string): Uint8Array {
  if (letters.length % 4 === 1) return new Uint8Array();
  const text = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function unpacked(packed: Uint8Array): Uint8Array | null {
  try {
    // What does not fit is dropped, so one byte of room more tells what was too large.
    const out = new Uint8Array(LARGEST + 1);
    const payload = inflateSync(packed, { dictionary: DICTIONARY, out });
    return payload.length > LARGEST ? null : payload;
  } catch {
    return null;
  }
}

function parsed(payload: Uint8Array): unknown {
  try {
    return jsonIn(new TextDecoder('utf-8', { fatal: true }).decode(payload)) ?? null;
  } catch {
    return null;
  }
}

/** A step as the program would name it: its action, and its id where that is another than the program's. */
type ShortStep = string | readonly string[];

/** A step with what whoever assumed it gave with it. */
interface GivenStep extends Partial<Record<'because' | 'note', string>> {
  readonly s: ShortStep;
  readonly date?: string | DayRange;
}

/** Agreement, id, title, where it branches off, its steps, what it replays. */
type ShortForm = readonly [
  agreement: string,
  id: string,
  title: string,
  from: readonly string[],
  steps: readonly (ShortStep | GivenStep | StepFile)[],
  replay: readonly string[],
];

function shortForm(scenario: ScenarioFile, agreement: Agreement): ShortForm {
  const { branchesFrom, replay } = scenario;
  const taken = new Set<string>();
  const steps = scenario.steps.map((step) => {
    const { action } = storyStep(scenario, step);
    const plain = action.kind === 'note' ? null : assumedStep(action, agreement, taken, step);
    taken.add(step.id);
    if (action.kind === 'note' || !isEqual({ ...plain, id: step.id }, step)) return { ...step };
    const s = shortStep(action, plain?.id === step.id ? null : step.id);
    const { date, because, note } = step;
    if ((date ?? because ?? note) === undefined) return s;
    return {
      s,
      ...(date === undefined ? {} : { date: date.from === date.to ? date.to : date }),
      ...(because === undefined ? {} : { because }),
      ...(note === undefined ? {} : { note }),
    };
  });
  return [
    scenario.agreement,
    scenario.id,
    scenario.title,
    branchesFrom === undefined ? [] : [branchesFrom.scenario, branchesFrom.step],
    steps,
    replay === undefined
      ? []
      : [replay.scenario, replay.after ?? '', replay.until ?? '', ...(replay.without ?? [])],
  ];
}

function shortStep(action: BranchAction, id: string | null): ShortStep {
  const named = id === null ? [] : [id];
  switch (action.kind) {
    case 'event':
      return id === null ? action.event : ['e', action.event, ...named];
    case 'waive':
      return ['w', action.reading, action.condition, ...named];
    case 'restore':
      return ['r', action.reading, action.condition, ...named];
    case 'acknowledge':
      return ['k', action.reading, action.event, ...named];
    case 'assume':
      return ['a', action.region, action.stage, ...named];
    case 'unknown':
      return ['u', action.region, '', ...named];
  }
}

/** The scenario that a short form stands for; null where it is none. What comes out is checked by the schema. */
function longForm(short: unknown, agreement: Agreement): unknown {
  if (!Array.isArray(short)) return null;
  const [agreementId, id, title, from, steps, replay] = short as unknown[];
  if (!Array.isArray(from) || !Array.isArray(steps) || !Array.isArray(replay)) return null;
  const taken = new Set<string>();
  const long = steps.map((step: unknown) => {
    const whole = longStep(step, agreement, taken);
    const own = (whole as { id?: unknown } | null)?.id;
    if (typeof own === 'string') taken.add(own);
    return whole;
  });
  const draft = {
    agreement: agreementId,
    id,
    kind: 'hypothetical',
    title,
    summary: '',
    ...(from.length === 0 ? {} : { branchesFrom: { scenario: from[0], step: from[1] } }),
    steps: long,
    ...(replay.length === 0
      ? {}
      : {
          replay: {
            scenario: replay[0],
            ...(replay[1] === '' ? {} : { after: replay[1] }),
            ...(replay[2] === '' ? {} : { until: replay[2] }),
            ...(replay.length <= 3 ? {} : { without: replay.slice(3) }),
          },
        }),
  };
  const isWhole = scenarioFile.safeParse({ ...draft, summary: 'x' }).success;
  return isWhole ? { ...draft, summary: summaryOf(draft as ScenarioFile) } : null;
}

function longStep(step: unknown, agreement: Agreement, taken: ReadonlySet<string>): unknown {
  if (typeof step === 'string') return longStep(['e', step], agreement, taken);
  if (isGiven(step)) {
    const { s, date, ...given } = step;
    // A step within a step is none of ours, and could be without an end.
    if (typeof s !== 'string' && !Array.isArray(s)) return null;
    const long = longStep(s, agreement, taken);
    const days = typeof date === 'string' ? { from: date, to: date } : date;
    return (
      long && { ...(long as StepFile), ...given, ...(days === undefined ? {} : { date: days }) }
    );
  }
  if (!Array.isArray(step)) return step;
  const [kind, first, second, third] = step as string[];
  const action = actionOf(kind, first, second);
  if (action === null) return null;
  const named = assumedStep(action, agreement, taken);
  const own = kind === 'e' ? second : third;
  return own === undefined ? named : ({ ...named, id: own } satisfies StepFile);
}

function isGiven(step: unknown): step is GivenStep {
  return typeof step === 'object' && step !== null && 's' in step;
}

function actionOf(kind: string | undefined, first: unknown, second: unknown): BranchAction | null {
  if (typeof first !== 'string') return null;
  if (kind === 'e') return { kind: 'event', event: first };
  if (typeof second !== 'string') return null;
  switch (kind) {
    case 'w':
      return { kind: 'waive', reading: first, condition: second };
    case 'r':
      return { kind: 'restore', reading: first, condition: second };
    case 'k':
      return { kind: 'acknowledge', reading: first, event: second };
    case 'a':
      return { kind: 'assume', region: first, stage: second };
    case 'u':
      return { kind: 'unknown', region: first };
    default:
      return null;
  }
}
