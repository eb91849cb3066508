import type { Agreement } from '../../model/agreement.ts';
import { Runner } from '../../model/runner.ts';
import { type ScenarioFile, scenarioFile } from '../../model/shapes/scenario.ts';
import type { StageMap } from '../../model/statechart.ts';
import { TRACE_ACTION } from '../../model/trace-action.ts';
import type { Found } from '../findings.ts';
import { readYaml } from '../read-yaml.ts';
import { quote } from '../show.ts';
import { didYouMeanOneOf } from '../suggest.ts';
import { FileReport, isMapping } from './file-report.ts';
import { overLong } from './over-long.ts';
import { kebab, Names } from './names.ts';

/** Whether a text is a trace in the Informal Trace Format rather than a statechart. */
export function isItf(text: string): boolean {
  return /^\s*\{/.test(text) && /"vars"\s*:/.test(text) && /"states"\s*:\s*\[/.test(text);
}

/**
 * A trace in the Informal Trace Format as a scenario of an agreement: the events that lead from state to state, as the
 * statechart has them, whatever anybody requires or asks. Where the trace starts elsewhere, that is assumed first.
 *
 * @param name what the scenario is called
 * @returns the scenario, or everything that is wrong with the trace, by the index of the state
 */
export function readItf(
  agreement: Agreement,
  text: string,
  name: string,
): ScenarioFile | readonly Found[] {
  const over = overLong(text);
  if (over !== null) return [over];
  const yaml = readYaml(text.replaceAll('\t', ' '));
  if (!('data' in yaml))
    return yaml.map((found) => ({
      ...found,
      message: found.message.replace('not valid YAML', 'not valid JSON'),
    }));
  const report = new FileReport(yaml.locate);
  const written = isMapping(yaml.data) ? yaml.data['states'] : undefined;
  if (!Array.isArray(written) || written.length === 0) {
    report.at(
      ['states'],
      'missing-key',
      'is not a trace: it has no states',
      'write states as a list, a state after the other',
    );
    return report.all();
  }
  const states = written.map((state: unknown, index) => stagesIn(agreement, state, index, report));
  if (report.all().length > 0) return report.all();
  const runner = new Runner(agreement);
  const steps: Record<string, unknown>[] = [];
  const add = (title: string, action: Record<string, unknown>): void =>
    void steps.push({ id: `step-${steps.length + 1}`, title, status: 'assumed', ...action });
  let before: StageMap = runner.initial();
  for (const [index, { stages, action }] of states.entries()) {
    const now = { ...before, ...stages };
    // Where nothing moved, nothing happened, unless the state names what may happen again.
    const isRepeated = index > 0 && agreement.events.get(action ?? '')?.again === true;
    if (isSame(now, before) && !isRepeated) continue;
    const leading = [...agreement.events.values()].filter(({ id }) => {
      const next = runner.take(before, id, []);
      return next !== null && isSame(next, now);
    });
    const named = leading.find(({ id }) => id === action);
    if (isSame(now, before) && named === undefined) continue;
    const [event, another] = named === undefined ? leading : [named];
    if (index === 0 || (action === 'assume' && event === undefined)) {
      for (const [region, stage] of Object.entries(now))
        if (stage !== before[region])
          add(`${agreement.regions.get(region)?.title ?? region} is taken for granted`, {
            assume: { region, stage },
          });
    } else if (event === undefined) {
      const moved = Object.keys(now).filter((region) => now[region] !== before[region]);
      report.at(
        ['states', index],
        'no-way-there',
        `state ${index}: no event leads there from the state before`,
        `what differs: ${moved.map((region) => `${region} from ${before[region]} to ${now[region]}`).join(', ')}`,
      );
    } else if (another !== undefined) {
      report.at(
        ['states', index],
        'at-odds',
        `state ${index}: several events lead there: ${leading.map(({ id }) => id).join(', ')}`,
        `name one of them in the state, as ${TRACE_ACTION}`,
      );
    } else add(event.title, { event: event.id });
    before = now;
  }
  if (report.all().length > 0) return report.all();
  return scenarioFile.parse({
    agreement: agreement.id,
    id: new Names('scenario', 'trace').give(name, kebab),
    kind: 'hypothetical',
    title: `The trace ${new Names('scenario', 'trace').give(name, kebab)}`,
    summary: `Made from a trace of ${states.length} states in the Informal Trace Format.`,
    steps,
  });
}

/** The stages that a state of a trace names; other variables are not the agreement's. */
function stagesIn(
  agreement: Agreement,
  state: unknown,
  index: number,
  report: FileReport,
): { stages: Record<string, string>; action: string | null } {
  const stages: Record<string, string> = {};
  if (!isMapping(state)) {
    report.at(['states', index], 'wrong-type', `state ${index} must be keys and values`);
    return { stages, action: null };
  }
  for (const [id, region] of agreement.regions) {
    if (!Object.hasOwn(state, id)) {
      if (index === 0)
        report.at(
          ['states', index],
          'missing-key',
          `state ${index} does not say at which stage ${id} is`,
        );
      continue;
    }
    const stage = state[id];
    const known = region.stages.map((each) => each.id);
    if (typeof stage === 'string' && known.includes(stage)) stages[id] = stage;
    else
      report.at(
        ['states', index, id],
        'unknown-id',
        `state ${index}: there is no stage ${quote(stage)} of ${id}`,
        typeof stage === 'string'
          ? didYouMeanOneOf(stage, known)
          : `known here: ${known.join(', ')}`,
      );
  }
  const action = Object.hasOwn(state, TRACE_ACTION) ? state[TRACE_ACTION] : null;
  return { stages, action: typeof action === 'string' ? action : null };
}

function isSame(left: StageMap, right: StageMap): boolean {
  return Object.keys(left).every((region) => left[region] === right[region]);
}
