// Discord's Markdown as Discord reads it. Many cases come from reports about other parsers of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MarkdownNode } from '../../../src/local/markdown/nodes.ts';
import { parseMarkdown } from '../../../src/local/markdown/parse-markdown.js';
import { anyCharacter } from '../../any-character.ts';

/** Nodes in short: `{bold text}`, with what else they hold behind their type: `{link:https://a.example text}`. */
const short = (nodes: readonly MarkdownNode[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (node.type === 'list') return `{list:${node.start} ${node.items.map(short).join('|')}}`;
      const { type, ...rest } = node;
      const { children, text, ...more } = { children: undefined, text: undefined, ...rest };
      return `{${[type, ...Object.values(more)].join(':')} ${children ? short(children) : (text ?? '')}}`;
    })
    .join('');
const parsed = (text: string) => short(parseMarkdown(text));

describe('marks', () => {
  test.each([
    [
      '**a** *b* _c_ __d__ ~~e~~ ||f||',
      '{bold a} {italic b} {italic c} {underline d} {strike e} {spoiler f}',
    ],
    ['***a***', '{italic {bold a}}'],
    ['***a* b** ***c** d*', '{bold {italic a} b} {italic {bold c} d}'],
    ['___a_ b__ ___c__ d_', '{underline {italic a} b} {italic {underline c} d}'],
    ['*a **b* c**', '{italic a **b} c**'],
    ['**a *b** c*', '{bold a *b} c*'],
    ['**a*', '*{italic a}'],
    ['_this *is* a test_', '{italic this {italic is} a test}'],
    ['~~**a**~~ **__*b*__**', '{strike {bold a}} {bold {underline {italic b}}}'],
    ['**a\nb**', '{bold a\nb}'],
  ])('%j', (text, expected) => expect(parsed(text)).toBe(expected));

  test.each([
    '2 * 3 * 4',
    'a * b*',
    '*a\n*',
    '** *',
    'snake_case_name',
    '_a_b',
    ':rainbow_heart: :rainbow_heart:',
    '||||',
    '~~~~',
    '@ every one',
  ])('none in %j', (text) => expect(parsed(text)).toBe(text));

  test.each([
    ['a *b  *', 'a {italic b}'],
    ['** **', '{bold  }'],
    ['_a_$ test_test_', '{italic a}$ test{italic test}'],
    ['|||||', '{spoiler |}'],
    ['~~~~~', '{strike ~}'],
    ['[a] *b* [c]', '[a] {italic b} [c]'],
  ])('at odd places: %j', (text, expected) => expect(parsed(text)).toBe(expected));
});

describe('a backslash', () => {
  test.each([
    [String.raw`\*a* \_b_ \~~c~~ \||d||`, '*a* _b_ ~~c~~ ||d||'],
    [String.raw`\\\_test_`, String.raw`\_test_`],
    [String.raw`*a\*\\\*\\*`, String.raw`{italic a*\*\}`],
    [String.raw`\foo \0 \&`, String.raw`\foo \0 &`],
    [
      String.raw`\<@1> \@everyone \[a](https://a.example)`,
      '<@1> @everyone [a]({link:https://a.example https://a.example})',
    ],
    [String.raw`\# a`, '# a'],
    [String.raw`> \> a`, '{quote > a}'],
    [String.raw`1\. a`, '1. a'],
    [String.raw`¯\_(ツ)_/¯`, String.raw`¯\_(ツ)_/¯`],
    [String.raw`**a \** b**`, '{bold a ** b}'],
    [String.raw`~~\~~`, String.raw`{strike \}`],
  ])('%s', (text, expected) => expect(parsed(text)).toBe(expected));
});

