// The page's server without a browser: what it serves, whom it refuses, and which port it takes.
import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { startPage } from '../../../src/local/page/index.ts';
import { createLocalDiscord } from '../../../src/local/server/index.ts';

async function open(port = 0) {
  const local = await createLocalDiscord();
  onTestFinished(() => local.close());
  const page = await startPage({ local, greeting: { text: 'Welcome', tries: [] }, port });
  onTestFinished(() => page.close());
  return { local, url: page.url };
}

/** The status of a request whose headers fetch would not let one set. */
const statusOf = (url: string, headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = request(url, { headers }, (response) => resolve(response.resume().statusCode));
    sent.on('error', reject).end();
  });

const act = (url: string, action: object, type = 'application/json', more: Record<string, string> = {}) =>
  fetch(`${url}act`, {
    method: 'POST',
    headers: { 'content-type': type, ...more },
    body: JSON.stringify(action),
  });

test('it listens on 127.0.0.1, on the next free port where the wanted one is taken', async () => {
  const first = await open();
  const { hostname, port } = new URL(first.url);
  expect(hostname).toBe('127.0.0.1');
  const second = await open(Number(port));
  expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(port));
});

test('scripts and styles come from the page itself alone, and nothing can frame it', async () => {
  const { url, local } = await open();
  const policy = (await fetch(url)).headers.get('content-security-policy') ?? '';
  const rules = Object.fromEntries(
    policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
  );
  expect(rules).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': `'self' ${local.url}`,
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
  });
  expect(policy).not.toContain('unsafe');
});

test('only the files of the page are served', async () => {
  const { url } = await open();
  for (const path of ['page.js', 'markdown/parse-markdown.js'])
    expect((await fetch(url + path)).headers.get('content-type'), path).toContain('text/javascript');
  for (const path of ['markdown/nodes.ts', '../view.ts', '%2e%2e/view.ts', '..%2fview.ts', 'nothing'])
    expect((await fetch(url + path)).status, path).toBe(404);
});

test('a page of another name for this machine, or of another origin, gets nothing', async () => {
  const { url, local } = await open();
  const foreign = { host: 'rebound.example:80' };
  expect(await statusOf(url, foreign)).toBe(403);
  expect(await statusOf(`${url}feed`, foreign)).toBe(403);
  const say = { as: 'mia', in: 'general', do: 'say', text: 'Hello' };
  expect((await act(url, say, 'text/plain')).status).toBe(415);
  for (const origin of ['https://foreign.example', 'null'])
    expect((await act(url, say, 'application/json', { origin })).status).toBe(403);
  const { people, places } = local.world;
  expect(local.messages(people.mia, places.general)).toEqual([]);
  const origin = new URL(url).origin;
  expect((await act(url, say, 'application/json', { origin })).status).toBe(200);
  expect(local.messages(people.mia, places.general)).toMatchObject([{ content: 'Hello' }]);
});

test.each([
  ['no JSON', 'hello'],
  ['no action', { as: 'mia', in: 'general', do: 'explode' }],
  ['a wrong option', { as: 'mia', in: 'general', do: 'run', command: 'ask', options: { question: {} } }],
])('%s is refused with a reason', async (_, action) => {
  const { url } = await open();
  const response = await act(url, action as object);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ refused: true, notice: expect.stringContaining('✖') });
});

test('a body without end is not read', async () => {
  const { url } = await open();
  const response = await act(url, { as: 'mia', in: 'general', do: 'say', text: 'x'.repeat(300_000) });
  expect(response.status).toBe(413);
});

test('one cannot act on a message one does not see', async () => {
  const { url, local } = await open();
  const { people, places } = local.world;
  const elsewhere = local.say(people.noah, places.deskTalk, 'Not here');
  const response = await act(url, {
    as: 'mia',
    in: 'general',
    do: 'pin',
    message: elsewhere.id,
    pinned: true,
  });
  expect(await response.json()).toMatchObject({
    refused: true,
    notice: 'This message is not there any more.',
  });
});
