// Reads back what the bot put on its own messages: the question, the stamp, and the requests of the buttons.
import { subtext } from 'discord.js';
import { unescapeText } from './markup.ts';

/** The component id of the question. A button that is too small for its question reads it from there. */
export const QUESTION_ID = 1000;
/** Separates a question from its label, which holds none itself. */
export const LABEL_END = ': ';

/** The component id of the stamp, by which the bot knows a pinned summary. */
export const STAMP_ID = 1001;
export const UPDATED = ' · Updated ';

/** The fields of a message component that are read here. */
interface Component {
  readonly id?: number | undefined;
  readonly content?: string;
  readonly custom_id?: string;
  readonly components?: readonly object[];
}

/** The question on a message, as it was before it was escaped; undefined if there is none. */
export function readQuestion(components: readonly Component[]): string | undefined {
  const text = textOf(components, QUESTION_ID);
  return text === undefined
    ? undefined
    : unescapeText(text.slice(text.indexOf(LABEL_END) + LABEL_END.length));
}

/** The stamp on a message, as it was before it was escaped; undefined if there is none. */
export function readStamp(components: readonly Component[]): string | undefined {
  const text = textOf(components, STAMP_ID);
  return text === undefined
    ? undefined
    : unescapeText(text.slice(subtext('').length, text.lastIndexOf(UPDATED)));
}

/** The custom ids of a message's buttons, in order. */
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
