// node export.mjs FOLDER FORMAT: the transition system as reported, as `phasegate export --format FORMAT` writes it.
import { EXPORT_FORMATS, exported, perspectivesOf, run } from 'phasegate';
import { atHand } from './at-hand.mjs';

const [folder, name] = process.argv.slice(2);
const format = EXPORT_FORMATS.find((each) => each === name);
if (format === undefined) throw new Error(`It is one of ${EXPORT_FORMATS.join(', ')}.`);
const { agreement, moment } = atHand(folder);
const [reported] = perspectivesOf(moment, { from: 'start', readings: ['reported'] });
const request = {
  format,
  standpoints: reported?.standpoints ?? [],
  goal: null,
  moment: null,
  regions: null,
};
process.stdout.write(await run(exported(agreement, request)));