describe('code', () => {
  test.each([
    ['`a*b*` ``c`d``', '{code a*b*} {code c`d}'],
    ['`` ` ``', '{code `}'],
    ['\\`a\\` `\\`', '`a` {code \\}'],
    ['```` `', '{code ```}'],
    ['``', '``'],
    ['`foo_bar_baz`', '{code foo_bar_baz}'],
    ['```foo```', '{codeBlock: foo}'],
    ['```\nfoo\nbar```\nbaz', '{codeBlock: foo\nbar}baz'],
    ['```js\nlet a;\n```', '{codeBlock:js let a;}'],
    ['```foo bar\nbaz qux```', '{codeBlock: foo bar\nbaz qux}'],
    ['```py\n\n```', '{codeBlock: py}'],
    ['```\n# a\n> b\n- c\n```', '{codeBlock: # a\n> b\n- c}'],
    ['a ```b``` c', 'a {codeBlock: b} c'],
    ['```\n```', '{code \n}'],
    ['```\n```\n```', '{codeBlock: ```}'],
    ['`a\n# b`', '{code a\n# b}'],
  ])('%j', (text, expected) => expect(parsed(text)).toBe(expected));
});

describe('links', () => {
  const link = (address: string, label = address) => `{link:${address} ${label}}`;
  test.each([
    ['see https://a.example/b.', `see ${link('https://a.example/b')}.`],
    [
      '(https://a.example/b) https://a.example/c_(d)',
      `(${link('https://a.example/b')}) ${link('https://a.example/c_(d)')}`,
    ],
    ['https://a.example/b_c_d*e*', link('https://a.example/b_c_d*e*')],
    ['**https://a.example/b**', `{bold ${link('https://a.example/b')}}`],
    ['<https://a.example/b>', link('https://a.example/b')],
    ['[**b** `c`](https://a.example)', link('https://a.example', '{bold b} {code c}')],
    ['[b](<https://a.example> "title")', link('https://a.example', 'b')],
    ['[b](https://a.example/c_(d))', link('https://a.example/c_(d)', 'b')],
    [String.raw`[b](https://a.example/c_\(d\) "c \(d\)")`, link('https://a.example/c_(d)', 'b')],
    [
      '[[b]](https://a.example) [[b](https://a.example)',
      `${link('https://a.example', '[b]')} [${link('https://a.example', 'b')}`,
    ],
    [String.raw`[\*](https://a.example)`, link('https://a.example', String.raw`\*`)],
    ['_[a b](https://a.example/a_b)_', `_${link('https://a.example/a_b', 'a b')}_`],
    ['[# b\n> c](https://a.example)', link('https://a.example', '# b\n> c')],
  ])('%j', (text, expected) => expect(parsed(text)).toBe(expected));

  test.each([
    '[https://b.example](https://a.example)',
    '[`https://b.example`](https://a.example)',
    '[🥺](https://a.example)',
    '[ ](https://a.example)',
    '[```b```](https://a.example)',
    '[b](javascript:alert)',
    '[b](//a.example)',
    '[b] (https:)',
    'http://a',
    '<javascript:alert>',
  ])('none where Discord draws none: %j', (text) => expect(parsed(text)).toBe(text));
});

describe('mentions and times', () => {
  test.each([
    ['<@1> <@!1> <@&2> <#3>', '{user:1 } {user:1 } {role:2 } {channel:3 }'],
    ['@everyone @here', '{everyone @everyone} {everyone @here}'],
    ['</ask now:4> <:smile:5> <a:wave:6>', '{command:ask now } {emoji:smile } {emoji:wave }'],
    ['<t:1493084700> <t:-1:R>', '{time:1493084700:f } {time:-1:R }'],
    ['**<@1>**', '{bold {user:1 }}'],
  ])('%j', (text, expected) => expect(parsed(text)).toBe(expected));

  test.each(['<t:1:x>', '<t:8640000000001>', '<@a>', '</ask>', '<:smile:>'])('none in %j', (text) =>
    expect(parsed(text)).toBe(text),
  );
});

