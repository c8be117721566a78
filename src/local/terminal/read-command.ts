// Reads a typed line: a slash command with its options, and the option that is being typed at its end.
import type { CommandOption, OptionValue } from '../server/commands.ts';
import type { Offer } from '../server/offers.ts';

/** Option types whose values are not text (Discord: Application Command Option Type). */
const Typed = { Integer: 4, Boolean: 5, User: 6, Channel: 7, Number: 10 } as const;

export interface TypedCommand {
  offer: Offer;
  options: Record<string, OptionValue>;
  /** The option at the end of the line and its text so far; null when the line has none. */
  last: { option: CommandOption; text: string } | null;
}

/**
 * Reads `/ask question: how many` or, when there is only one option to fill in, `/ask how many`.
 * @param line starts with a slash
 * @param offers the slash commands that are offered
 * @param idOf the id behind a name, for options that take a member or a channel
 * @returns null when none of them has that name
 */
export function readCommand(
  line: string,
  offers: readonly Offer[],
  idOf: (name: string) => string | undefined,
): TypedCommand | null {
  const offer = offers.find(({ name }) => `${line} `.startsWith(`/${name} `));
  if (!offer) return null;
  const parts = split(line.slice(`/${offer.name}`.length), offer.options);
  const values = parts.map(({ option, text }) => [option.name, toValue(option, text, idOf)]);
  return { offer, options: Object.fromEntries(values), last: parts.at(-1) ?? null };
}

/** Splits `a: one b: two` at the names of options. Text without a name belongs to the only option that is offered. */
function split(text: string, options: readonly CommandOption[]): { option: CommandOption; text: string }[] {
  const starts = options
    .map((option) => ({ option, match: new RegExp(`(?:^|\\s)${option.name}:\\s*`).exec(text) }))
    .flatMap(({ option, match }) =>
      match ? [{ option, at: match.index, from: match.index + match[0].length }] : [],
    )
    .sort((a, b) => a.at - b.at);
  const lead = text.slice(0, starts[0]?.at).trimStart();
  const required = options.filter((option) => option.required);
  const only = required.length === 1 ? required[0] : options.length === 1 ? options[0] : undefined;
  return [
    ...(lead && only ? [{ option: only, text: lead }] : []),
    ...starts.map(({ option, from }, index) => ({ option, text: text.slice(from, starts[index + 1]?.at) })),
  ];
}

function toValue(
  option: CommandOption,
  text: string,
  idOf: (name: string) => string | undefined,
): OptionValue {
  const choice = option.choices?.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  if (choice) return choice.value;
  switch (option.type) {
    case Typed.Integer:
    case Typed.Number:
      return Number(text.trim() || Number.NaN);
    case Typed.Boolean:
      return /^(true|yes)$/i.test(text.trim())
        ? true
        : /^(false|no)$/i.test(text.trim())
          ? false
          : text.trim();
    case Typed.User:
    case Typed.Channel:
      return idOf(text.trim().replace(/^[@#]/, '')) ?? text.trim();
    default:
      return text.trim();
  }
}
