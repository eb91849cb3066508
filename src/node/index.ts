/**
 * What the library needs of Node: folders of agreements, files that somebody else may have written, and sessions that
 * outlast the program. All else is in `phasegate`.
 */
export { type AgreementPlaces, openAgreement } from './open-agreement.ts';
export { type ReadError, type ReadResult, readText } from './read-text.ts';
export { type SaveResult, saveText } from './save-text.ts';
export type { Writer } from './temporary.ts';
export {
  findSessions,
  type FoundSession,
  type FoundSessions,
  SessionStore,
  type SessionStoreOptions,
} from './session.ts';
export type { SavedSession } from '../model/saved-session.ts';
