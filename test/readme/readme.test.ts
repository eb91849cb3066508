import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keysAsMarkdown } from '../../src/tui/keymap.ts';
import { phasegate } from '../cli/command-line.ts';
import { loadShipped } from '../shipped.ts';
import { screenOf } from './screen.ts';

const readme = fs.readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** Fenced blocks of a kind, whole. */
function blocks(kind: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1] ?? '',
  );
}

interface Example {
  readonly command: string;
  readonly output: string;
}

/** Commands after `$ npx phasegate`, each with the output that the README shows under it. */
const examples = blocks('console').flatMap((block): Example[] =>
  block
    .split(/^\$ /m)
    .slice(1)
    .flatMap((each) => {
      const [line = '', ...output] = each.split('\n');
      const command = /^npx phasegate (.*)$/.exec(line)?.[1];
      return command === undefined ? [] : [{ command, output: output.join('\n').trim() }];
    }),
);

describe('the README', () => {
  it('has examples with their output', () => {
    expect(examples.filter((example) => example.output !== '').length).toBeGreaterThan(1);
  });

  it.each(examples)(
    'shows what `phasegate $command` really prints',
    async ({ command, output }) => {
      const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
      const came = await phasegate(words, { width: 100 });
      expect(came.error).toBe('');
      expect(came.out.trim()).toBe(output);
    },
  );

  it('shows a real screen', () => {
    const [picture] = blocks('text screen');
    const shown = screenOf(loadShipped(), 'record', { columns: 100, rows: 32 }, ['end', '3']);
    expect(picture?.trimEnd()).toBe(shown.trimEnd());
  });

  it('has the table of keys that the keymap makes', () => {
    const table = /<!-- keys -->\n([\s\S]*?)\n<!-- \/keys -->/.exec(readme)?.[1] ?? '';
    const cells = (text: string) => text.replaceAll(/ +/g, ' ').replaceAll(/-{2,}/g, '---').trim();
    expect(cells(table)).toBe(cells(keysAsMarkdown()));
  });

  it('names every command that --help names, and only those', async () => {
    const { out } = await phasegate(['--help']);
    const [, listed = ''] = out.split('Commands:');
    const commands = [...listed.matchAll(/^ {2}([a-z-]+) (?:\[|<| )/gm)].map((match) => match[1]);
    const named = [...readme.matchAll(/^\| `phasegate ([a-z-]+)/gm)].map((match) => match[1]);
    expect(commands.length).toBeGreaterThan(7);
    expect(named.toSorted()).toEqual(commands.toSorted());
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(
      fs.readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
