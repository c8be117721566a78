// Too long for one message: whole items go, from the end, and a line says so.
import { expect, test } from 'vitest';
import { fitMessage } from '../../src/bot/fit-message.ts';
import type { Block } from '../../src/bot/reply.ts';

const lead: Block = { kind: 'lead', text: 'The answer' };
const note: Block = { kind: 'note', text: 'As of now' };
const quotes = (count: number, length: number): Block[] =>
  Array.from({ length: count }, (_, n) => ({
    kind: 'quote',
    text: String(n).padEnd(length, '.'),
    source: 'X',
  }));

test('a reply that fits stays as it is', () => {
  const reply = { blocks: [lead, ...quotes(2, 1000), note] };
  expect(fitMessage(reply)).toBe(reply);
});

test('quotations are left out whole, the last ones first, never the answer or its small print', () => {
  const { blocks } = fitMessage({ blocks: [lead, ...quotes(5, 1000), note] });
  expect(blocks).toEqual([
    lead,
    ...quotes(2, 1000),
    note,
    { kind: 'note', text: 'Too long for one message: 3 more left out.' },
  ]);
});

test('a list loses whole items', () => {
  const items = Array.from({ length: 40 }, (_, n) => `${n} `.padEnd(100, 'x'));
  const { blocks } = fitMessage({ blocks: [lead, { kind: 'list', items }, note] });
  expect(blocks[1]).toEqual({ kind: 'list', items: items.slice(0, 29) });
  expect(blocks.at(-1)).toEqual({ kind: 'note', text: 'Too long for one message: 11 more left out.' });
});
