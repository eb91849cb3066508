import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listAgreements } from '../../src/node/list-agreements.ts';

let top = '';
beforeEach(() => {
  top = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-list-'));
});
afterEach(() => fs.rmSync(top, { recursive: true, force: true }));

function write(name: string, text = ''): void {
  const file = path.join(top, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

it('lists the folders that hold an agreement, in the order of their names, and no others', () => {
  for (const folder of ['machines/second', 'machines/first', 'machines/.hidden'])
    write(`${folder}/agreement.yaml`);
  write('machines/draft/regions.yaml');
  write('machines/second/older/agreement.yaml');
  write('machines/agreement.yaml');
  expect(listAgreements(top, 'machines')).toEqual(['machines/first', 'machines/second']);
});

it('lists those first that the order names, as far as they are there, and each once', () => {
  for (const name of ['canal', 'lock', 'wreck']) write(`machines/${name}/agreement.yaml`);
  write('machines/order.txt', 'wreck\r\nnowhere\n../machines/lock\nwreck\ncanal\n');
  const listed = ['machines/wreck', 'machines/canal', 'machines/lock'];
  expect(listAgreements(top, 'machines')).toEqual(listed);
});

it('lists them by name where the order cannot be read', () => {
  for (const name of ['lock', 'canal']) write(`machines/${name}/agreement.yaml`);
  write('machines/order.txt/lock');
  expect(listAgreements(top, 'machines')).toEqual(['machines/canal', 'machines/lock']);
});

it('lists none where there is no such folder, or where a file has its name', () => {
  expect(listAgreements(top, 'machines')).toEqual([]);
  write('machines');
  expect(listAgreements(top, 'machines')).toEqual([]);
});
