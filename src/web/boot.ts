import { DATA_ELEMENT, PROGRAM_ELEMENT, type Unpacked } from './page-data.ts';
import { runProgram, unpacked } from './unpacked.ts';

/** What a page needs that browsers have not always had (2023). */
const isNewEnough =
  typeof DecompressionStream === 'function' && typeof Array.prototype.toSorted === 'function';

async function begin(): Promise<void> {
  const [program, data] = await Promise.all([unpacked(PROGRAM_ELEMENT), unpacked(DATA_ELEMENT)]);
  Object.assign(globalThis, { phasegate: { program, data } satisfies Unpacked });
  runProgram(program);
}

if (isNewEnough)
  begin().catch(() =>
    say('This page is not whole: a part of its file is missing or has been changed.'),
  );
else say('This browser is too old for this page: it needs one of 2023 or later.');

function say(sentence: string): void {
  const said = document.createElement('p');
  said.textContent = sentence;
  (document.querySelector('main') ?? document.body).appendChild(said);
}
