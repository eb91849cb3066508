import { describe, expect, it } from 'vitest';
import { programTyped } from '../../src/cli/program-typed.ts';

describe('how the program is called again', () => {
  it.each([
    ['/usr/bin/phasegate', {}, '/home/user', 'phasegate'],
    ['/home/user/clone/dist/phasegate.js', {}, '/home/user/clone', 'node dist/phasegate.js'],
    ['/home/user/clone/dist/phasegate.js', {}, '/home/user/clone/dist', 'node phasegate.js'],
    ['/home/user/clone/dist/phasegate.js', {}, '/home/user/other', 'phasegate'],
    ['/home/user/my clone/dist/phasegate.js', {}, '/home/user', 'phasegate'],
    ['/home/user/clone/node_modules/.bin/phasegate', {}, '/home/user/clone', 'phasegate'],
  ])('is by its name, or as the script that was run: %s', (script, env, folder, said) => {
    expect(programTyped(script, env, folder)).toBe(said);
  });

  it.each(['npx', 'start'])('is through npx where npm was asked for %s', (event) => {
    const script = '/home/user/clone/dist/phasegate.js';
    const env = { npm_lifecycle_event: event };
    expect(programTyped(script, env, '/home/user/clone')).toBe('npx phasegate');
    expect(programTyped(script, { npm_lifecycle_event: 'test' }, '/home/user/clone')).toBe(
      'node dist/phasegate.js',
    );
  });
});
