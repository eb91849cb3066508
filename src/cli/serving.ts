import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentFolders } from '../load/layout.ts';
import { folderState } from '../node/folder-state.ts';
import type { Context } from './context.ts';
import { pageOf, saidOf } from './page-written.ts';
import { printLines } from './terminal.ts';
import type { UntilTold } from './until-told.ts';
import { UsageError } from './usage-error.ts';

/** Only this machine's own programs can ask. */
const LOOPBACK = '127.0.0.1';

/** What is served, and on which port; 0 for one that is free. */
export interface Serving {
  readonly agreement: string | undefined;
  readonly scenario: string | undefined;
  readonly port: number;
  readonly version: string;
}

/**
 * Serves the page of an agreement on loopback: made anew for whoever asks, and told of each change to its files, so that
 * who edits them sees what follows. What is wrong with the files is shown in its place.
 *
 * @throws UsageError where the port is taken, or there is no such agreement to begin with
 */
export async function servePage(
  context: Context,
  { agreement, scenario, port, version }: Serving,
  { pause, isOver }: UntilTold,
): Promise<void> {
  const [{ problemHtml }, { CHANGES_PATH }] = await Promise.all([
    import('../web/html.ts'),
    import('../web/page-data.ts'),
  ]);
  const made = () => pageOf(context, agreement, scenario, { version, isServed: true });
  // What is not there to begin with is an error of the command line.
  await made();
  const listeners = new Set<http.ServerResponse>();
  const server = http.createServer((request, response) => {
    void answered(request, response).catch(() => response.destroy());
  });
  const place = await listening(server, port);
  await printLines(context.terminal, [`Serving ${place}; q or Ctrl-C ends it.`]);
  let seen = await stateOf(context, agreement);
  while (!isOver()) {
    // Looked at again and again, as `validate --watch` does.
    // oxlint-disable-next-line no-await-in-loop
    await pause();
    // oxlint-disable-next-line no-await-in-loop
    const state = await stateOf(context, agreement);
    if (state === seen) continue;
    seen = state;
    for (const listener of listeners) listener.write('data: changed\n\n');
  }
  for (const listener of listeners) listener.end();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));

  async function answered(
    { method, url = '/', headers }: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    // A name that somebody else's site gives this machine is none of ours (DNS rebinding).
    const isOurs = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '');
    const path = url.split(/[?#]/)[0];
    if (!isOurs || method !== 'GET' || (path !== '/' && path !== CHANGES_PATH)) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not here.\n');
      return;
    }
    if (path === CHANGES_PATH) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.flushHeaders();
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    const html = await made().catch((error: unknown) => problemHtml(saidOf(error)));
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
      .end(html);
  }
}

/** Listens on loopback, and says where. */
async function listening(server: http.Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new UsageError(
              'not-possible',
              `nothing can be served on port ${port}: ${error.code === 'EACCES' ? 'the system does not allow it' : 'another program has it'}`,
              'name another with --port, or 0 for one that is free',
            )
          : error,
      ),
    );
    server.listen(port, LOOPBACK, resolve);
  });
  return `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/`;
}

/** What can be seen of the agreement's files; nothing changes of one that is built in. */
async function stateOf(context: Context, agreement: string | undefined): Promise<string> {
  try {
    const { definition, placeOf } = await context.desk(agreement);
    return folderState(contentFolders(definition).map(placeOf));
  } catch (error) {
    return saidOf(error).join('\n');
  }
}
