import type { CompiledEvent, System } from '../system.ts';
import { type About, headOf, plain, UNSAID } from './about.ts';
import { given, isAlways } from './given.ts';
import { asNamedGuard, type NamedGuard } from './json.ts';
import { labelsOf } from './labels.ts';
import { caseName, startOf, targetsIn } from './words.ts';

/** A machine of XState as JSON: `createMachine` takes it as it is. */
export interface XStateConfig {
  readonly id: string;
  readonly type: 'parallel';
  readonly description: string;
  readonly meta: {
    readonly format: 'phasegate-xstate';
    readonly version: 1;
    readonly about: readonly string[];
    /** What each guard asks, by its name in the transitions: it is for whoever implements it. */
    readonly guards: Readonly<Record<string, NamedGuard>>;
  };
  readonly states: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly meta: { readonly title: string; readonly kind?: string | undefined };
        readonly initial: string;
        readonly states: Readonly<Record<string, XStateStage>>;
      }
    >
  >;
}

interface XStateStage {
  readonly description: string;
  /** The level is the author's own coding. */
  readonly meta: { readonly title: string; readonly level?: number };
  readonly on?: Readonly<Record<string, XStateTransition | readonly XStateTransition[]>>;
}

interface XStateTransition {
  readonly target: string;
  readonly guard?: string;
  readonly description: string;
  readonly meta: {
    readonly title: string;
    readonly direction?: string;
    /** It may happen any number of times. */
    readonly again?: true;
  };
}

/**
 * The system as a machine of XState 5: one parallel region a region. An event that asks something of another region, or
 * moves several of them, has a guard with its name on every transition, so that the regions go together or not at all;
 * what it asks stands in the machine's meta, and in words in each transition's description.
 */
export function asXStateConfig(system: System, about: About = UNSAID): XStateConfig {
  const labels = labelsOf(system, about);
  const names = new Map<CompiledEvent, string>();
  const guards: [string, NamedGuard][] = [];
  for (const event of system.events) {
    if (!needsGuard(event)) continue;
    const name = caseName(system, event);
    names.set(event, name);
    guards.push([name, asNamedGuard(event.guard, system)]);
  }
  const isBackward = ({ id }: CompiledEvent): boolean =>
    about.agreement?.events.get(id)?.direction === 'backward';
  const known = ({ id, of = id }: System['regions'][number]) => about.agreement?.regions.get(of);
  const transitionsOf = (place: number, stage: number): XStateStage['on'] => {
    const on = new Map<string, XStateTransition[]>();
    for (const event of system.events) {
      const target = targetsIn(event, place).find(([from]) => from === stage)?.[1];
      if (target === undefined) continue;
      const guard = names.get(event);
      const asks = guard === undefined ? '' : `: ${labels.guard(event.guard)}`;
      const assumed = event.assumed === null ? '' : ' (assumed by the model)';
      const transition: XStateTransition = {
        target: system.regions[place]?.stages[target] ?? '',
        ...(guard === undefined ? {} : { guard }),
        description: `${labels.event(event)}${assumed}${asks}`,
        meta: {
          title: labels.event(event),
          ...(event.again ? { again: true } : {}),
          ...(isBackward(event) ? { direction: 'backward' } : {}),
        },
      };
      on.set(event.id, [...(on.get(event.id) ?? []), transition]);
    }
    const single = [...on].map(([id, all]) => [id, all.length === 1 ? all[0] : all] as const);
    return single.length === 0 ? undefined : (Object.fromEntries(single) as XStateStage['on']);
  };
  const lines = headOf(about, {
    count: [
      'XState 5 opens it as it is: createMachine(JSON). To step through it, say what its guards mean, by meta.guards:',
      "  createMachine(JSON).provide({ guards: guardsOf(JSON) }), with import { guardsOf } from 'phasegate'",
    ],
    goal: [],
  });
  return {
    id: about.agreement?.id ?? 'agreement',
    type: 'parallel',
    description: plain(about.agreement?.title ?? 'An agreement'),
    meta: {
      format: 'phasegate-xstate',
      version: 1,
      about: lines.filter((line) => line !== ''),
      guards: Object.fromEntries(guards),
    },
    states: Object.fromEntries(
      system.regions.map((region, place) => [
        region.id,
        {
          description: labels.region(place),
          meta: {
            title: labels.region(place),
            kind: known(region)?.kind,
          },
          initial: region.stages[startOf(region)] ?? '',
          states: Object.fromEntries(
            region.stages.map((id, stage): [string, XStateStage] => {
              const on = transitionsOf(place, stage);
              const title = labels.stage(place, stage);
              const level = known(region)?.stages.find((each) => each.id === id)?.level;
              const meta = { title, ...(typeof level === 'number' && { level }) };
              return [id, { description: title, meta, ...(on && { on }) }];
            }),
          ),
        },
      ]),
    ),
  };
}

/** The same as JSON, indented. */
export function asXState(system: System, about: About = UNSAID): string {
  return `${JSON.stringify(asXStateConfig(system, about), null, 2)}\n`;
}

/** Whether an event hangs on more than the stage that its one region stands in. */
function needsGuard(event: CompiledEvent): boolean {
  const { guard, moves } = event;
  return moves.some(({ region }) =>
    targetsIn(event, region).some(([from]) => !isAlways(given(guard, region, from))),
  );
}
