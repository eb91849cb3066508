import { paragraph } from '../../draw/paragraph.ts';
import { GLOSSARY } from '../../explain/glossary.ts';
import { page, type Page } from '../views/page.ts';
import { PAGE_KEYS } from './keys/kinds.ts';
import type { OverlayOf, Screen } from './screen.ts';

/** The words that the screen uses. */
export const GLOSSARY_SCREEN: Screen<OverlayOf<'glossary'>> = {
  title: 'Words',
  about: 'The words that the screen uses.',
  keys: PAGE_KEYS,
  view: (_session, _state, _overlay, columns) => glossaryPage(columns),
};

function glossaryPage(columns: number): Page {
  return page(
    GLOSSARY.flatMap(([word, meaning], index) => [
      ...(index === 0 ? [] : [[]]),
      ...paragraph(word, columns, 0, 'title'),
      ...paragraph(meaning, columns, 2),
    ]),
  );
}
