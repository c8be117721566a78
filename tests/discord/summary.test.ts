// The pinned summary end to end: posted once, edited in place, posted again, deleted.
import { ComponentType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { eachComponent, type Message, type Person } from '../../src/local/server/index.ts';
import { button, isPrivate, only, postAsBot, textOf } from './stage.ts';
import { laterBy, withChange } from './summaries.ts';
import {
  ask,
  general,
  keepSummaryStage,
  max,
  own,
  pinned,
  press,
  remove,
  run,
  stage,
} from './summary-stage.ts';

keepSummaryStage();

/** The preview with these sections chosen from its menu. */
async function choose(...sections: string[]) {
  const preview = await ask('preview');
  const [menu] = [...eachComponent(preview.components)].filter(
    ({ type }) => type === ComponentType.StringSelect,
  );
  const chosen = await stage.local.select(max, preview, menu?.custom_id ?? '', sections);
  const [updated, ...more] = chosen.messages;
  expect(more).toEqual([]);
  expect(updated?.id).toBe(preview.id);
  return updated as Message;
}
const postWith = async (...sections: string[]) => press(await choose(...sections), 'Post and pin');
const titlesOf = (message: Message | undefined) => textOf(message).match(/(?<=^### ).+$/gm);

describe('posting and updating', () => {
  test('posts and pins one summary with both pictures, their alt texts, as-of line, stamp and time', async () => {
    expect(await run('post')).toContain('posted and pinned');
    const [summary] = pinned();
    expect(pinned()).toHaveLength(1);
    expect(textOf(summary)).toMatch(/Edition [0-9a-f]{8} · Updated <t:\d+:R>/);
    expect(textOf(summary)).toContain("As of the article's 6:45 p.m. update");
    const alts = summary?.attachments.map(({ filename, description }) => [filename, description]);
    expect(alts).toEqual([
      ['1-bars.png', expect.stringContaining('96.3%, 2007: 90%')],
      ['2-timeline.png', expect.stringContaining('Monday, May 1, 2017')],
    ]);
    const file = await fetch(summary?.attachments[0]?.url ?? '');
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(summary?.mentions).toEqual([]);
  });

  test('posting or updating again changes nothing while the knowledge is the same', async () => {
    await run('post');
    const before = pinned();
    for (const subcommand of ['post', 'update'])
      expect(await run(subcommand)).toContain('already up to date');
    expect(pinned()).toEqual(before);
  });

  test('changed knowledge edits it in place, with the sections it had', async () => {
    await postWith('votes');
    const [before] = pinned();
    stage.desk = withChange(stage.desk, 'Changed once');
    expect(await run('update')).toContain('updated, in its place');
    const [after] = pinned();
    expect(pinned()).toHaveLength(1);
    expect(after?.id).toBe(before?.id);
    expect(textOf(after)).toContain('Changed once');
    expect(titlesOf(after)).toEqual(['The vote']);
    expect(after?.attachments).toHaveLength(1);
  });

  test('other sections edit it in place too, and drop the picture that is no longer theirs', async () => {
    await run('post');
    const [before] = pinned();
    await postWith('unknown', 'demands');
    const [after] = pinned();
    expect(after?.id).toBe(before?.id);
    expect(titlesOf(after)).toEqual(['What the guild asks for', 'What the article does not say']);
    expect(after?.attachments).toEqual([]);
  });

  test('the Update button on it works after a restart, for moderators alone', async () => {
    await postWith('dates');
    const update = (person: Person) => {
      const [summary] = pinned();
      if (!summary) throw new Error('no summary');
      return stage.local.press(person, summary, button(summary, 'Update'));
    };
    await stage.restart();
    expect(textOf(only(await update(stage.local.world.people.mia)))).toContain(
      '/summary update is only for members with the permission "Pin Messages"',
    );
    expect(textOf(only(await update(max)))).toContain('already up to date');
    stage.desk = { ...stage.desk, knowledge: laterBy(stage.desk.knowledge, 'May 2, 2017') };
    expect(textOf(only(await update(max)))).toContain('updated, in its place');
    expect(titlesOf(pinned()[0])).toEqual(['Dates']);
  });

  test.each(['remove', 'unpin'] as const)(
    'after a moderator did %s, an update posts nothing, a post does',
    async (what) => {
      await run('post');
      const [summary] = pinned();
      if (!summary) throw new Error('no summary');
      if (what === 'remove') stage.local.remove(max, summary);
      else stage.local.pin(max, summary, false);
      const before = own();
      expect(await run('update')).toContain('/summary post');
      expect(own()).toEqual(before);
      expect(await run('post')).toContain('posted and pinned');
      expect(pinned()).toHaveLength(1);
      expect(own()).toEqual(pinned());
      expect(own()[0]?.id).not.toBe(summary.id);
    },
  );

  test('an update where there never was a summary says so, and posts nothing', async () => {
    expect(await run('update')).toContain('there is nothing to update');
    expect(own()).toEqual([]);
  });

  test('an unpinned one is deleted once the new one is pinned', async () => {
    await run('post');
    const [summary] = pinned();
    if (!summary) throw new Error('no summary');
    stage.local.pin(max, summary, false);
    stage.local.failNext({ method: 'PUT', route: /\/pins\//, status: 403, code: 50013 });
    expect(await run('post')).toContain('I deleted it again');
    expect(own()).toEqual([{ ...summary, pinned: false }]);
    expect(await run('post')).toContain('so that there is only one');
    expect(own()).toEqual(pinned());
    expect(own()[0]?.id).not.toBe(summary.id);
  });

  test('an unpinned one is deleted too; what others wrote stays', async () => {
    const said = stage.local.say(max, general, 'Sections: votes · Knowledge 00000000');
    await run('post');
    const [summary] = pinned();
    if (!summary) throw new Error('no summary');
    stage.local.pin(max, summary, false);
    expect(await remove()).toContain('is deleted');
    expect(own()).toEqual([]);
    expect(stage.local.messages(max, general)).toContainEqual(said);
    const listed = stage.local.wire().filter((entry) => JSON.stringify(entry).includes('/messages?limit='));
    expect(listed.length).toBeGreaterThan(0);
    expect(JSON.stringify(listed)).not.toContain('Knowledge 00000000');
  });

  test('of two pinned ones, one is left', async () => {
    await run('post');
    const [first] = pinned();
    if (!first) throw new Error('no summary');
    stage.local.pin(max, first, false);
    // So far up that it is not found.
    for (let said = 0; said < 100; said += 1) stage.local.say(max, general, 'What else is new?');
    await run('post');
    stage.local.pin(max, first, true);
    expect(pinned()).toHaveLength(2);
    expect(await run('update')).toContain('so that there is only one');
    expect(pinned()).toHaveLength(1);
    expect(own()).toHaveLength(1);
  });

  test('two moderators at once leave one', async () => {
    await Promise.all([run('post'), run('post')]);
    expect(own()).toHaveLength(1);
  });

  test('it is found behind many newer pins', async () => {
    await run('post');
    stage.local.fillPins(general, 120);
    expect(await run('post')).toContain('already up to date');
  });

  test('remove asks first, then deletes it, and says so when there is none', async () => {
    await run('post');
    const asked = await ask('remove');
    expect(textOf(asked)).toContain("Delete this channel's summary?");
    expect(own()).toHaveLength(1);
    expect(await press(asked, 'Delete it')).toContain('is deleted');
    expect(own()).toEqual([]);
    expect(await press(asked, 'Delete it')).toContain('no summary of mine');
  });

  test('a summary that an older version posted keeps its sections when it is updated', async () => {
    const old = await postAsBot(stage, general, {
      flags: 1 << 15,
      components: [
        { type: 10, id: 1001, content: '-# Sections: votes · Knowledge 00000000 · Updated <t:1500000000:R>' },
        {
          type: 1,
          components: [{ type: 2, style: 2, label: 'Update', custom_id: 'summary+post?sections=votes' }],
        },
      ],
    });
    stage.local.pin(max, old, true);
    expect(await run('update')).toContain('updated, in its place');
    expect(pinned().map(({ id }) => id)).toEqual([old.id]);
    expect(titlesOf(pinned()[0])).toEqual(['The vote']);
    expect(button(pinned()[0], 'Update')).toBe('summary+update?sections=votes');
  });

  test('the button of an older version on it gets an explanation, and it is updated in place', async () => {
    const stamp = 'Sections: votes, demands · Knowledge 00000000';
    const old = await postAsBot(stage, general, {
      flags: 1 << 15,
      components: [
        { type: 10, id: 1001, content: `-# ${stamp} · Updated <t:1500000000:R>` },
        {
          type: 1,
          components: [{ type: 2, style: 2, label: 'Update', custom_id: 'summary?action=update' }],
        },
      ],
    });
    stage.local.pin(max, old, true);
    const pressed = only(await stage.local.press(max, old, button(old, 'Update')));
    expect(textOf(pressed)).toContain('This button is out of date');
    expect(await run('update')).toContain('updated, in its place');
    expect(own().map(({ id }) => id)).toEqual([old.id]);
    expect(button(own()[0], 'Update')).toContain('summary+update?');
    expect(await run('update')).toContain('already up to date');
  });

  test('preview is private, shows the sections that are chosen in its menu, and posts them from its button', async () => {
    const preview = await ask('preview');
    expect(titlesOf(preview)).toHaveLength(5);
    const chosen = await choose('votes', 'unknown');
    expect(isPrivate(chosen)).toBe(true);
    expect(titlesOf(chosen)).toEqual(['The vote', 'What the article does not say']);
    expect(textOf(chosen)).toContain('96.3% of ballots');
    expect(own()).toEqual([]);
    expect(await press(chosen, 'Post and pin')).toContain('posted and pinned');
    expect(titlesOf(pinned()[0])).toEqual(['The vote', 'What the article does not say']);
  });

  test('a preview of the own channel is one request, since many look at one', async () => {
    const { wire } = await stage.local.run(max, general, 'summary preview');
    const sent = wire.flatMap((entry) => (entry.kind === 'rest' ? [entry.request.method] : []));
    expect(sent).toEqual(['POST']);
  });

  test.each(['gossip', '', ',', 'summary+remove?confirmed=yes'])(
    'a menu with forged values %j gets an explanation, and nothing is posted',
    async (sections) => {
      const { id } = max;
      const member = { id, name: 'Max', moderates: true, pins: true };
      const reply = await stage.bot.respond({ command: 'summary preview', options: { sections }, member });
      expect(reply.act).toBeUndefined();
      expect(reply.blocks).toEqual([{ kind: 'text', text: expect.stringContaining('That section is gone') }]);
    },
  );
});

test('a section that there is no more is left out, and the others are shown', async () => {
  const preview = (sections: string) =>
    stage.bot.respond({
      command: 'summary preview',
      options: { sections },
      member: { id: max.id, name: 'Max', moderates: true, pins: true },
    });
  expect(await preview('votes,gossip')).toEqual(await preview('votes'));
});
