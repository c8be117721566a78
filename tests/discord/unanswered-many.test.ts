// 50,000 unanswered questions of two servers: each moderator sees those of one, and nobody waits for the grouping.
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUnanswered } from '../../src/app/unanswered-log.ts';
import { encode, groupUnanswered } from '../../src/bot/index.ts';
import type { Outcome, WireEntry } from '../../src/local/server/index.ts';
import { button, createStage, isPrivate, keep, only, postAsBot, type Stage, textOf } from './stage.ts';

const ENTRIES = 50_000;
const OTHER_SERVER = '876543210987654321';
const OWN = 'what pizza did they eat';
const OTHERS = 'which shows would stop first';

let folder: string;
let list: Awaited<ReturnType<typeof openUnanswered>>;
let stage: Stage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  const path = join(folder, 'unanswered.jsonl');
  list = await openUnanswered({ path, days: 7, most: ENTRIES }, keep([]));
  stage = await createStage({}, { unanswered: list });
  const serverId = stage.local.world.places.general.guild?.id;
  await list.add(OWN, { memberId: '1', serverId });
  await list.add(OTHERS, { memberId: '2', serverId: OTHER_SERVER });
  // The file is read anew for every list, and one line of each server has its code.
  const pair = await readFile(path, 'utf8');
  const numbered = (i: number) => pair.replace(OWN, `${OWN} on day ${i % 100}`);
  await appendFile(path, Array.from({ length: ENTRIES / 2 - 1 }, (_, i) => numbered(i)).join(''));
});
afterAll(async () => {
  expect(stage.local.problems()).toEqual([]);
  await Promise.all([stage.close(), list.close()]);
  await rm(folder, { recursive: true });
});

/** The methods of the requests that the bot sent for something. */
const sent = ({ wire }: Outcome) =>
  wire.flatMap((entry) => (entry.kind === 'rest' ? [entry.request.method] : []));

test('a moderator sees those of the own server, in pages, and an answer comes before them', async () => {
  const { people, places } = stage.local.world;
  const [listed, answered] = await Promise.all([
    stage.local.run(people.max, places.general, 'unanswered'),
    stage.local.run(people.mia, places.general, 'ask', { question: 'how many voted yes' }),
  ]);
  expect(sent(listed)).toEqual(['POST', 'PATCH']);
  const ended = (outcome: Outcome) => stage.local.wire().indexOf(outcome.wire.at(-1) as WireEntry);
  expect(ended(answered)).toBeLessThan(ended(listed));
  const page = only(listed);
  expect(isPrivate(page)).toBe(true);
  expect(textOf(page)).toContain(`: ${(ENTRIES / 2).toLocaleString('en-US')} in `);
  expect(textOf(page)).toContain(OWN);
  expect(textOf(page)).not.toContain(OTHERS);
});

test('a button that names a group of the other server gives nothing of it', async () => {
  const { people, places } = stage.local.world;
  const [group] = await groupUnanswered((await list.entriesOf(OTHER_SERVER)).slice(0, 1), stage.desk);
  const request = { command: 'unanswered-group', options: { group: group?.key ?? '' } };
  expect(group?.title).toContain('which shows would stop first');
  const forged = await postAsBot(stage, places.general, {
    components: [{ type: 1, components: [{ type: 2, style: 2, label: 'YAML', custom_id: encode(request) }] }],
  });
  const told = only(await stage.local.press(people.max, forged, button(forged, 'YAML')));
  expect(textOf(told)).toContain('nothing left to paste for this group');
});
