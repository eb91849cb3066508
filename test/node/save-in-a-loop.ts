/** Saves a session again and again, and says on standard output when each is safe: the test ends it with SIGKILL. */
import { writeSync } from 'node:fs';
import { SessionStore } from '../../src/node/session.ts';

const [folder = '', id = ''] = process.argv.slice(2);
const store = new SessionStore({
  folder,
  id,
  writer: { pid: process.pid, isAlive: () => true },
  now: () => '2031-01-01T00:00:00Z',
});
const bench = { branches: [], scenario: 'harbour-record', position: 0 };
const entries = Array.from({ length: 200 }, (_, index) => ({
  label: `${index} ${'what was done '.repeat(20)}`,
  before: bench,
  after: bench,
}));
for (let count = 1; ; count += 1) {
  const problem = await store.save({
    agreement: 'harbour',
    folder: null,
    branches: [],
    cursor: { scenario: 'harbour-record', position: count, run: null },
    // Large enough that a save can be hit in its middle.
    history: { done: 200, steps: [], versions: [], entries },
  });
  writeSync(1, problem === null ? `${count}\n` : `failed ${problem.message}\n`);
}
