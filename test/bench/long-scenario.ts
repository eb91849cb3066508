/** Prints the scenario of a thousand steps as a file: see run-page.mjs. */
import { scenarioText } from '../../src/load/scenario-text.ts';
import { longStory } from './long-story.ts';

const { scenarios, opens } = longStory();
const scenario = scenarios.get(opens);
if (scenario === undefined) throw new Error('There is no long story.');
process.stdout.write(scenarioText(scenario));
