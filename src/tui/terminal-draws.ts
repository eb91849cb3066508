import process from 'node:process';

/**
 * Ink draws nothing until it ends where one of these is set, even to nothing, and has no option to say otherwise. The UI
 * is opened in a terminal only, where somebody is looking; so this is loaded before Ink.
 */
for (const name of ['CI', 'CONTINUOUS_INTEGRATION']) delete process.env[name];
