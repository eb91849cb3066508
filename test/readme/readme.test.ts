import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { shippedgate } from '../cli/command-line.ts';
import { loadFiveDocuments } from '../five-documents.ts';
import { screenOf } from './screen.ts';

const ROOT = new URL('../../', import.meta.url);
/** The front door, and what stands behind it where it is used. */
const PAGES = [
  'README.md',
  'machines/README.md',
  'scenarios/README.md',
  'seeds/README.md',
  'src/library/README.md',
  'src/testing/README.md',
];
const pages = PAGES.map((file) => ({ file, text: fs.readFileSync(new URL(file, ROOT), 'utf8') }));
const readme = pages[0]?.text ?? '';
const all = pages.map(({ text }) => text).join('\n');

/** Fenced blocks of a kind, whole. */
function blocks(kind: string): string[] {
  return [...all.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
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

/** The words of a command line. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

/**
 * A text without what every document more changes: how many steps the record has in all, and where it ends. All else
 * stays, since the examples ask for a moment that what comes later leaves as it was.
 */
function withoutGrowth(text: string): string {
  return text
    .replaceAll(/(after\s+step\s+\d+\s+of)\s+\d+/g, '$1 N')
    .replaceAll(/^The record ends on .*; nothing later is known here\.$/gm, 'The record ends.');
}

/** A folder of the user's own, gone once the test is over. */
function emptyFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-readme-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('the README', () => {
  it('has examples with their output', () => {
    expect(examples.filter((example) => example.output !== '').length).toBeGreaterThan(1);
  });

  it.each(examples)(
    'shows what `phasegate $command` really prints',
    async ({ command, output }) => {
      const came = await shippedgate(wordsOf(command), { width: 100 });
      expect(came.error).toBe('');
      expect(withoutGrowth(came.out.trim())).toBe(withoutGrowth(output));
    },
  );

  it('has command lines that run one after the other, in a folder of their own', async () => {
    const userFolder = emptyFolder();
    const lines = blocks('sh').flatMap((block) =>
      [...block.matchAll(/^npx phasegate ([^#>\n]*)/gm)].map((match) => match[1] ?? ''),
    );
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const { code, out, error } = await shippedgate(wordsOf(line), { userFolder });
      expect({ line, error, isMistaken: code > 1 }).toEqual({ line, error: '', isMistaken: false });
      expect(out).not.toBe('');
    }
  });

  it('has a scenario to copy that is right', async () => {
    const userFolder = emptyFolder();
    const [scenario = ''] = blocks('yaml');
    fs.writeFileSync(path.join(userFolder, 'copied.yaml'), scenario);
    const { code, error } = await shippedgate(['validate', 'copied.yaml'], { userFolder });
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });

  it('is a front door, and no more', () => {
    expect(readme.split('\n').length).toBeLessThan(150);
  });

  it.each(pages)('leads to files that are there: $file', ({ file, text }) => {
    const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '');
    const folder = new URL(file, ROOT);
    expect(linked.filter((name) => !fs.existsSync(new URL(name, folder)))).toEqual([]);
  });

  it('names only options that some command has', async () => {
    const { out } = await shippedgate(['--help']);
    const commands = [...out.matchAll(/^ {2}([a-z][a-z-]*) (?:\[|<)/gm)].map(
      (match) => match[1] ?? '',
    );
    const helps = await Promise.all(commands.map((command) => shippedgate([command, '--help'])));
    const known = new Set(
      [out, ...helps.map((help) => help.out)].flatMap((help) =>
        [...help.matchAll(/--[a-z-]+/g)].map(([option]) => option),
      ),
    );
    // Options of npm have npm before them.
    const own = all.replaceAll(/^npm .*$/gm, '');
    const named = [...own.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((option) => !known.has(option))).toEqual([]);
  });

  it('names the package as npm would pack it, and the changelog tells of that version', () => {
    const { version } = JSON.parse(
      fs.readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { version: string };
    expect(all).toContain(`phasegate-${version}.tgz`);
    const changelog = fs.readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
    expect(changelog).toMatch(
      new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm'),
    );
  });

  // Of the agreement as it was with five documents: a picture of the program, which a longer record leaves as it is.
  it('shows a real screen', () => {
    const [picture] = blocks('text screen');
    const shown = screenOf(loadFiveDocuments(), 'record', { columns: 100, rows: 32 }, ['end', '3']);
    expect(picture?.trimEnd()).toBe(shown.trimEnd());
  });

  it('names only commands that --help names', async () => {
    const { out } = await shippedgate(['--help']);
    const [, listed = ''] = out.split('What is reported:');
    const commands = [...listed.matchAll(/^ {2}([a-z-]+) (?:\[|<| )/gm)].map((match) => match[1]);
    const named = [
      ...all.matchAll(/(?:`|^|\$ )npx phasegate (?:-A [^\s`]+ )?([a-z][a-z-]+)/gm),
    ].map((match) => match[1]);
    expect(commands.length).toBeGreaterThan(7);
    expect(named.length).toBeGreaterThan(12);
    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(
      fs.readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as {
      scripts: Record<string, string>;
    };
    const named = [...all.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
