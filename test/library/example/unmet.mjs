// node unmet.mjs FOLDER: everything in the way of gates, as `phasegate check --unmet` says it.
import { asText, checkGates, explain, unmetIn } from 'phasegate';
import { atHand } from './at-hand.mjs';

const { moment } = atHand(process.argv[2]);
console.log(asText(explain.unmet(moment, unmetIn(checkGates(moment))), 100).join('\n'));
