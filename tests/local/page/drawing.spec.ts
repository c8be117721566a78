// How messages are drawn: Discord's Markdown, components, embeds, attachments, and hostile content.
import { expect, test } from 'vitest';
import { newest, postAsBot, stage } from './stage.ts';

const on = stage();

/** The markup that a text of a member becomes, white space between tags left out. */
async function drawn(text: string): Promise<string> {
  const { people, places } = on.local.world;
  on.local.say(people.noah, places.deskTalk, text);
  const page = await on.open('mia', 'deskTalk');
  const html = await newest(page).locator('.markdown').first().innerHTML();
  await page.context().close();
  return html;
}

const link = (address: string, label: string) =>
  `<a href="${address}" title="${address}" target="_blank" rel="noopener noreferrer">${label}</a>`;
const mention = (text: string) => `<span class="mention">${text}</span>`;

test.each([
  [
    'marks',
    '**bold *in* it** __under__ ~~gone~~ `**code**` \\*plain\\*\nnext',
    '<p><strong>bold <em>in</em> it</strong> <u>under</u> <s>gone</s> <code>**code**</code> *plain*\nnext</p>',
  ],
  [
    'links and mentions',
    '[**label**](https://example.org/a) https://example.org @everyone </ask:1> <:yes:2>',
    `<p>${link('https://example.org/a', '<strong>label</strong>')} ${link('https://example.org', 'https://example.org')} ${mention('@everyone')} ${mention('/ask')} :yes:</p>`,
  ],
  [
    'headings and small print',
    '# One\n## Two\n### Three\n-# small\nText',
    '<h3>One</h3><h4>Two</h4><h5>Three</h5><small>small</small><p>Text</p>',
  ],
  [
    'quotes and lists',
    '> one\n> **two**\n- a\n  3. b\n  4. c\n- d',
    '<blockquote><p>one\n<strong>two</strong></p></blockquote><ul><li>a<ol start="3"><li>b</li><li>c</li></ol></li><li>d</li></ul>',
  ],
  [
    'blocks of code',
    'a\n```js\nlet a = "<b>";\n```\nb',
    '<p>a</p><pre tabindex="0"><code>let a = "&lt;b&gt;";</code></pre><p>b</p>',
  ],
])('%s are drawn', async (_, text, html) => {
  expect(await drawn(text)).toBe(html);
});

test('a time is drawn in the visitor’s zone', async () => {
  expect(await drawn('<t:1493084700:F>')).toMatch(
    /<time datetime="2017-04-25T01:45:00.000Z" .*>Monday, April 24, 2017 at 6:45\sPM<\/time>/,
  );
});

test('a member is mentioned by name', async () => {
  expect(await drawn(`<@${on.local.world.people.max.id}>`)).toBe('<p><span class="mention">@Max</span></p>');
});

test('a spoiler shows nothing until it is pressed', async () => {
  const { people, places } = on.local.world;
  on.local.say(people.noah, places.deskTalk, 'He said ||the butler||');
  const page = await on.open('mia', 'deskTalk');
  expect(await newest(page).textContent()).not.toContain('butler');
  await newest(page).getByRole('button', { name: 'Spoiler: show' }).click();
  expect(await newest(page).textContent()).toContain('He said the butler');
});

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

test('Components V2 are drawn from the JSON, pictures with their alt text', async () => {
  const { api, token, world } = on.local;
  const body = {
    flags: 1 << 15,
    attachments: [{ id: '0', filename: 'chart.png' }],
    components: [
      {
        type: 17,
        accent_color: 0xff0000,
        components: [
          {
            type: 9,
            components: [{ type: 10, content: '## Title' }],
            accessory: { type: 2, style: 5, label: 'Read', url: 'https://example.org/' },
          },
          { type: 14, divider: true },
          {
            type: 12,
            items: [{ media: { url: 'attachment://chart.png' }, description: 'Yes votes by year' }],
          },
          { type: 13, file: { url: 'attachment://chart.png' } },
          {
            type: 1,
            components: [
              { type: 2, style: 1, label: 'Go', custom_id: 'go' },
              { type: 2, style: 4, label: 'Off', custom_id: 'off', disabled: true },
            ],
          },
        ],
      },
    ],
  };
  const form = new FormData();
  form.set('payload_json', JSON.stringify(body));
  form.set('files[0]', new Blob([PNG], { type: 'image/png' }), 'chart.png');
  const headers = { authorization: `Bot ${token}` };
  const posted = await fetch(`${api}/v10/channels/${world.places.general.id}/messages`, {
    method: 'POST',
    headers,
    body: form,
  });
  expect(posted.status, await posted.text()).toBe(200);

  const page = await on.open('mia');
  const message = newest(page);
  expect(await message.getByRole('heading', { name: 'Title' }).count()).toBe(1);
  expect(await message.getByRole('link', { name: 'Read' }).getAttribute('href')).toBe('https://example.org/');
  const picture = message.getByRole('img', { name: 'Yes votes by year' });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  expect(await message.getByRole('link', { name: 'chart.png' }).count()).toBe(1);
  expect(await message.getByRole('separator').count()).toBe(1);
  expect(await message.getByRole('button', { name: 'Go' }).isEnabled()).toBe(true);
  expect(await message.getByRole('button', { name: 'Off' }).isEnabled()).toBe(false);
  const edge = await message.locator('.container').evaluate((box) => getComputedStyle(box).borderLeftColor);
  expect(edge).toBe('rgb(255, 0, 0)');
});

