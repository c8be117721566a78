// A reply that is too long for one message loses whole items, the least important first, and a line says so.
import { expect, test } from 'vitest';
import { fitBlocks } from '../../src/bot/fit-message.ts';
import { toPlainText } from '../../src/bot/plain-text.ts';
import type { Block } from '../../src/bot/reply.ts';

const lead: Block = { kind: 'lead', text: 'The answer' };
const note: Block = { kind: 'note', text: 'As of now' };
const stamp: Block = { kind: 'stamp', text: 'Sections: all' };
const question: Block = { kind: 'question', text: 'How many?' };
const list = (...items: string[]): Block => ({ kind: 'list', items });
const citation = (excerpt: string): Block => ({ kind: 'citation', paragraph: 1, excerpt, facts: [] });
const quotes = (count: number, length: number): Block[] =>
  Array.from({ length: count }, (_, n) => ({
    kind: 'quote',
    text: String(n).padEnd(length, '.'),
    source: 'X',
  }));
const leftOut = (count: number): Block => ({
  kind: 'note',
  text: `Too long for one message: ${count} more left out.`,
});
const same = (blocks: readonly Block[]) => blocks;
const within = (room: number) => (blocks: readonly Block[]) => toPlainText(blocks).length <= room;

test('what fits stays as it is', () => {
  const blocks = [lead, ...quotes(2, 1000), note];
  expect(fitBlocks(blocks, same, within(3000))).toBe(blocks);
});

test('quotations are left out whole, the last ones first, never the answer or its small print', () => {
  const blocks = fitBlocks([lead, ...quotes(5, 1000), note], same, within(3000));
  expect(blocks).toEqual([lead, ...quotes(2, 1000), leftOut(3), note]);
});

test('of several lists the longest loses its last lines', () => {
  const blocks = [lead, list('aaaa', 'bbbb', 'cccc'), lead, list('dddd', 'eeee'), note, stamp];
  expect(fitBlocks(blocks, same, (some) => !toPlainText(some).includes('bbbb'))).toEqual([
    lead,
    list('aaaa'),
    lead,
    list('dddd'),
    leftOut(3),
    note,
    stamp,
  ]);
});

test('a code that is longer than the lists goes whole, with its caption, and the shorter ones stay', () => {
  const code = (length: number): Block => ({ kind: 'code', caption: 'Paste:', text: 'y'.repeat(length) });
  const blocks = fitBlocks([list('line'), code(900), list('line'), code(90), note], same, within(800));
  expect(blocks).toEqual([list('line'), list('line'), code(90), leftOut(1), note]);
});

test('citations go first, then what is longest of lines and quotations, the question, and the rest from the end; the stamp never', () => {
  const all = [question, lead, ...quotes(1, 3), list('line'), citation('cited'), stamp];
  const seen: string[][] = [];
  const kept = fitBlocks(all, same, (blocks) => {
    seen.push(blocks.map(({ kind }) => kind));
    return false;
  });
  const gone = seen.slice(1).map((now, step) => seen[step]?.find((kind) => !now.includes(kind)));
  expect(gone).toEqual(['citation', 'list', 'quote', 'question', 'lead']);
  expect(kept).toEqual([leftOut(5), stamp]);
});
