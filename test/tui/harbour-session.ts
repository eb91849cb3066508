import { isText, type Key } from '../../src/tui/keys.ts';
import { begin, reduce } from '../../src/tui/reduce.ts';
import { makeSession, type Session, told } from '../../src/tui/session.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import type { Size, State } from '../../src/tui/state.ts';
import { SCREENS } from '../../src/tui/screens/index.ts';
import { makeTheme } from '../../src/draw/theme.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';

export const harbour = loadHarbour();

/** Every key that does something somewhere. */
export const EVERY_KEY: readonly Key[] = [
  ...new Set(Object.values(SCREENS).flatMap((screen) => screen.keys.flatMap(({ keys }) => keys))),
];

/** The sizes that the UI promises to work at. */
export const SIZES: readonly Size[] = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
];

export function harbourSession(
  look: { ascii?: boolean; color?: boolean; screenReader?: boolean } = {},
): Session {
  const theme = makeTheme({ ascii: false, color: false, screenReader: false, ...look });
  return makeSession(harbour.agreement, theme);
}

export function beginHarbour(
  session: Session,
  scenario = harbour.opens,
  size: Size = { columns: 120, rows: 40 },
): State {
  return begin(session, harbour.scenarios, scenario, size);
}

/** The harbour's scenarios, its record carrying a question of every kind. */
export function withQuestions(): ReadonlyMap<string, ScenarioFile> {
  return questioned;
}

const record = harbour.scenarios.get(harbour.opens);
if (record === undefined) throw new Error('no record');
const asked = { after: 'one-way-offer', prompt: 'What then?' };
const questions: ScenarioFile['questions'] = [
  { id: 'who', kind: 'outcome', ...asked },
  { id: 'how', kind: 'outcome', ...asked, reading: 'northquay' },
  { id: 'which', kind: 'condition', ...asked, gate: 'phaseTwo', reading: 'northquay' },
  { id: 'stands', kind: 'verdict', ...asked, gate: 'phaseTwo', reading: 'southquay' },
];
const questioned = new Map(harbour.scenarios).set(record.id, { ...record, questions });

/** The state after some keys, one after the other. Words of several letters are named keys. */
export function press(session: Session, state: State, ...keys: readonly Key[]): State {
  return keys.reduce((before, key) => reduce(session, before, { kind: 'key', key }), state);
}

/** The keys that type a text. */
export function typing(text: string): Key[] {
  return [...text].filter(isText);
}

/** The state with a step of its scenario played last. */
export function atStep(session: Session, state: State, step: string): State {
  const end = press(session, state, 'end');
  for (let at = end; at.position >= 0; at = press(session, at, 'left')) {
    const { scenario } = at;
    const id = stepAt(session, scenario, at.position);
    if (id === step) return at;
  }
  throw new Error(`no step ${step}`);
}

function stepAt(session: Session, scenario: string, position: number): string | undefined {
  return told(session, harbour.scenarios, scenario).story.steps[position]?.id;
}
