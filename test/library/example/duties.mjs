// node duties.mjs FOLDER: what parties are bound to bring about, as `phasegate duties` says it.
import { asText, dutiesAt, explain } from 'phasegate';
import { atHand } from './at-hand.mjs';

const { moment } = atHand(process.argv[2]);
console.log(asText(explain.duties(moment, dutiesAt(moment)), 100).join('\n'));
