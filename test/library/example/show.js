import { ask } from './ask.js';

/** Writes the answers into the page, each into the element that has its name as its id. */
export async function show(files) {
  const answers = await ask(files, 'renewal');
  for (const [id, text] of Object.entries(answers)) {
    const place = document.createElement('pre');
    place.id = id;
    place.textContent = text;
    document.body.append(place);
  }
}
