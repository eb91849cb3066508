import { checkContent } from '../check.ts';
import { definitionOf } from '../layout.ts';
import type { NewFile } from './folder-of.ts';
import type { Imported } from './imported.ts';

/**
 * The chart without requirements that an agreement may not have, such as one that nothing leads to: they become
 * comments, with the reason among the notes, until all that are left are right.
 *
 * @param filesOf the agreement's folder that a chart gives
 * @returns null where an agreement's files may not be as large as those would be
 */
export function withoutFaults(
  chart: Imported,
  id: string,
  filesOf: (chart: Imported) => readonly NewFile[],
): Imported | null {
  const definition = definitionOf(id, { id, scenarios: 'scenarios', sources: 'sources' });
  const events = [...chart.events];
  const notes = [...chart.notes];
  for (;;) {
    const files = filesOf({ ...chart, events });
    const texts = new Map(files.map(({ path, text }) => [`${id}/${path}`, text]));
    const { problems } = checkContent([definition], texts);
    if (problems.length === 0) return { ...chart, events, notes };
    if (problems.some(({ code }) => code === 'too-large')) return null;
    const lines = texts.get(`${id}/events.yaml`)?.split('\n') ?? [];
    const faults = new Map<string, string>();
    for (const { file, line, message } of problems) {
      const above = lines.slice(0, file === `${id}/events.yaml` ? (line ?? 0) : 0);
      const event = above.flatMap((each) => /^ {2}- id: (\S+)$/.exec(each)?.[1] ?? []).at(-1);
      if (event !== undefined) faults.set(event, message);
    }
    const isMended = [...events.entries()].filter(([index, event]) => {
      const fault = faults.get(event.id);
      if (fault === undefined || event.requirement === null) return false;
      events[index] = { ...event, requirement: null, comment: `guard: ${event.guard}` };
      notes.push(
        `the guard of ${event.id} (${event.guard}) is kept as a comment in events.yaml: ${fault}`,
      );
      return true;
    });
    if (isMended.length === 0)
      throw new Error(`An imported chart is not right: ${problems[0]?.message ?? ''}`);
  }
}
