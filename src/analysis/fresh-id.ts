export { freshId, idFrom, wordsOf } from '../agreement/fresh-id.ts';
