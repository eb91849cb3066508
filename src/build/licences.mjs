import fs from 'node:fs';
import path from 'node:path';

/**
 * The licence texts that must travel with the packages inside some bundles.
 *
 * @param {string} root the checkout
 * @param {readonly import('esbuild').Metafile[]} metafiles what went into them
 */
export function thirdPartyLicences(root, metafiles) {
  const folders = new Set();
  for (const { inputs } of metafiles.flatMap(({ outputs }) => Object.values(outputs))) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  const sections = [...folders].toSorted().map((folder) => {
    const about = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const texts = fs
      .readdirSync(path.join(root, folder))
      .filter((name) => /^(?:licen[cs]e|notice|copying)/i.test(name))
      .toSorted()
      .map((name) => fs.readFileSync(path.join(root, folder, name), 'utf8').trim());
    return [`${about.name} ${about.version} (${about.license})`, ...texts].join('\n\n');
  });
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `phasegate contains code from these packages.${rule}${sections.join(rule)}\n`;
}
