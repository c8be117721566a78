// Turns the issues that zod reports into sentences for curators.
import type { z } from 'zod';

/** Maximum length of a value that is quoted in a sentence. */
const MAX_QUOTED = 60;

const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each entry after "- "',
  object: 'a mapping, with a "key: value" on each line',
  record: 'a mapping, with a "key: value" on each line',
};

/**
 * Describes one issue in a sentence.
 * @param issue from a parse with `reportInput`: without its input, a wrong type looks like a missing value
 */
export function describeIssue(issue: z.core.$ZodIssue): string {
  return `${subjectOf(issue.path)} ${predicateOf(issue)}`;
}

function subjectOf(path: readonly PropertyKey[]): string {
  const field = path.filter((key) => typeof key === 'string').join('.');
  if (!field) return path.length > 0 ? 'this entry' : 'the file';
  return typeof path.at(-1) === 'number' ? `an entry of "${field}"` : `"${field}"`;
}

function predicateOf(issue: z.core.$ZodIssue): string {
  const { input } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `holds ${issue.keys.map(quote).join(', ')}, which is not a known key; ${
        issue.keys.some((key) => key.includes(' '))
          ? 'put a text with commas or colons in quotes'
          : 'correct the spelling or remove it'
      }`;
    case 'invalid_type':
      return `${mismatch(TYPES[issue.expected] ?? issue.expected, input)}${adviceOn(issue.expected, input)}`;
    case 'invalid_value':
      return mismatch(oneOf(issue.values), input);
    case 'invalid_union': {
      if (!('discriminator' in issue)) return issue.message;
      const { discriminator = '', options = [] } = issue as { discriminator?: string; options?: unknown[] };
      return mismatch(
        oneOf(options.filter((option) => option !== undefined)),
        (input as Record<string, unknown> | undefined)?.[discriminator],
      );
    }
    case 'invalid_key':
      return mismatch(issue.issues[0]?.message.replace(/^must be /, '') ?? 'another key', input);
    case 'too_small':
      if (issue.origin === 'string') return 'must not be empty';
      if (Array.isArray(input))
        return `must have at least ${issue.minimum} ${issue.minimum === 1 ? 'entry' : 'entries'}, and has ${input.length || 'none'}`;
      return mismatch(`${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`, input);
    case 'too_big':
      if (typeof input === 'string')
        return `must have at most ${issue.maximum} characters, and has ${input.length}`;
      if (Array.isArray(input)) return `must have at most ${issue.maximum} entries, and has ${input.length}`;
      return mismatch(`at most ${issue.maximum}`, input);
    default:
      return isPlain(input) ? `${issue.message}, and is ${show(input)}` : issue.message;
  }
}

/** Says what is expected and what was found. */
function mismatch(expected: string, input: unknown): string {
  if (input === undefined) return `is missing; it must be ${expected}`;
  if (input === null) return `is empty; it must be ${expected}`;
  return `must be ${expected}, and is ${show(input)}`;
}

/** How to write the value so that YAML reads it as intended. */
function adviceOn(expected: string, input: unknown): string {
  if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean'))
    return `; put it in quotes: "${input}"`;
  if (expected === 'string' && isMapping(input)) return '; a text that holds ": " must be in quotes';
  if ((expected === 'number' || expected === 'int') && typeof input === 'string' && /\d/.test(input))
    return '; write it in digits alone, without quotes or commas';
  return '';
}

function show(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (isMapping(input)) return 'a mapping';
  if (typeof input !== 'string') return `${typeof input === 'number' ? 'the number ' : ''}${input}`;
  return input.length > MAX_QUOTED ? 'a longer text' : `the text ${quote(input)}`;
}

const isPlain = (input: unknown): boolean =>
  typeof input === 'number' || (typeof input === 'string' && input.length <= MAX_QUOTED);

const isMapping = (input: unknown): boolean => typeof input === 'object' && !Array.isArray(input);

const oneOf = (values: readonly unknown[]): string =>
  values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${values.at(-1)}` : `${values[0]}`;

const quote = (text: unknown): string => `"${text}"`;
