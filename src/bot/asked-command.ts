// Finds out that a question asks for a command: "summarize" is /tldr, "any quotes from Keyser" is /quotes.
import type { Desk } from '../core/desk.ts';
import { tokenize, wordingKey } from '../core/text/tokens.ts';
import { byTypedName, type Command, type Commands } from './command.ts';
import type { StoredRequest } from './stored-request.ts';

/** Words that a request is dressed in. "They" is not among them: what they do is a question about the article. */
const DRESSING: ReadonlySet<string> = new Set(
  `a all an and any are at be by can could do does for from get give had has have hey hi i in is it its just
  kindly let like list me my of ok on our pls please plz quick quickly see show so some still tell that the there
  these this those to u us want wants was we whats will with would you your`
    .trim()
    .split(/\s+/),
);

/** A phrase of these alone asks for too many things, and is recognized only as it stands. */
const QUESTION_WORDS: ReadonlySet<string> = new Set(['how', 'what', 'when', 'where', 'which', 'who', 'why']);

/** The placeholder for every period of the article, as in "compare {periods}". */
const PERIODS = '{periods}';
const OPTION = /\{([a-z]+)\}/;

/**
 * The request that a question stands for: that of the first command with a phrase of the same words, whatever their
 * order and whatever they are dressed in.
 *
 * @returns undefined where the question asks for no command
 */
export function askedCommand(question: string, commands: Commands, desk: Desk): StoredRequest | undefined {
  for (const [name, command] of byTypedName(commands))
    for (const phrase of command.asked ?? []) {
      const options = optionsFor(phrase, question, command, desk);
      if (options) return isAnswered(question, desk) ? undefined : { command: name, options };
    }
  return undefined;
}

/** Whether a fact answers exactly this question. */
function isAnswered(question: string, { knowledge }: Desk): boolean {
  const key = wordingKey(question);
  return [...knowledge.facts.values()].some(({ questions }) =>
    questions.some((known) => wordingKey(known) === key),
  );
}

/** The options of a command if a question has the words of a phrase; undefined if it has not. */
function optionsFor(
  phrase: string,
  question: string,
  command: Command,
  desk: Desk,
): StoredRequest['options'] | undefined {
  if (wordingKey(phrase) === wordingKey(question)) return {};
  const { article } = desk.knowledge;
  const asked = phrase.includes(PERIODS) ? withoutPeriods(question, desk) : question;
  if (asked === undefined) return undefined;
  const bare = (text: string) =>
    tokenize(text).filter((word) => !DRESSING.has(word) && !article.names.includes(word));
  const wanted = bare(phrase.replace(PERIODS, ' ').replace(OPTION, ' '));
  const words = bare(asked);
  if (wanted.every((word) => QUESTION_WORDS.has(word)) || !wanted.every((word) => words.includes(word)))
    return undefined;
  const rest = words.filter((word) => !wanted.includes(word));
  const option = OPTION.exec(phrase.replace(PERIODS, ''))?.[1];
  if (option === undefined) return rest.length === 0 ? {} : undefined;
  const value = rest.join(' ');
  const choices = value ? command.suggest?.[option]?.(value, desk) : undefined;
  return choices && choices.length > 0 ? { [option]: value } : undefined;
}

/** The text without the names of the article's periods; undefined if it does not name all of them. */
function withoutPeriods(text: string, { knowledge }: Desk): string | undefined {
  let rest: string | undefined = ` ${wordingKey(text)} `;
  for (const { names } of knowledge.article.periods) {
    const name = names
      .map(wordingKey)
      .sort((a, b) => b.length - a.length)
      .find((one) => rest?.includes(` ${one} `));
    rest = name === undefined ? undefined : rest?.replace(` ${name} `, ' ');
  }
  return rest;
}
