// What stands on a message that the bot sent: the question, the stamp and the requests of its buttons, read back.
import { subtext } from 'discord.js';
import { unescapeText } from './markup.ts';

/** The component id that the question's text is found by again when a button relies on it. */
export const QUESTION_ID = 1000;
export const QUESTION = 'Question: ';

/** The component id that a pinned summary is known by. */
export const STAMP_ID = 1001;
export const UPDATED = ' · Updated ';

/** A message component as far as it matters to finding a text. */
interface Component {
  readonly id?: number | undefined;
  readonly content?: string;
  readonly custom_id?: string;
  readonly components?: readonly object[];
}

/** The question that is shown on a message, as it was before drawing; undefined where there is none. */
export function readQuestion(components: readonly Component[]): string | undefined {
  const shown = textOf(components, QUESTION_ID);
  return shown === undefined ? undefined : unescapeText(shown.slice(subtext(QUESTION).length));
}

/** The stamp on a message, as it was before drawing; undefined where there is none. */
export function readStamp(components: readonly Component[]): string | undefined {
  const shown = textOf(components, STAMP_ID);
  return shown === undefined
    ? undefined
    : unescapeText(shown.slice(subtext('').length, shown.lastIndexOf(UPDATED)));
}

/** The stored requests of a message's buttons, as custom ids. */
export const customIds = (components: readonly Component[]): string[] =>
  components.flatMap(({ custom_id, components: inner = [] }) => [
    ...(custom_id === undefined ? [] : [custom_id]),
    ...customIds(inner),
  ]);

function textOf(components: readonly Component[], wanted: number): string | undefined {
  for (const { id, content, components: inner } of components) {
    if (id === wanted) return content;
    const found = inner && textOf(inner, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
