import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { launched, phasegate } from './browser.ts';
import { CHROMIUM } from '../chromium.ts';

const harbour = path.resolve(import.meta.dirname, '../fixtures/harbour');
const HOSTILE = `agreement: harbour
id: hostile
kind: hypothetical
title: "<script>alert(1)</script>"
summary: x
branchesFrom: { scenario: harbour-record, step: envoys-meet }
steps:
  - id: one
    title: "<img src=x onerror=alert(2)> | *b*"
    because: "</p><style>*{display:none}</style>"
    status: assumed
    event: batteries.sealed
`;

// Only where there is a Chromium: `.ci/run` installs one and fails without.
describe.skipIf(CHROMIUM === null)('a report as a file for a browser', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-report-'));
  const paper = path.join(folder, 'paper.html');
  let browser: Browser;

  beforeAll(async () => {
    const scenario = path.join(folder, 'hostile.yaml');
    fs.writeFileSync(scenario, HOSTILE);
    const words = ['report', scenario, '--format', 'html', '-o', paper];
    const { status, stderr } = phasegate('-A', harbour, ...words);
    if (status !== 0) throw new Error(stderr);
    browser = await launched();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('holds no script, and what is hostile in a scenario stays text', async () => {
    const html = fs.readFileSync(paper, 'utf8');
    expect(html).not.toMatch(/<script|<img|<\/p><style/);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toContain('script-src');
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => errors.push(message.text()));
    page.on('dialog', (dialog) => errors.push(dialog.message()));
    await page.goto(`file://${paper}`);
    const said = await page.getByRole('main').innerText();
    expect(said).toContain('<script>alert(1)</script>');
    expect(said).toContain('<img src=x onerror=alert(2)> | *b*');
    expect(said).toContain('</p><style>*{display:none}</style>');
    expect(errors).toEqual([]);
  });

  it('has the lanes over the days between what is assumed and the gates, drawn without a script', async () => {
    const page = await browser.newPage();
    await page.goto(`file://${paper}`);
    const figure = page.getByRole('figure');
    const picture = figure.getByRole('img');
    await expect(picture.getAttribute('aria-labelledby')).resolves.toBe('figure-title');
    const said = await picture.locator('desc').textContent();
    expect(said).toContain('Phase. ');
    expect(said).toContain('Shore batteries. ');
    const caption = await figure.locator('figcaption').innerText();
    expect(caption).toContain('<script>alert(1)</script>');
    expect(caption).toContain(
      'otherwise than in "The record, January to March 2031" (harbour-record)',
    );
    await expect(picture.getByText('in harbour-record').first().isVisible()).resolves.toBe(true);
    const order = await page.evaluate<string[]>(
      '[...document.querySelectorAll("h1, h2, figure")].map((each) => each.matches("figure") ? "figure" : each.textContent)',
    );
    const at = order.indexOf('figure');
    expect(order.slice(0, at)).toContain('What is assumed');
    expect(order.slice(at + 1).join(' ')).toMatch(/^Every gate.*What changed, and why/);
    // Every colour is a token, and one that the paper has.
    const fills = await page.evaluate<string[]>(
      '[...document.querySelectorAll("figure rect, figure path")].map((each) => getComputedStyle(each).fill)',
    );
    expect(new Set(fills).size).toBeGreaterThan(4);
  });

  it('leads from what is said to the note, and prints as a few pages', async () => {
    const page = await browser.newPage();
    await page.goto(`file://${paper}`);
    await page.getByRole('link').first().click();
    expect(page.url()).toMatch(/#note-1$/);
    await expect(page.locator(':target').innerText()).resolves.toMatch(/\(gazette-\d\.c\d+\)\.$/);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThan(8);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(`file://${paper}`);
    await expect(axeFindings(page)).resolves.toEqual([]);
  });

  it('is Markdown in which the same stays text', () => {
    const { stdout } = phasegate('-A', harbour, 'report', path.join(folder, 'hostile.yaml'));
    expect(stdout).toContain(String.raw`\<script\>alert(1)\</script\>`);
    expect(stdout).not.toMatch(/(?<!\\)<(?:img|script)/);
    expect(stdout).not.toMatch(/svg|figure/i);
  });
});
