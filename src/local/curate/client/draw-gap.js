// The form for a gap: what the article does not say, and how people ask for it.
import { element } from '../../page/client/element.js';
import { drawField, drawLine, form, toLines } from './fields.js';

/** @import { Send } from './fields.js' */

/** How nearly every gap begins. */
const SAYS = "The article doesn't say ";

/**
 * @param {string} key of the form
 * @param {readonly string[]} questions to begin with
 * @param {readonly string[]} nearest ids of the facts that come closest
 * @param {Send} change
 */
export function drawGap(key, questions, nearest, change) {
  const says = drawField({ name: 'says', form: key }, SAYS, { rows: 2 });
  const asked = drawField({ name: 'questions', form: key }, questions.join('\n'), { rows: 3 });
  const id = drawLine({ name: 'id', form: key }, { autocomplete: 'off', spellcheck: 'false' });
  return form(
    'New gap',
    () =>
      change(
        {
          do: 'add gap',
          id: id.value.trim(),
          says: says.value.replace(/\s+/g, ' ').trim(),
          questions: toLines(asked.value),
          nearest: [...nearest],
        },
        key,
      ),
    element('label', {}, 'What the article leaves open, in a sentence that stands alone', says),
    element('label', {}, 'How people ask for it, each question on a line', asked),
    element('label', {}, 'Its id; made of the first question if empty', id),
    nearest.length > 0 ? element('p', { class: 'dim' }, `Nearest facts: ${nearest.join(', ')}`) : null,
    element('div', { class: 'actions' }, element('button', { type: 'submit' }, 'Add the gap')),
  );
}
