import type { Line } from '../../draw/line.ts';
import { boundKeys } from '../bound-keys.ts';
import type { Input } from '../input.ts';
import type { Key } from '../keys.ts';
import type { Layout, OverlaySpot } from '../layout.ts';
import { AS_IT_COMES, type Preferences } from '../preferences.ts';
import type { Session } from '../session.ts';
import type { Mode, Overlay, State } from '../state.ts';
import type { Page } from '../views/page.ts';

/** What a key works on: the overlay on top, or the panes where there is none. */
export type OnTop = Overlay | null;

/** What the keys of a mode work on: its overlay; those of the panes work through others too. */
export type OverlayOf<M extends Mode> = M extends Overlay['kind']
  ? Extract<Overlay, { kind: M }>
  : OnTop;

export const KEY_GROUPS = [
  'Time',
  'What if',
  'Ask',
  'What is on show',
  'Panes',
  'Program',
] as const;

/**
 * One thing that keys do on a screen. Help, the line of keys and the palette of commands are made from these.
 *
 * Its functions are methods, so that a key of one screen can stand among those of all: it is only ever given what is
 * on top while that screen is.
 */
export interface Binding<O extends OnTop = OnTop> {
  /** Names it, once in a screen; keys of different screens that do the same have the same one. */
  readonly id: string;
  /** The first one is the one that is shown; none where it is only found by its name. */
  readonly keys: readonly Key[];
  /** Of what has no key here: what leads to it, one key after the other. */
  readonly path?: readonly Pick<Binding, 'id' | 'keys'>[];
  readonly group: (typeof KEY_GROUPS)[number];
  /** For the line of keys: a word or two. */
  readonly label: string | ((state: State) => string);
  /** For help: a sentence. */
  readonly help: string;
  /** How long it stays in the line of keys when room is short: the lowest longest, and 0 is never there. */
  readonly rank: number | ((state: State) => number);
  /** Whether it only moves about: it is not named where there is nowhere to go. */
  readonly isMoving?: boolean;
  does(session: Session, state: State, overlay: O, screen: Screen<O>): State;
  /** Why it has nothing to do where the state is; null where it has. It is then not done, and on no line of keys. */
  obstacle?(session: Session, state: State, overlay: O, screen: Screen<O>): string | null;
}

/** How a screen takes text. */
export interface Typing<O extends OnTop = OnTop> {
  /** As many characters as fit. */
  longest(overlay: O): number;
  changed(session: Session, state: State, overlay: O, change: (input: Input) => Input): State;
}

/** All that belongs to one screen: the panes, or what lies over them. */
export interface Screen<O extends OnTop = OnTop> {
  readonly title: string;
  /** The names of its parts, where it has some, the one on show in brackets: they stand for the title. */
  tabs?(overlay: O): readonly string[];
  /** Goes to one of those parts, by its place among them. */
  toTab?(session: Session, state: State, overlay: O, index: number): State;
  /** For help: what it is. */
  readonly about: string;
  readonly keys: readonly Binding<O>[];
  /** Keys that work here as well and are explained where they are at home. */
  readonly keysBelow?: readonly Binding<O>[];
  /** Its whole content; null for what leaves the panes in view. */
  view(session: Session, state: State, overlay: O, columns: number): Page | null;
  /** How many rows there are to choose from; null where there are none. */
  rows?(session: Session, state: State, overlay: O): number | null;
  /** What taking the chosen row does, or what was typed. */
  enter?(session: Session, state: State, overlay: O): State;
  /** What closing it does beside taking it away. */
  closed?(session: Session, state: State, overlay: O): State;
  /** How far a page leads; as far as the window goes where it is left out. */
  readonly pageLength?: number;
  readonly typing?: Typing<O>;
  /** What typing does where nothing is written. */
  letter?(session: Session, state: State, overlay: O, text: string): State;
  /** The line in which it is typed, in place of what is on show. */
  line?(session: Session, state: State, overlay: O, columns: number): Line;
  /** What is said at the foot of the body, whole, however narrow the screen. */
  foot?(session: Session, state: State, overlay: O): Line | null;
  /** Where it is drawn, where that is not all of the body. */
  spot?(layout: Layout): OverlaySpot | null;
  /** What is left of it when something else has changed: null where what it was about is there no more. */
  still?(session: Session, state: State, overlay: O): O | null;
}

/** One of the panes: its name, what it is for help, and its whole content. */
export interface PaneScreen {
  readonly name: string;
  readonly about: string;
  view(session: Session, state: State, columns: number): Page;
}

/** What a key does on a screen; null where it does nothing, or types. */
export function bindingFor(
  screen: Screen,
  key: Key,
  preferences: Pick<Preferences, 'keys'> = AS_IT_COMES,
): Binding | null {
  const { keys, keysBelow = [] } = screen;
  const has = (binding: Binding) => boundKeys(preferences, screen, binding).includes(key);
  return keys.find(has) ?? keysBelow.find(has) ?? null;
}

export function rankOf({ rank }: Binding, state: State): number {
  return typeof rank === 'number' ? rank : rank(state);
}

export function labelOf({ label }: Binding, state: State): string {
  return typeof label === 'string' ? label : label(state);
}

/** Why a key has nothing to do where the state is; null where it has. */
export function obstacleTo(
  session: Session,
  state: State,
  screen: Screen,
  binding: Binding,
): string | null {
  return binding.obstacle?.(session, state, state.overlays.at(-1) ?? null, screen) ?? null;
}

/** Does what a key does; where it has nothing to do, only that is said. */
export function done(session: Session, state: State, screen: Screen, binding: Binding): State {
  const why = obstacleTo(session, state, screen, binding);
  return why === null
    ? binding.does(session, state, state.overlays.at(-1) ?? null, screen)
    : { ...state, notice: why };
}

/** Where a screen is drawn: over all panes, below its title and the line of its filter, unless it says otherwise. */
export function spotOf(screen: Screen, layout: Layout, overlay: Overlay): OverlaySpot {
  return (
    screen.spot?.(layout) ?? {
      columns: layout.columns,
      rows: layout.bodyHeight - ('filter' in overlay ? 2 : 1),
      instead: null,
    }
  );
}
