import { it } from 'vitest';
import fs from 'node:fs';
import { phasegate, harbourgate } from '../command-line.ts';
it('x', async () => {
  const lines = fs.readFileSync('/tmp/h/cmds', 'utf8').trim().split('\n');
  let out = '';
  for (const line of lines) {
    const [prog, ...words] = line.trim().split(/\s+/);
    try {
      const came = await (prog === 'h' ? harbourgate : phasegate)(words);
      out += `$ ${line}\n${came.out}${came.error}-> ${came.code}\n\n`;
    } catch (e) {
      out += `$ ${line}\n!! ${(e as Error).stack}\n\n`;
    }
  }
  fs.writeFileSync('/tmp/h/out', out);
});
