import { describe, expect, it } from 'vitest';
import { frontOf } from '../../src/answer/front.ts';
import { asText } from '../../src/draw/text.ts';
import { gateText } from '../../src/explain/check-text.ts';
import { type Block, forScreen, inBrief, phrase, rows, typed } from '../../src/explain/document.ts';
import { foundText } from '../../src/explain/found-text.ts';
import { frontText } from '../../src/explain/front-text.ts';
import { tooMuchUnknownText } from '../../src/explain/search-text.ts';
import { waitsText } from '../../src/explain/waits-text.ts';
import { standing } from '../../src/model/standing.ts';
import { searched } from '../../src/lab/searching.ts';
import { partyReadings } from '../../src/model/agreement.ts';
import { momentAt, NOW } from '../../src/model/moment.ts';
import { Runner } from '../../src/model/runner.ts';
import { tell } from '../../src/model/story.ts';
import { waits } from '../../src/search/waits.ts';
import { finish } from '../../src/search/work.ts';
import { loadHarbour } from '../fixtures/harbour/load.ts';
import { inHarbour } from './moments.ts';

/** An option of a command, or a command between backticks. */
const TYPED = /(?<![\w-])--[a-z]|`[^`]+`/;

const { agreement, scenarios } = loadHarbour();

describe('an answer on a screen', () => {
  it('says in its own words what is said of a command to those who type one', () => {
    const words = [phrase('Ask '), typed('with --assume', 'in a what-if'), phrase('.')];
    const block: Block = { kind: 'line', words, depth: 0, isDetail: false };
    const table = rows([[words]]);
    expect(asText([block], 80)).toEqual(['Ask with --assume.']);
    expect(asText(forScreen([block]), 80)).toEqual(['Ask in a what-if.']);
    expect(asText(forScreen(table), 80)).toEqual(['Ask in a what-if.']);
    expect(asText(forScreen(inBrief([block])), 80)).toEqual(['Ask in a what-if.']);
  });

  it('names no command and no option, whatever was asked of whichever scenario and day', () => {
    let typedSomewhere = 0;
    const wrong: string[] = [];
    const look = (blocks: readonly Block[]) => {
      if (asText(blocks, Infinity).some((text) => TYPED.test(text))) typedSomewhere += 1;
      wrong.push(...asText(forScreen(blocks), Infinity).filter((text) => TYPED.test(text)));
    };
    const setting = { agreement, properties: null, runner: new Runner(agreement) };
    const readings = partyReadings(agreement).map(({ id }) => id);
    for (const scenario of scenarios.values())
      for (const asOf of [null, '2031-01-07', '2031-02-20']) {
        const story = tell(scenario, scenarios);
        const moment = momentAt(agreement, story, { ...NOW, asOf }, setting.runner);
        look(frontText(frontOf(moment)));
        look(waitsText(moment, waits(moment)));
        for (const { id, event } of agreement.gates.values()) {
          look(gateText(standing(moment, event), { verbose: false }));
          for (const kind of ['plan', 'coalitions'] as const) {
            const question = { kind, gate: id, moment, isForEveryone: true, readings };
            const found = finish(searched(setting, question));
            look(foundText({ moment, readings, goal: event }, found));
          }
        }
      }
    expect(wrong).toEqual([]);
    expect(typedSomewhere).toBeGreaterThan(3);
    const unknown = [{ region: 'canal', stages: ['shut', 'oneWayOffered'], readings: ['guild'] }];
    const [, , said] = asText(
      forScreen(tooMuchUnknownText({ moment: inHarbour('harbour-record'), readings: [] }, unknown)),
      200,
    );
    expect(said).toBe('Say at which stage they are, in a what-if, or ask as of another day.');
  });
});
