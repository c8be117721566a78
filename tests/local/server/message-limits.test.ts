// Discord's limits for messages: each refuses what breaks it and accepts what just fits.
import { expect, test } from 'vitest';
import { checkShape } from '../../../src/local/server/check-shape.ts';
import { checkMessage, isEmpty, type MessageBody } from '../../../src/local/server/limits.ts';
import { button, row, text, times, v2 } from './bodies.ts';

/** Problems of a message, by the specification first and then by the limits, as the server asks for them. */
const inMessage = (body: object): string[] => {
  const shape = checkShape('message', body);
  return (shape.length > 0 ? shape : checkMessage(body as MessageBody)).map(({ message }) => message);
};

test.each<[string, object, object]>([
  ['2,000 characters', { content: 'a'.repeat(2000) }, { content: 'a'.repeat(2001) }],
  ['10 embeds', { embeds: times(10, () => ({ title: 'x' })) }, { embeds: times(11, () => ({ title: 'x' })) }],
  ['an embed shows something', { embeds: [{ title: 'x' }] }, { embeds: [{ color: 3 }] }],
  [
    '6,000 characters over all embeds',
    { embeds: times(2, () => ({ description: 'a'.repeat(3000) })) },
    { embeds: times(2, () => ({ description: 'a'.repeat(3001) })) },
  ],
  ['embed title 256', { embeds: [{ title: 'a'.repeat(256) }] }, { embeds: [{ title: 'a'.repeat(257) }] }],
  [
    '25 fields',
    { embeds: [{ fields: times(25, () => ({ name: 'n', value: 'v' })) }] },
    { embeds: [{ fields: times(26, () => ({ name: 'n', value: 'v' })) }] },
  ],
  ['components need the V2 flag', { flags: v2, components: [text('x')] }, { components: [text('x')] }],
  [
    'no content with V2',
    { flags: v2, components: [text('x')] },
    { flags: v2, content: 'x', components: [text('x')] },
  ],
  ['no embeds with V2', { flags: v2, components: [text('x')] }, { flags: v2, embeds: [{ title: 'x' }] }],
  [
    '40 components, nested ones counted',
    { flags: v2, components: [{ type: 17, components: times(39, () => text('x')) }] },
    { flags: v2, components: times(2, () => ({ type: 17, components: times(20, () => text('x')) })) },
  ],
  [
    '4,000 characters over all texts',
    { flags: v2, components: times(2, () => text('a'.repeat(2000))) },
    { flags: v2, components: times(2, () => text('a'.repeat(2001))) },
  ],
  [
    'custom_id once',
    { components: [row(button('a'), button('b'))] },
    { components: [row(button('a')), row(button('a'))] },
  ],
  [
    'custom_id present',
    { components: [row(button('a'))] },
    { components: [row({ type: 2, style: 1, label: 'x' })] },
  ],
  [
    'custom_id 100',
    { components: [row(button('a'.repeat(100)))] },
    { components: [row(button('a'.repeat(101)))] },
  ],
  [
    'label 80',
    { components: [row(button('a', { label: 'a'.repeat(80) }))] },
    { components: [row(button('a', { label: 'a'.repeat(81) }))] },
  ],
  [
    'a button says something',
    { components: [row(button('a'))] },
    { components: [row({ type: 2, style: 1, custom_id: 'a' })] },
  ],
  [
    'a link button has a url and no custom_id',
    { components: [row({ type: 2, style: 5, label: 'x', url: 'https://example.org' })] },
    { components: [row({ type: 2, style: 5, label: 'x', url: 'https://example.org', custom_id: 'a' })] },
  ],
  [
    '5 buttons a row',
    { components: [row(...times(5, (i) => button(`${i}`)))] },
    { components: [row(...times(6, (i) => button(`${i}`)))] },
  ],
  [
    '5 rows without V2',
    { components: times(5, (i) => row(button(`${i}`))) },
    { components: times(6, (i) => row(button(`${i}`))) },
  ],
  [
    'a row holds one kind',
    { components: [row({ type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }] })] },
    { components: [row(button('a'), { type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }] })] },
  ],
  [
    '25 options',
    {
      components: [
        row({ type: 3, custom_id: 's', options: times(25, (i) => ({ label: 'l', value: `${i}` })) }),
      ],
    },
    {
      components: [
        row({ type: 3, custom_id: 's', options: times(26, (i) => ({ label: 'l', value: `${i}` })) }),
      ],
    },
  ],
  [
    'option values once',
    { components: [row({ type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }] })] },
    {
      components: [row({ type: 3, custom_id: 's', options: times(2, () => ({ label: 'l', value: 'v' })) })],
    },
  ],
  [
    'a section has one to three texts',
    { flags: v2, components: [{ type: 9, components: times(3, () => text('x')), accessory: button('a') }] },
    { flags: v2, components: [{ type: 9, components: times(4, () => text('x')), accessory: button('a') }] },
  ],
  [
    'a section has an accessory',
    { flags: v2, components: [{ type: 9, components: [text('x')], accessory: button('a') }] },
    { flags: v2, components: [{ type: 9, components: [text('x')] }] },
  ],
  [
    'a gallery has one to ten pictures',
    {
      flags: v2,
      components: [{ type: 12, items: times(10, () => ({ media: { url: 'https://example.org/a.png' } })) }],
    },
    {
      flags: v2,
      components: [{ type: 12, items: times(11, () => ({ media: { url: 'https://example.org/a.png' } })) }],
    },
  ],
  [
    'alt text 1,024',
    {
      flags: v2,
      components: [
        { type: 12, items: [{ media: { url: 'https://e.org/a' }, description: 'a'.repeat(1024) }] },
      ],
    },
    {
      flags: v2,
      components: [
        { type: 12, items: [{ media: { url: 'https://e.org/a' }, description: 'a'.repeat(1025) }] },
      ],
    },
  ],
  [
    'no container in a container',
    { flags: v2, components: [{ type: 17, components: [text('x')] }] },
    { flags: v2, components: [{ type: 17, components: [{ type: 17, components: [text('x')] }] }] },
  ],
  ['no unknown field', { content: 'x' }, { content: 'x', contents: 'y' }],
  [
    'no unknown field in a component',
    { flags: v2, components: [text('x')] },
    { flags: v2, components: [{ ...text('x'), colour: 1 }] },
  ],
  [
    'parse and users exclude each other',
    { content: 'x', allowed_mentions: { users: ['1'] } },
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
  ],
])('%s', (_, fits, breaks) => {
  expect(inMessage(fits)).toEqual([]);
  expect(inMessage(breaks)).not.toEqual([]);
});

test('emptiness is told by what would be shown', () => {
  expect(isEmpty({ content: ' ' }, 0)).toBe(true);
  expect(isEmpty({ content: ' ' }, 1)).toBe(false);
  expect(isEmpty({ components: [text('x')] }, 0)).toBe(false);
});
