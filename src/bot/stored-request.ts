// A button is a stored request: its custom id holds all that pressing it needs, so it works after a restart.

/** The request that a button sends. */
export interface StoredRequest {
  /** The command's typed name, with its subcommand if it has one: `ask`, `summary post`. */
  command: string;
  options: Readonly<Record<string, string>>;
  /** Post the answer in the channel for everyone. */
  share?: true;
}

/** Maximum UTF-16 code units in a custom id (Discord: Components, Custom ID). */
const CUSTOM_ID_LENGTH = 100;

const SHARE = 'share/';
const OPTIONS = '?';
const OPTIONS_AND_QUESTION_ON_MESSAGE = '!';
/** Names the option whose text is on the message, if that is not `question`. No option has an empty name. */
const ON_MESSAGE = '';
/** A plus stands for a space, as in a URL. */
const STORED = /^(share\/)?([a-z0-9+-]+)([?!])(.*)$/s;

/**
 * The custom id of a button: 1 to 100 URL-safe characters, the same for equal requests.
 * If option `question` or `claim` makes it too long, the id says that the option's text is the question on the message.
 * @throws {RangeError} if it is too long even then
 */
export function encode(request: StoredRequest): string {
  const whole = write(request, request.options, OPTIONS);
  if (whole.length <= CUSTOM_ID_LENGTH) return whole;
  const shorter = withoutLongText(request.options);
  const brief = shorter ? write(request, shorter, OPTIONS_AND_QUESTION_ON_MESSAGE) : whole;
  if (brief.length <= CUSTOM_ID_LENGTH) return brief;
  throw new RangeError(
    `A button for /${request.command} needs ${brief.length} characters; give it shorter options`,
  );
}

/** The options without the one whose text is on the message; undefined if there is none. */
function withoutLongText({
  question,
  claim,
  ...rest
}: StoredRequest['options']): StoredRequest['options'] | undefined {
  if (question !== undefined) return { ...rest, ...(claim && { claim }) };
  return claim === undefined ? undefined : { ...rest, [ON_MESSAGE]: 'claim' };
}

function write(
  { command, share }: StoredRequest,
  options: StoredRequest['options'],
  separator: string,
): string {
  const query = new URLSearchParams(options);
  query.sort();
  return `${share ? SHARE : ''}${command.replaceAll(' ', '+')}${separator}${query}`;
}

const MENU = /^menu\/([a-z]+)\/(.+)$/s;

/** The custom id of a menu, which names the option that its values become. */
export const encodeMenu = ({ option, request }: { option: string; request: StoredRequest }): string =>
  `menu/${option}/${encode(request)}`;

/**
 * The request behind a menu.
 * @param values what was chosen, as it arrived: a forged message may hold anything
 * @returns undefined for a custom id of another program
 */
export function decodeMenu(customId: string, values: readonly string[]): StoredRequest | undefined {
  const [, option, rest] = MENU.exec(customId) ?? [];
  const request = rest && decode(rest);
  return option && request
    ? { ...request, options: { ...request.options, [option]: values.join(',') } }
    : undefined;
}

/** Whether the request fits a custom id. */
export function isStorable(request: StoredRequest): boolean {
  try {
    return encode(request).length > 0;
  } catch {
    return false;
  }
}

/**
 * The request behind a custom id.
 * @param questionOnMessage the text of the question block on the button's message, before it was escaped
 * @returns undefined for a custom id of another program, and for one that needs a question which the message lacks
 */
export function decode(customId: string, questionOnMessage?: string): StoredRequest | undefined {
  const [, share, command, separator, query] = STORED.exec(customId) ?? [];
  if (command === undefined) return undefined;
  const { [ON_MESSAGE]: onMessage = 'question', ...options } = Object.fromEntries(new URLSearchParams(query));
  if (separator === OPTIONS_AND_QUESTION_ON_MESSAGE) {
    if (questionOnMessage === undefined) return undefined;
    options[onMessage] = questionOnMessage;
  }
  return { command: command.replaceAll('+', ' '), options, ...(share ? { share: true } : {}) };
}
