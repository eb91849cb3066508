import { regionTitle, stageTitle } from '../../model/agreement.ts';
import type { CompiledEvent, Guard, System } from '../system.ts';
import { type About, plain } from './about.ts';

/** What people read instead of the ids of a system. */
export interface Labels {
  readonly region: (region: number) => string;
  readonly stage: (region: number, stage: number) => string;
  readonly event: (event: CompiledEvent) => string;
  /** A condition in one line, by titles. */
  readonly guard: (guard: Guard) => string;
}

/** The agreement's titles, or the ids where the system comes without its agreement. All of them are plain lines. */
export function labelsOf(system: System, { agreement }: About): Labels {
  const region = (index: number): string => {
    const { id = '', of = id } = system.regions[index] ?? {};
    const title = agreement === undefined ? of : regionTitle(agreement, of);
    // A region of one run among several is `region@reading`.
    return plain(of === id ? title : `${title} (${id.slice(id.indexOf('@') + 1)})`);
  };
  const stage = (index: number, at: number): string => {
    const { id = '', of = id, stages = [] } = system.regions[index] ?? {};
    const name = stages[at] ?? '';
    return plain(agreement === undefined ? name : stageTitle(agreement, of, name));
  };
  const guard = (asked: Guard, within = false): string => {
    if (asked.kind === 'in') {
      const stages = asked.stages.map((at) => stage(asked.region, at));
      return stages.length === 0 ? 'never' : `${region(asked.region)}: ${stages.join(' or ')}`;
    }
    if (asked.of.length === 0) return asked.kind === 'all' ? 'always' : 'never';
    const parts = asked.of.map((part) => guard(part, true));
    const text = parts.join(asked.kind === 'all' ? ' and ' : ', or ');
    return within && parts.length > 1 ? `(${text})` : text;
  };
  return {
    region,
    stage,
    event: ({ id }) => plain(agreement?.events.get(id)?.title ?? id),
    guard: (asked) => guard(asked),
  };
}