describe('blocks', () => {
  test.each([
    ['# a\n## b\n### c\n-# d\ne', '{heading:1 a}{heading:2 b}{heading:3 c}{subtext d}e'],
    ['# a *b* ##  ', '{heading:1 a {italic b}}'],
    ['#### a', '#### a'],
    ['# # a\n-# -# a', '# # a\n-# -# a'],
    ['#a\n # a\na # b\na -# b', '#a\n # a\na # b\na -# b'],
    ['*# a*b', '{italic {heading:1 a}}b'],
    ['> a\n> **b**\nc', '{quote a\n{bold b}}c'],
    ['> **a\n> b**', '{quote {bold a\nb}}'],
    ['a\n>>> b\nc', 'a{quote b\nc}'],
    ['> > a', '{quote > a}'],
    ['>a\na > b', '>a\na > b'],
    ['> ```\n> a\n> ```', '{quote {codeBlock: a}}'],
    ['> ```\na\n```', '{quote ```}a\n```'],
    ['> # a\n> - b', '{quote {heading:1 a}{list:null b}}'],
    ['- a\n- b\n* c', '{list:null a|b|c}'],
    ['3. c\n4. d', '{list:3 c|d}'],
    ['- a\n  - b\n    - c\n- d', '{list:null a{list:null b{list:null c}}|d}'],
    ['1. a\n   b\n2. c', '{list:1 a\nb|c}'],
    ['- # a\n- > b', '{list:null # a|{quote b}}'],
    ['a\n- b\n\nc', 'a{list:null b}\nc'],
    ['-a\n1.a\n1.\n- ', '-a\n1.a\n1.{list:null }'],
  ])('%j', (text, expected) => expect(parsed(text)).toBe(expected));
});

/** The texts of the leaves, without what has no text of its own. */
const leaves = (nodes: readonly MarkdownNode[]): string =>
  nodes
    .map((node) => {
      if ('text' in node) return node.text;
      if (node.type === 'list') return node.items.map(leaves).join('');
      return 'children' in node ? leaves(node.children) : '';
    })
    .join('');

const SIGNS = [
  '*',
  '_',
  '~',
  '|',
  '`',
  '\\',
  '\n',
  ' ',
  '> ',
  '# ',
  '- ',
  '1. ',
  '-# ',
  '[',
  ']',
  '(',
  ')',
  '<',
  'a',
  'b',
];
const repeated = fc
  .tuple(fc.constantFrom(...SIGNS), fc.nat({ max: 500 }))
  .map(([sign, times]) => sign.repeat(times));
const marked = fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }).map((parts) => parts.join(''));

describe('of any text', () => {
  test('every letter is kept, in order', () => {
    const letters = (text: string) => text.replace(/[^ab]/g, '');
    fc.assert(
      fc.property(marked, (text) => {
        // A language is told by the code block, not in its text.
        fc.pre(!text.includes('```'));
        expect(letters(leaves(parseMarkdown(text)))).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });

  test('text without any mark is kept as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\p{P}\p{S}\d]/gu, '')),
        (text) => {
          expect(leaves(parseMarkdown(text))).toBe(text);
        },
      ),
    );
  });

  test('nothing is thrown, and nodes are in each other only so deep', () => {
    const depth = (nodes: readonly MarkdownNode[]): number =>
      1 +
      Math.max(
        0,
        ...nodes.flatMap((node) =>
          node.type === 'list' ? node.items.map(depth) : 'children' in node ? [depth(node.children)] : [],
        ),
      );
    fc.assert(
      fc.property(fc.oneof(marked, repeated, fc.string({ unit: anyCharacter, maxLength: 50 })), (text) => {
        expect(depth(parseMarkdown(text))).toBeLessThan(20);
      }),
    );
  });

  // What is quadratic takes minutes here, what is worse takes days.
  test.each([
    ...SIGNS.filter((sign) => /[^\w ]/.test(sign)),
    '**a *b ',
    '***a ',
    '_a __b ',
    '||a ~~b ',
    '`a',
    '`` ` ``` ',
    '[a](',
    '[a](https://a.example ',
    '[[a][b',
    '<https://',
    'https://a.',
    '<t:1',
    '> - 1. ',
    '- a\n  ',
    '```\n\n',
    '\n    ',
  ])('50,000 characters come to an end: %j over and over', (part) => {
    parseMarkdown(`a${part.repeat(50_000 / part.length)}b`);
  });
});
