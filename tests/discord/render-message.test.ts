// A reply becomes a message within Discord's limits, with whole pieces or none.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, decode, encode, type Reply } from '../../src/bot/index.ts';
import { readQuestion } from '../../src/discord/read-own-message.ts';
import { toMessage } from '../../src/discord/render-message.ts';
import { eachComponent } from '../../src/local/server/index.ts';
import { checkMessage } from '../../src/local/server/limits.ts';
import { anyCharacter } from '../any-character.ts';

const drawn = (reply: Reply) => {
  const { flags, components } = toMessage(reply);
  const body = { flags, components: components as never[] };
  const all = [...eachComponent<{ content?: string; label?: string; components?: never[] }>(body.components)];
  return { body, all, text: all.flatMap(({ content }) => content ?? []).join('\n') };
};

const anyText = fc.oneof(
  fc.string({ unit: anyCharacter, minLength: 1 }),
  fc.constantFrom('*'.repeat(1500), '\u202E'.repeat(400), 'plain words '.repeat(200)),
);
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('heading', 'lead', 'text', 'note'),
    text: anyText,
  }) as fc.Arbitrary<Block>,
  fc.record({ kind: fc.constant('list' as const), items: fc.array(anyText) }),
  fc.record({ kind: fc.constant('quote' as const), text: anyText, source: anyText }),
  fc.record({
    kind: fc.constant('citation' as const),
    paragraph: fc.nat(40),
    excerpt: anyText,
    facts: fc.constant([]),
  }),
);
const anyReply = fc.record({
  blocks: fc
    .tuple(fc.array(anyBlock), anyText, fc.array(anyBlock, { minLength: 1, maxLength: 60 }))
    .map(([before, text, after]): Block[] => [...before, { kind: 'question', text }, ...after]),
  buttons: fc.array(
    fc.nat(60).map((n) => ({ label: `Fact ${n}`, request: { command: 'show', options: { fact: `f${n}` } } })),
    { maxLength: 60 },
  ),
});

test('any reply is within the limits of a message', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      expect(checkMessage(drawn(reply).body)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('a question that is shown is read back from the message as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 400 }), fc.boolean(), (text, isClaim) => {
      const { body } = drawn({
        blocks: [
          { kind: 'question', text, ...(isClaim && { label: 'Claim' }) },
          { kind: 'lead', text: 'Yes' },
        ],
      });
      expect(readQuestion(body.components)).toBe(text);
    }),
  );
});

test('a button with a question too long for it asks the question that is shown', () => {
  const question = 'why *so* many? '.repeat(20);
  const { body } = drawn({ blocks: [{ kind: 'question', text: question }] });
  const request = { command: 'ask', options: { question }, share: true as const };
  expect(decode(encode(request), readQuestion(body.components))).toEqual(request);
  expect(decode(encode(request), readQuestion([]))).toBeUndefined();
});

test('a quotation that does not fit is left out whole, and a line says so', () => {
  const words = `${'so it goes '.repeat(350)}END`;
  const { text } = drawn({
    blocks: [
      { kind: 'lead', text: 'The lead' },
      { kind: 'text', text: 'word '.repeat(100) },
      { kind: 'quote', text: words, source: 'A Speaker' },
      { kind: 'note', text: 'As of today' },
    ],
  });
  expect(text).toContain('The lead');
  expect(text).not.toContain('so it goes');
  expect(text).toContain('As of today');
  expect(text).toContain('1 more left out');
});

