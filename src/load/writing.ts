/** What writes content, in one piece: only the commands that write load it. */
export { acceptInto } from './accept.ts';
export { checkContent } from './check.ts';
export { formatText } from './format-text.ts';
export { editorFiles } from './editor-files.ts';
export { additionSkeleton } from './skeleton/addition-skeleton.ts';
export { newSource } from './new-source.ts';
export { agreementSkeleton } from './skeleton/agreement-skeleton.ts';
export { readingSkeleton } from './skeleton/reading-skeleton.ts';
export { scenarioSkeleton } from './skeleton/scenario-skeleton.ts';
export { sourceSkeleton } from './skeleton/source-skeleton.ts';
export { stepsOf } from './steps-of.ts';
export { unifiedDiff } from './unified-diff.ts';
export { whyNoId } from './why-no-id.ts';
export { buildLibrary } from './library.ts';
export { schemaOf } from './overlay.ts';
export { readYaml } from './read-yaml.ts';
export { idUsesOf, namedIn, renameIn, shareIds } from './rename.ts';
export type { Named, PlacedUse } from './rename.ts';
