// Explains to curators why a text is not YAML. The messages of the yaml package are about its parser.
import { type Document, type ErrorCode, isCollection, isScalar, visit, type YAMLError } from 'yaml';

type Case = (error: YAMLError, line: string) => boolean;

const is =
  (...codes: ErrorCode[]): Case =>
  ({ code }) =>
    codes.includes(code);
const says =
  (message: RegExp): Case =>
  (error) =>
    message.test(error.message);
const lineIs =
  (pattern: RegExp, ...codes: ErrorCode[]): Case =>
  (error, line) =>
    pattern.test(line) && (codes.length === 0 || codes.includes(error.code));

const OUT_OF_LINE = 'does not line up with the lines around it, or lacks its "- " or its "key: "';

/** Errors and their explanations. The first case that applies counts. */
const REASONS: readonly (readonly [Case, reason: string])[] = [
  [lineIs(/^ *\t/), 'is indented with a tab; use spaces'],
  [lineIs(/^ *[^\S \t]/), 'is indented with special spaces (non-breaking ones?); use ordinary spaces'],
  [is('BAD_SCALAR_START'), 'begins a text with a character such as @, % or `; put the text in quotes'],
  [is('DUPLICATE_KEY'), 'repeats a key; remove one of the two'],
  [is('MULTIPLE_DOCS'), 'is a "---" or "..." that begins a second document; remove it'],
  [is('BAD_DQ_ESCAPE'), 'has a backslash inside double quotes; use single quotes'],
  [is('NON_STRING_KEY'), 'has a key that is not a text; put a text that begins with [, {, * or & in quotes'],
  [is('RESOURCE_EXHAUSTION'), 'is nested too deeply'],
  [
    says(/closing .quote/),
    'opens a quotation mark that is never closed (a text that begins with an apostrophe needs double quotes)',
  ],
  [
    lineIs(/["']/, 'UNEXPECTED_TOKEN'),
    'ends its quotes too early; put a text with quotation marks in quotes of the other kind',
  ],
  [
    says(/between flow|end with a [\]}]/),
    'has a bracket that is not closed, or a text with brackets that needs quotes',
  ],
  [lineIs(/[[\]{}]/, 'UNEXPECTED_TOKEN'), 'has a text with brackets, braces or commas that needs quotes'],
  [lineIs(/[:-] +[>|*&!]/, 'UNEXPECTED_TOKEN'), 'begins a text with >, |, *, & or !; put the text in quotes'],
  [lineIs(/: +- /, 'UNEXPECTED_TOKEN'), 'begins a text with "- "; put the text in quotes'],
  [
    lineIs(/: .*: /, 'BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW'),
    'has a text with ": " in it; put the text in quotes',
  ],
  [lineIs(/^[ -]*\w+:[^\s]/, 'MULTILINE_IMPLICIT_KEY'), 'lacks the space after its colon'],
  [
    is('BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'BAD_INDENT', 'MISSING_CHAR', 'UNEXPECTED_TOKEN'),
    OUT_OF_LINE,
  ],
];

/** Messages about a quotation mark or a bracket that is never closed. */
const NOT_CLOSED = /closing .quote| end with a [\]}]/;

/** The mark that git puts before a conflict. */
const CONFLICT = /^<{7} /m;

/**
 * Explains the first error of a document.
 * @returns the reason and its offset in the text, or undefined if there is no error
 */
export function explainYaml(
  text: string,
  document: Document.Parsed,
): { offset: number; reason: string } | undefined {
  const [error] = document.errors;
  if (!error) return undefined;
  const conflict = text.search(CONFLICT);
  if (conflict >= 0) return { offset: conflict, reason: 'is a merge conflict; resolve it' };
  const [offset] = error.pos;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
  const reason = REASONS.find(([applies]) => applies(error, line))?.[1] ?? `is not YAML: ${error.message}`;
  return { offset: NOT_CLOSED.test(error.message) ? openedBefore(offset, document) : offset, reason };
}

/** Where the quotation or the bracket around an offset begins. YAML notices only later that it is not closed. */
function openedBefore(offset: number, document: Document.Parsed): number {
  let start = offset;
  visit(document, {
    Node(_, node) {
      const opens = isCollection(node) ? node.flow : isScalar(node) && node.type?.startsWith('QUOTE');
      if (opens && node.range && node.range[0] < offset && offset <= node.range[2]) start = node.range[0];
    },
  });
  return start;
}