test('an embed is drawn, and a picture from outside is told of but not loaded', async () => {
  await postAsBot(on.local, on.local.world.places.general, {
    embeds: [
      {
        title: 'Result',
        url: 'https://example.org/result',
        description: '**96.3%**',
        color: 0x00ff00,
        fields: [{ name: 'Ballots', value: '6,310', inline: true }],
        image: { url: 'https://example.org/picture.png' },
        footer: { text: 'Footer' },
      },
    ],
  });
  const page = await on.open('mia');
  const message = newest(page);
  expect(await message.getByRole('link', { name: 'Result' }).count()).toBe(1);
  expect(await message.locator('strong').textContent()).toBe('96.3%');
  const told = await message.textContent();
  for (const part of ['Ballots', '6,310', 'Footer', 'Picture from outside, not loaded here'])
    expect(told).toContain(part);
  expect(await message.locator('img').count()).toBe(0);
});

const HOSTILE = {
  script: '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">',
  link: '[press me](javascript:window.hacked=1) <javascript:window.hacked=1> [x](https://"onmouseover="window.hacked=1)',
  override: '\u202eevitcepsrep rehtona\u202d \u2067 and more',
  marks: '*_~|`['.repeat(330),
} as const;

test.each(Object.entries(HOSTILE))('hostile text is only text: %s', async (_, text) => {
  const { people, places } = on.local.world;
  on.local.say(people.noah, places.thread, text);
  await postAsBot(on.local, places.thread, {
    flags: 1 << 15,
    components: [
      { type: 10, content: text },
      {
        type: 1,
        components: [{ type: 2, style: 2, label: text.slice(0, 80), custom_id: text.slice(0, 100) }],
      },
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 'select',
            placeholder: text.slice(0, 150),
            options: [{ label: text.slice(0, 100), value: 'x' }],
          },
        ],
      },
    ],
  });
  await postAsBot(on.local, places.thread, {
    embeds: [
      {
        title: text.slice(0, 256),
        description: text,
        author: { name: text.slice(0, 256) },
        fields: [{ name: text.slice(0, 256), value: text.slice(0, 1024) }],
      },
    ],
  });
  const page = await on.open('mia', 'thread');
  await page.getByRole('button', { name: 'Show API traffic' }).last().click();
  await page.getByRole('complementary', { name: 'API traffic' }).waitFor();
  expect(await page.locator('#log :is(script, img, iframe, style, object)').count()).toBe(0);
  const addresses = await page
    .locator('#log a')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).protocol));
  expect(addresses.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
  const handlers = await page
    .locator('#log *')
    .evaluateAll((all) =>
      all.flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on')),
    );
  expect(handlers).toEqual([]);
  expect(await page.evaluate('window.hacked')).toBeUndefined();
});

test('what reorders letters ends with its message', async () => {
  const { people, places } = on.local.world;
  on.local.say(people.noah, places.post, HOSTILE.override);
  const page = await on.open('mia', 'post');
  const order = await newest(page)
    .locator('header h2')
    .evaluate((name) => {
      const [before, after] = [
        name.getBoundingClientRect(),
        (name.nextElementSibling as Element).getBoundingClientRect(),
      ];
      return before.right <= after.left;
    });
  expect(order).toBe(true);
  expect(
    await newest(page)
      .locator('.markdown')
      .evaluate((text) => getComputedStyle(text).unicodeBidi),
  ).toBe('isolate');
});

test.each([
  ['wide', 1280],
  ['a phone', 360],
])('one word of 4,000 characters stays inside the window: %s', async (_, width) => {
  await postAsBot(on.local, on.local.world.places.announcements, {
    flags: 1 << 15,
    components: [{ type: 17, components: [{ type: 10, content: 'W'.repeat(4000) }] }],
  });
  const page = await on.open('mia', 'announcements', { viewport: { width, height: 700 } });
  await newest(page).waitFor();
  const sizes = await page.evaluate(() => {
    const log = document.getElementById('log') as HTMLElement;
    return [document.documentElement.scrollWidth - window.innerWidth, log.scrollWidth - log.clientWidth];
  });
  expect(sizes).toEqual([0, 0]);
});
