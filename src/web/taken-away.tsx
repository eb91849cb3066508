import { Menu } from '@base-ui/react/menu';
import { useRef, type ReactElement } from 'react';
import { asCsv } from '../draw/csv.ts';
import { asMarkdown } from '../draw/markdown.ts';
import { listed } from '../explain/words.ts';
import { checkSheet } from '../explain/check-sheet.ts';
import { claimsSheet } from '../explain/claims-sheet.ts';
import { notesBlocks } from '../explain/report-text.ts';
import type { Sheet } from '../explain/sheet.ts';
import { commandLine } from '../load/command-line.ts';
import { standalone } from '../lab/branches.ts';
import { laboratoryLines } from '../lab/command-lines.ts';
import { standingAt } from '../lab/scene.ts';
import { copied } from './copied.ts';
import { filesLoaded } from './files.ts';
import { useLaboratory } from './laboratory.ts';
import { paperShown } from './paper-shown.ts';
import { saveText } from './saved-file.ts';
import { linkTo, tokenShown, tokensOf } from './use-address.ts';

/** Ways to take what is on show elsewhere, and to open what was taken from elsewhere. */
export function TakenAway(): ReactElement {
  const { setting, agreement, state, lab, scene, call, send, open } = useLaboratory();
  // Within the head, so that the menu stands in a landmark of the page.
  const place = useRef<HTMLDivElement>(null);
  const isOwn = lab.branches.includes(lab.scenario);
  const { moment, story } = scene;
  const name = story.scenario.id;
  const copy = async (text: string | Promise<string>) =>
    send({ kind: 'say', said: await copied(await text) });
  const save = (file: string, text: string, type: string) => {
    saveText(file, text, type);
    send({ kind: 'say', said: `Saved ${file}.` });
  };
  const saveSheet = (file: string, sheet: Sheet) =>
    save(
      file,
      asCsv(sheet)
        .map((line) => `${line}\r\n`)
        .join(''),
      'text/csv',
    );
  const saveScenario = async () => {
    const { scenarioText } = await filesLoaded();
    const scenario = isOwn ? standalone(lab, name) : story.scenario;
    save(`${name}.yaml`, scenarioText(scenario, null), 'text/yaml');
  };
  const saveMarkdown = () => {
    const { blocks, notes } = paperShown(setting, state).paper;
    const lines = asMarkdown([...blocks, ...notesBlocks(notes)]);
    save(`${name}.md`, `${lines.join('\n')}\n`, 'text/markdown');
  };
  const commands = async () => {
    const tokens = await tokensOf(setting, lab);
    const where = call.beside.length === 0 ? '' : `# To be typed beside ${listed(call.beside)}.\n`;
    const lines = laboratoryLines(
      setting,
      lab,
      (...words) => commandLine(call, ...words),
      (id) => tokens.get(id) ?? call.files[id] ?? id,
      state.against,
    )
      .map(({ about, line }) => (line === null ? `# ${about}` : `# ${about}\n${line}`))
      .join('\n');
    return where + lines;
  };
  const gates = () => [...agreement.gates.values()].map(({ event }) => standingAt(moment, event));
  const ways: readonly (readonly (readonly [says: string, does: () => void])[])[] = [
    [
      ['Copy link', () => void copy(linkTo(setting, state))],
      ...(isOwn
        ? [
            [
              'Copy token of the branch',
              () => void copy(tokenShown(setting, lab).then(String)),
            ] as const,
          ]
        : []),
      ['Copy command lines', () => void copy(commands())],
    ],
    [
      ['Save scenario file (YAML)', () => void saveScenario()],
      ['Save the paper (Markdown)', saveMarkdown],
      ['Save every gate (CSV)', () => saveSheet(`${name}-gates.csv`, checkSheet(gates()))],
      [
        'Save every claim (CSV)',
        () =>
          saveSheet(
            `${agreement.id}-claims.csv`,
            claimsSheet(agreement, [...agreement.claims.values()]),
          ),
      ],
      // The menu is gone by then, and is not printed.
      ['Print the paper', () => setTimeout(() => print(), 100)],
    ],
    [['Open a scenario…', () => open({ kind: 'receive' })]],
  ];
  return (
    <Menu.Root>
      <Menu.Trigger className="menu-trigger">
        Take away <span aria-hidden="true">▾</span>
      </Menu.Trigger>
      <Menu.Portal container={place}>
        <Menu.Positioner className="menu-place" align="end" sideOffset={4}>
          <Menu.Popup className="menu">
            {ways.map((group, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <Menu.Group key={index} className="menu-group">
                {group.map(([says, does]) => (
                  <Menu.Item key={says} className="menu-item" onClick={does}>
                    {says}
                  </Menu.Item>
                ))}
              </Menu.Group>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
      <div ref={place} />
    </Menu.Root>
  );
}
