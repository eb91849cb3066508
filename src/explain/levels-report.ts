import { stageTitle } from '../model/agreement.ts';
import { dayText, rangeText } from '../model/day-words.ts';
import type { Moment } from '../model/moment.ts';
import type { LevelCell, LevelPeriod, Levels, PeriodName } from '../answer/levels.ts';
import { several, type Sheet, sheetOf } from './sheet.ts';
import { withCitations } from './citations-json.ts';
import { type Block, GAP, line, rows } from './document.ts';
import { aboutMoment } from './moment-json.ts';
import { momentFoot, momentHead, nothingPublishedText } from './moment-text.ts';
import type { LevelsOutput } from './shapes/levels.ts';
import { runTitle } from './words.ts';

/** So many periods stand beside each other before a table goes on below. */
const BESIDE = 6;

/** `levels`: provisions by periods, each with its implementation level when the period ended. */
export function levelsText(moment: Moment, levels: Levels, every: PeriodName): Block[] {
  const { agreement } = moment;
  const { run, periods } = levels;
  const nothing = nothingPublishedText(moment);
  if (nothing !== '') return [...momentHead(moment), GAP, ...line(nothing), ...momentFoot(moment)];
  const parts = Array.from(
    { length: Math.ceil(periods.length / BESIDE) },
    (_, part) => part * BESIDE,
  );
  return [
    ...momentHead(moment),
    ...line(
      `Implementation levels ${run === 'reported' ? 'as reported' : `as recognised by ${runTitle(agreement, run)}`}, each as it was when the period ended.`,
    ),
    ...line(periods.length === 0 ? 'The steps have no days, so there are no periods.' : ''),
    ...parts.flatMap((from) => [
      GAP,
      ...rows(
        levels.rows.map(({ region, cells }) => [
          region.title,
          ...cells.slice(from, from + BESIDE).map(levelText),
        ]),
        {
          head: [
            'Provision',
            ...periods.slice(from, from + BESIDE).map((each) => headOf(each, every)),
          ],
        },
      ),
    ]),
    GAP,
    ...line(
      "Levels as in the Peace Accords Matrix: 0 none, 1 minimum, 2 intermediate, 3 full; - not coded; 1-2 where the day of a step is not certain. Which stage has which level is the author's own coding (derived), and no party's. --csv has the stages and the claims.",
    ),
    ...momentFoot(moment, [], { regions: new Set(levels.rows.map(({ region }) => region.id)) }),
  ];
}

/** The same as a table in long form: a row for every provision in every period. */
export function levelsSheet({ agreement }: Moment, { run, periods, rows: found }: Levels): Sheet {
  const cells = found.flatMap(({ region, cells: own }) =>
    own.flatMap((cell, index) => {
      const period = periods[index];
      return period === undefined ? [] : [{ region, cell, period }];
    }),
  );
  return sheetOf(cells, {
    provision: ({ region }) => region.id,
    title: ({ region }) => region.title,
    run: () => run,
    from: ({ period }) => period.from,
    to: ({ period }) => period.to,
    level_min: ({ cell }) => cell.level?.min ?? null,
    level_max: ({ cell }) => cell.level?.max ?? null,
    stage: ({ cell }) => several(cell.stages),
    stage_title: ({ region, cell }) =>
      several(cell.stages.map((stage) => stageTitle(agreement, region.id, stage))),
    step: ({ cell }) => cell.fact.step,
    step_status: ({ cell }) => cell.fact.status,
    basis: ({ cell }) => cell.fact.basis,
    level_basis: ({ cell }) => (cell.level === null ? null : 'derived'),
    claims: ({ cell }) => several(cell.claims),
  });
}

/** The same as one object. */
export function levelsJson(moment: Moment, levels: Levels, every: PeriodName): LevelsOutput {
  const { agreement } = moment;
  return withCitations(agreement, {
    ...aboutMoment(moment),
    run: levels.run,
    runTitle: runTitle(agreement, levels.run),
    every,
    periods: levels.periods,
    provisions: levels.rows.map(({ region, cells }) => ({
      region: region.id,
      regionTitle: region.title,
      kind: region.kind,
      cells: cells.map(({ level, stages, fact, claims }) => ({
        level,
        stages,
        stageTitles: stages.map((stage) => stageTitle(agreement, region.id, stage)),
        step: fact.step,
        status: fact.status,
        basis: fact.basis,
        claims,
      })),
    })),
  });
}

/** `2`, `1-2`, or `-` where it is not coded. */
function levelText({ level }: LevelCell): string {
  if (level === null) return '-';
  return level.min === level.max ? `${level.min}` : `${level.min}-${level.max}`;
}

function headOf(period: LevelPeriod, every: PeriodName): string {
  const [, month = '', year = ''] = dayText(period.to).split(' ');
  switch (every) {
    case 'year':
      return year;
    case 'month':
      return `${month} ${year}`;
    case 'day':
      return dayText(period.to);
    case 'week':
    case 'change':
      return rangeText(period, '-');
  }
}