test('what to paste and the line that says where are shown together or not at all', () => {
  const anyCode = fc.tuple(fc.nat(2500), fc.nat(80), fc.nat(300)).map(([text, caption, list]): Block[] => [
    { kind: 'list', items: ['x'.repeat(list)] },
    { kind: 'code', caption: `Paste into ${'y'.repeat(caption)}:`, text: 'z'.repeat(text) },
  ]);
  fc.assert(
    fc.property(fc.array(anyCode, { maxLength: 8 }), (codes) => {
      const { text } = drawn({ blocks: codes.flat() });
      const captions = text.match(/^-# Paste into y*:$/gm) ?? [];
      expect(text.match(/^-# Paste into y*:\n```yaml\nz*\n```$/gm) ?? []).toEqual(
        captions.map((caption) => expect.stringContaining(caption)),
      );
      if (captions.length < codes.length) expect(text).toContain('Too long for one message');
    }),
    { numRuns: 40 },
  );
});

test('the colour of a message tells apart what is borne out, contradicted, or neither, and other messages', () => {
  const colourOf = (tone: Pick<Reply, 'tone'>) =>
    toMessage({ blocks: [], ...tone }).components[0]?.accent_color;
  const tones = [{}, { tone: 'positive' }, { tone: 'negative' }, { tone: 'uncertain' }] as const;
  expect(new Set(tones.map(colourOf)).size).toBe(tones.length);
});

test('two quotations stay two', () => {
  const quote = (text: string): Block => ({ kind: 'quote', text, source: 'A Speaker' });
  const { text } = drawn({ blocks: [quote('One'), quote('Two')] });
  expect(text).toContain('> “One”\n> — A Speaker\n\n> “Two”');
});

test('what follows a quotation follows at once, and quotation marks within it are single ones', () => {
  const { text } = drawn({
    blocks: [
      { kind: 'quote', text: 'They call it “a pause”', source: 'A Speaker' },
      { kind: 'text', text: 'The article says so.' },
      { kind: 'citation', paragraph: 3, excerpt: 'describing it as “a pause.”', facts: [] },
    ],
  });
  expect(text).toBe(
    '> “They call it ‘a pause’”\n> — A Speaker\nThe article says so.\n-# Paragraph 3: “describing it as ‘a pause.’”',
  );
});

test('a list loses whole items', () => {
  const items = Array.from({ length: 60 }, (_, index) => `Item ${index} ${'x'.repeat(90)} end`);
  const { text } = drawn({ blocks: [{ kind: 'list', items }] });
  const lines = text.split('\n');
  expect(lines.length).toBeGreaterThan(30);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^- Item \d+ x+ end$/);
  expect(lines.at(-1)).toContain(`${60 - lines.length + 1} more left out`);
});

test('4,000 characters over all texts fit, escaped ones and a stamp counted, and not one more', () => {
  const stamp: Block = { kind: 'stamp', text: 'Sections: one' };
  const withItem = (length: number) => drawn({ blocks: [list('*'.repeat(100), 'x'.repeat(length)), stamp] });
  const list = (...items: string[]): Block => ({ kind: 'list', items });
  const sizeOf = ({ all }: ReturnType<typeof drawn>) =>
    all.flatMap(({ content }) => content ?? []).join('').length;
  const room = 4000 - sizeOf(withItem(1)) + 1;
  expect(sizeOf(withItem(room))).toBe(4000);
  expect(withItem(room).text).not.toContain('left out');
  expect(withItem(room + 1).text).toContain('1 more left out');
});

test('the answer stays when the question takes too much room', () => {
  const { text } = drawn({
    blocks: [
      { kind: 'question', text: '\u202E'.repeat(500) },
      { kind: 'text', text: 'word '.repeat(600) },
    ],
  });
  expect(text).toContain('word word');
  expect(text).not.toContain('202E');
});

test('of too many buttons the last one stays, and a button that is there twice is drawn once', () => {
  const show = (n: number) => ({
    label: `Fact ${n}`,
    request: { command: 'show', options: { fact: `f${n}` } },
  });
  const numbers = Array.from({ length: 40 }, (_, index) => index);
  const share = { label: 'Share', request: { command: 'ask', options: {}, share: true as const } };
  const { all } = drawn({
    blocks: [{ kind: 'text', text: 'Many' }],
    buttons: [...[...numbers, 1, 2].map(show), share],
  });
  const labels = all.flatMap(({ label }) => label ?? []);
  expect(labels).toHaveLength(25);
  expect(labels.at(-1)).toBe('Share');
  expect(new Set(labels).size).toBe(25);
});
