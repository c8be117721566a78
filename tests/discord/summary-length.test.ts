// A summary stays within the limit however long the facts are, and loses no more lines than necessary.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, type Knowledge, summaryBlocks, summarySections } from '../../src/bot/index.ts';
import { toMessage } from '../../src/discord/render-message.ts';
import { eachComponent } from '../../src/local/server/index.ts';
import { checkMessage } from '../../src/local/server/limits.ts';
import { desk } from '../real-desk.ts';

const MAX_TEXT = 4000;

const real = desk.knowledge;
const sections = summarySections(real);
const itemsIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));

/** A summary as it is drawn: its text, the lines of its lists, and how many it says are left out. */
function draw(blocks: readonly Block[]) {
  const { flags, components } = toMessage({ blocks });
  const body = { flags, components: components as never[] };
  const texts = [...eachComponent<{ content?: string; components?: never[] }>(body.components)].flatMap(
    ({ content }) => content ?? [],
  );
  const text = texts.join('\n');
  return {
    problems: checkMessage(body),
    size: texts.join('').length,
    text,
    lines: text.split('\n').filter((line) => line.startsWith('- ')),
    leftOut: Number(/: (\d+) more left out/.exec(text)?.[1] ?? 0),
  };
}

/** Texts for the facts: how long, and of which words; some of them grow when they are escaped. */
const anyTexts = fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.constantFrom('a', 'a *b', '_')), {
  minLength: 5,
  maxLength: 20,
  size: 'max',
});

/** The real facts, each with another claim and short answer. */
function withTexts(texts: readonly (readonly [length: number, word: string])[]): Knowledge {
  const facts = [...real.facts].map(([id, fact], n) => {
    const [length = 1, word = ''] = texts[n % texts.length] ?? [];
    const text = `${word.padEnd(length, word)}.`;
    return [id, { ...fact, short: text, claim: text }] as const;
  });
  return { ...real, facts: new Map(facts) };
}

test('any summary is within the limit, whole line by whole line, and as long as it may be', () => {
  fc.assert(
    fc.property(anyTexts, fc.subarray([...sections], { minLength: 1 }), (texts, chosen) => {
      const blocks = summaryBlocks(withTexts(texts), chosen, '1');
      const drawn = draw(blocks);
      expect(drawn.problems).toEqual([]);
      const items = itemsIn(blocks);
      expect(drawn.lines.length + drawn.leftOut).toBe(items.length);
      const whole = items.map((item) => draw([{ kind: 'list', items: [item] }]).text);
      for (const line of drawn.lines) expect(whole).toContain(line);
      const longest = Math.max(...whole.map((line) => line.length));
      if (drawn.leftOut > 0) expect(drawn.size + longest + 1).toBeGreaterThan(MAX_TEXT);
      expect(drawn.text).toMatch(/Edition [0-9a-f]{8} · Updated <t:\d+:R>$/);
    }),
    { numRuns: 200 },
  );
});

test('the real summary with all sections fits as a whole', () => {
  const blocks = summaryBlocks(real, sections, '1');
  const { lines, leftOut } = draw(blocks);
  expect(leftOut).toBe(0);
  expect(lines).toHaveLength(itemsIn(blocks).length);
  for (const section of sections) {
    const { leftOut, text } = draw(summaryBlocks(real, [section], '1'));
    expect([section.id, leftOut]).toEqual([section.id, 0]);
    expect(text).not.toContain('left out');
  }
});
