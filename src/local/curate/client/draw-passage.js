// A passage of the chosen paragraph, selected with the mouse or by keyboard, from which a fact is drafted or a gap begun.
import { element } from '../../page/client/element.js';
import { drawGap } from './draw-gap.js';
import { opener } from './fields.js';

/** @import { Entry } from '../index.ts' */
/** @import { Send } from './fields.js' */

/** Maximum number of words that are cited. */
const EXCERPT_WORDS = 12;

/**
 * @param {{ number: number, text: string, selected: string, citing: readonly Entry[] }} paragraph counted from 1, with
 *   what is selected in it to begin with, and the records that cite it
 * @param {(passage: string) => void} select called with the selected text
 * @param {Send} change
 */
export function drawPassage({ number, text, selected, citing }, select, change) {
  const said = element('output', { class: 'dim', for: 'passage' });
  const draft = element(
    'button',
    {
      type: 'button',
      id: 'draft-passage',
      onclick: () => change({ do: 'draft', paragraph: number, passage: passage() }),
    },
    'Draft a fact',
  );
  // A read-only field has no caret in Chromium, so nothing could be selected by keyboard.
  const field = element(
    'textarea',
    {
      id: 'passage',
      rows: 4,
      onbeforeinput: (event) => event.preventDefault(),
      onselect: tell,
      onkeyup: tell,
    },
    text,
  );
  const start = selected ? text.indexOf(selected) : -1;
  if (start >= 0) field.setSelectionRange(start, start + selected.length);

  function passage() {
    return field.value.slice(field.selectionStart, field.selectionEnd).trim();
  }
  function tell() {
    const words = passage().split(/\s+/).filter(Boolean).length;
    const cited = words > EXCERPT_WORDS ? `; the first ${EXCERPT_WORDS} are cited` : '';
    said.textContent = words === 0 ? 'Nothing is selected yet.' : `Selected: ${words} words${cited}.`;
    draft.disabled = words === 0;
    select(passage());
  }
  tell();

  const below = element('div', {});
  const key = `paragraph:${number}`;
  const facts = citing.filter(({ kind }) => kind === 'fact').map(({ id }) => id);
  return element(
    'section',
    { class: 'passage', 'aria-label': `Add from paragraph ${number}` },
    element('label', {}, 'Select the passage that a fact of your own is about', field),
    said,
    element(
      'div',
      { class: 'actions' },
      draft,
      opener({ name: 'gap', form: key }, 'New gap', below, () => drawGap(key, [], facts.slice(0, 3), change)),
    ),
    below,
  );
}
