/** The folder inside an agreement's own that holds its schemas; content is never looked for in hidden ones. */
export const SCHEMAS_FOLDER = '.schemas';
