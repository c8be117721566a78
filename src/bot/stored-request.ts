// A button is a stored request: everything that pressing it needs stands in its custom id, so it works after a restart.

/** What pressing a button asks for. */
export interface StoredRequest {
  /** As it is typed, with its subcommand if it has one: `ask`, `summary post`. */
  command: string;
  options: Readonly<Record<string, string>>;
  /** The answer is to be posted in the channel for everyone. */
  share?: true;
}

/** Discord's limit for a button's custom id, in UTF-16 code units. */
const CUSTOM_ID_LENGTH = 100;

const SHARE = 'share/';
const OPTIONS = '?';
const OPTIONS_AND_SHOWN_QUESTION = '!';
/** Names the option that is shown, where it is not `question`; no option has an empty name. */
const SHOWN = '';
/** In a URL a space is a plus. */
const STORED = /^(share\/)?([a-z0-9+-]+)([?!])(.*)$/s;

/**
 * The custom id of a button: 1 to 100 URL-safe characters, the same for the same request.
 * Where option `question` or `claim` makes it too long, the id says instead that it is the one shown on the message.
 * @throws {RangeError} if it is too long even so.
 */
export function encode(request: StoredRequest): string {
  const whole = write(request.options, OPTIONS);
  if (whole.length <= CUSTOM_ID_LENGTH) return whole;
  const { question, claim, ...rest } = request.options;
  if (question !== undefined)
    return checked(write({ ...rest, ...(claim && { claim }) }, OPTIONS_AND_SHOWN_QUESTION));
  return checked(
    claim === undefined ? whole : write({ ...rest, [SHOWN]: 'claim' }, OPTIONS_AND_SHOWN_QUESTION),
  );

  function checked(brief: string): string {
    if (brief.length <= CUSTOM_ID_LENGTH) return brief;
    throw new RangeError(
      `A button for /${request.command} needs ${brief.length} characters; give it shorter options`,
    );
  }

  function write(options: StoredRequest['options'], separator: string): string {
    const query = new URLSearchParams(options);
    query.sort();
    return `${request.share ? SHARE : ''}${request.command.replaceAll(' ', '+')}${separator}${query}`;
  }
}

/** Whether a button can hold the request. */
export function isStorable(request: StoredRequest): boolean {
  try {
    return encode(request).length > 0;
  } catch {
    return false;
  }
}

/**
 * The request behind a custom id, or undefined where it is none of ours.
 * @param readQuestion the text of the question block on the message that the button stands on, as it was given to
 * the adapter (before escaping); without it a button that relies on it comes back undefined.
 */
export function decode(customId: string, readQuestion?: string): StoredRequest | undefined {
  const [, share, command, separator, query] = STORED.exec(customId) ?? [];
  if (command === undefined) return undefined;
  const { [SHOWN]: shown = 'question', ...options } = Object.fromEntries(new URLSearchParams(query));
  if (separator === OPTIONS_AND_SHOWN_QUESTION) {
    if (readQuestion === undefined) return undefined;
    options[shown] = readQuestion;
  }
  return { command: command.replaceAll('+', ' '), options, ...(share ? { share: true } : {}) };
}
