import type { LabState, Setting } from '../lab/state.ts';
import { quote } from '../load/show.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { isToken } from './address.ts';
import type { Files } from './files-script.ts';

/** A scenario that somebody wrote by hand has a few thousand characters. */
const LARGEST = 1_000_000;

/** A scenario from elsewhere; or why it is none, in a sentence. */
export type Received =
  | { readonly ok: true; readonly scenario: ScenarioFile }
  | { readonly ok: false; readonly said: string };

/**
 * Reads a text that somebody dropped, chose or pasted: a scenario file, or the token of a branch. It is checked as the
 * program checks a file.
 *
 * @param name of the file; null for what was pasted
 */
export function received(
  { checkOneScenario, readToken }: Pick<Files, 'checkOneScenario' | 'readToken'>,
  { agreement }: Setting,
  { scenarios }: LabState,
  { name, text }: { readonly name: string | null; readonly text: string },
): Received {
  const what = name === null ? 'What was pasted' : `The file ${quote(name)}`;
  if (text.trim() === '') return no(`${what} is empty.`);
  if (text.length > LARGEST) return no(`${what} is far too large for a scenario.`);
  if (isToken(text.trim())) {
    const read = readToken(text, agreement);
    if (!read.ok) return no(sentence(`${what} ${read.error.message}`, read.error.hint));
    if (read.value.agreement !== agreement.id)
      return no(
        `${what} is a branch of the agreement ${quote(read.value.agreement)}, and this page has ${quote(agreement.id)}.`,
      );
    return { ok: true, scenario: read.value };
  }
  const holding = { definition: { id: agreement.id }, agreement, scenarios };
  const { scenario, problems } = checkOneScenario(holding, name ?? 'pasted', text);
  if (scenario !== null) return { ok: true, scenario };
  const [first] = problems;
  if (first === undefined) return no(`${what} is no scenario.`);
  const more = problems.length - 1;
  const others =
    more === 0 ? '' : ` There ${more === 1 ? 'is 1 problem' : `are ${more} problems`} more.`;
  const place = first.line === null ? '' : ` (line ${first.line})`;
  return no(
    `${what} is no scenario of this agreement: ${sentence(first.message + place, first.hint)}${others}`,
  );
}

function no(said: string): Received {
  return { ok: false, said };
}

function sentence(message: string, hint: string | null): string {
  return hint === null ? `${message}.` : `${message}; ${hint}.`;
}
