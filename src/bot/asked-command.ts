// Recognizes questions that ask for a command: "summarize" is /tldr, "any quotes from Keyser" is /quotes.
import type { Desk } from '../core/desk.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import { tokenize, wordingKey } from '../core/text/tokens.ts';
import { byTypedName, type Command, type Commands } from './command.ts';
import type { StoredRequest } from './stored-request.ts';

/**
 * Words of politeness and padding around a request. "They" is not one: what they do is a question about the article.
 */
const DRESSING: ReadonlySet<string> = new Set(
  `a all an and any are at be by can could do does for from get give had has have here hey hi i in is it its just
  kindly let like list me my of ok on our pls please plz quick quickly see show so some still tell that the there
  these this those to u us want wants was we whats will with would you your`
    .trim()
    .split(/\s+/),
);

/** A phrase that consists of these words only could ask for many things, so it is recognized only word for word. */
const QUESTION_WORDS: ReadonlySet<string> = new Set(['how', 'what', 'when', 'where', 'which', 'who', 'why']);

/** The placeholder for every period of the article, as in "compare {periods}". */
const PERIODS = '{periods}';
const OPTION = /\{([a-z]+)\}/;

/** Finds the request that a question stands for; undefined where it asks for no command. */
export type AskedCommand = (question: string, desk: Desk) => StoredRequest | undefined;

/** A phrase of a command, prepared for comparison with questions. */
interface Phrase {
  name: string;
  command: Command;
  key: string;
  /** Its words without padding and placeholders. */
  wanted: readonly string[];
  namesPeriods: boolean;
  /** The option that takes what is left of the question. */
  option: string | undefined;
}

/** A question, prepared for comparison with phrases. */
interface Question {
  key: string;
  /** Its words without padding, each once. */
  words: ReadonlySet<string>;
  /** The same without the names of the article's periods; undefined if it does not name all of them. */
  wordsWithoutPeriods: ReadonlySet<string> | undefined;
}

/**
 * Creates the function that finds the request that a question stands for. It is that of the first command with a
 * phrase of the same words, in any order and with any padding. The phrases are read once, since every question is
 * compared with them.
 */
export function createAskedCommand(commands: Commands, { article, facts }: Knowledge): AskedCommand {
  const bare = (text: string) =>
    tokenize(text).filter((word) => !DRESSING.has(word) && !article.names.includes(word));
  const phrases = [...byTypedName(commands)].flatMap(([name, command]) =>
    (command.phrases ?? []).map(
      (phrase): Phrase => ({
        name,
        command,
        key: wordingKey(phrase),
        wanted: bare(phrase.replace(PERIODS, ' ').replace(OPTION, ' ')),
        namesPeriods: phrase.includes(PERIODS),
        option: OPTION.exec(phrase.replace(PERIODS, ''))?.[1],
      }),
    ),
  );
  /** The names of each period, longest first. */
  const periods = article.periods.map(({ names }) =>
    names.map(wordingKey).sort((a, b) => b.length - a.length),
  );
  /** Questions that a fact answers word for word. They ask for no command. */
  const answered = new Set([...facts.values()].flatMap(({ questions }) => questions.map(wordingKey)));

  return (text, desk) => {
    const key = wordingKey(text);
    const rest = withoutPeriods(key, periods);
    const question: Question = {
      key,
      words: new Set(bare(text)),
      wordsWithoutPeriods: rest === undefined ? undefined : new Set(bare(rest)),
    };
    for (const phrase of phrases) {
      const options = optionsFor(phrase, question, desk);
      if (options) return answered.has(key) ? undefined : { command: phrase.name, options };
    }
    return undefined;
  };
}

/** The options of a command if a question has the words of a phrase; otherwise undefined. */
function optionsFor(
  { key, wanted, namesPeriods, option, command }: Phrase,
  question: Question,
  desk: Desk,
): StoredRequest['options'] | undefined {
  if (key === question.key) return {};
  const words = namesPeriods ? question.wordsWithoutPeriods : question.words;
  if (!words?.size || !wanted.every((word) => words.has(word))) return undefined;
  if (wanted.every((word) => QUESTION_WORDS.has(word))) return undefined;
  const rest = [...words].filter((word) => !wanted.includes(word));
  if (option === undefined) return rest.length === 0 ? {} : undefined;
  const value = rest.join(' ');
  const choices = value ? command.suggest?.[option]?.(value, desk) : undefined;
  return choices && choices.length > 0 ? { [option]: value } : undefined;
}

/** A wording without the names of the article's periods; undefined if it does not name all of them. */
function withoutPeriods(key: string, periods: readonly (readonly string[])[]): string | undefined {
  let rest: string | undefined = ` ${key} `;
  for (const names of periods) {
    const name = names.find((one) => rest?.includes(` ${one} `));
    rest = name === undefined ? undefined : rest?.replace(` ${name} `, ' ');
  }
  return rest;
}
