// node levels.mjs FOLDER PERIOD: implementation levels over time, as `phasegate levels --every PERIOD` says it.
import { asText, explain, levelsOf, PERIODS } from 'phasegate';
import { atHand } from './at-hand.mjs';

const [folder, period] = process.argv.slice(2);
const every = PERIODS.find((each) => each === period) ?? 'month';
const { moment } = atHand(folder);
const levels = levelsOf(moment, every, 'reported');
if (levels === null) throw new Error('There are more periods than a table can have.');
console.log(asText(explain.levels(moment, levels, every), 100).join('\n'));
