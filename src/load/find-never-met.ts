import type { Dossier } from './dossier.ts';
import { neverMet } from './never-met.ts';
import type { ParsedFile } from './parse.ts';
import type { Problem } from './problem.ts';
import { reachOf, type WrittenChart, writtenChart } from './reach.ts';
import { requiredConditions, type WrittenCondition, writtenConditions } from './vocabulary.ts';

/**
 * Notices of what can never come about by the model's own events and requirements: conditions of a party, or one
 * alternative of the model's, that nothing can meet before their event; events that no stage is reached for; stages
 * that nothing leads to and no scenario assumes.
 */
export function findNeverMet(dossier: Dossier): Problem[] {
  const { regions, events, readings } = dossier;
  if (regions === null || events === null) return [];
  const chart = writtenChart(regions.value, events.value);
  const required = events.value.events.flatMap((event, index) =>
    noticed(chart, events, requiredConditions(event, index)),
  );
  const asked = readings.flatMap((file) => {
    const all = writtenConditions(file.value);
    return Object.keys(file.value.positions).flatMap((event) =>
      noticed(
        chart,
        file,
        all.filter((written) => written.event === event),
      ),
    );
  });
  return [...required, ...asked, ...unreached(dossier, chart)];
}

function noticed(
  chart: WrittenChart,
  { file, locate }: ParsedFile<unknown>,
  conditions: readonly WrittenCondition[],
): Problem[] {
  return neverMet(chart, conditions).map(({ written, message, hint }) => ({
    file,
    ...locate([...written.path, 'stages']),
    code: 'no-way-there',
    message,
    hint,
  }));
}

/** Stages and events that nothing leads to, wherever a scenario takes a region to be. */
function unreached({ regions, events, scenarios }: Dossier, chart: WrittenChart): Problem[] {
  if (regions === null || events === null) return [];
  const assumed = scenarios.flatMap(({ value }) =>
    value.steps.flatMap(({ assume, unknown }): [string, string][] => {
      const all = regions.value.regions.find(({ id }) => id === unknown?.region)?.stages ?? [];
      return [
        ...(assume === undefined ? [] : [[assume.region, assume.stage] as [string, string]]),
        ...all.map(({ id }): [string, string] => [unknown?.region ?? '', id]),
      ];
    }),
  );
  const reached = reachOf(chart, assumed);
  const stages = regions.value.regions.flatMap((region, index) =>
    region.stages.flatMap(({ id }, place): Problem[] =>
      reached.get(region.id)?.has(id) === true
        ? []
        : [
            {
              file: regions.file,
              ...regions.locate(['regions', index, 'stages', place, 'id']),
              code: 'no-way-there',
              message: `${region.id} never comes to ${id}: no event that can happen leads there, and no scenario assumes it`,
              hint: 'add an event that leads there, or leave the stage out',
            },
          ],
    ),
  );
  const dead = chart.events.flatMap(({ id, home, moves }, index): Problem[] => {
    const from = Object.keys(moves[home] ?? {});
    if (from.some((stage) => reached.get(home)?.has(stage))) return [];
    return [
      {
        file: events.file,
        ...events.locate(['events', index, 'moves']),
        code: 'no-way-there',
        message: `${id} can never happen: ${home} never comes to ${from.join(' or ')}`,
        hint: 'let it move from a stage that the region can come to, or leave it out',
      },
    ];
  });
  return [...stages, ...dead];
}
