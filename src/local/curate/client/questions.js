// The unanswered questions. Each can be put into a record, by dragging it there or by choosing one, or begin a gap.
import { element } from '../../page/client/element.js';
import { drawGap } from './draw-gap.js';
import { drawChoice, form, opener } from './fields.js';

/** @import { CurateState, Entry, Unanswered } from '../index.ts' */
/** @import { Send } from './fields.js' */

/** What is dragged, so that a record takes nothing else. */
const DRAGGED = 'application/x-question';

/**
 * @param {CurateState} state
 * @param {Send} change
 */
export function drawQuestions({ unanswered, entries }, change) {
  return unanswered.map((one) => drawQuestion(one, entries, change));
}

/**
 * @param {Unanswered} unanswered
 * @param {readonly Entry[]} entries
 * @param {Send} change
 */
function drawQuestion({ question, times, near }, entries, change) {
  const below = element('div', {});
  const key = `asked:${question.replace(/\s+/g, '_')}`;
  const nearest = near.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const put = () => {
    const choice = drawChoice(
      { name: 'into', form: key },
      nearest,
      entries.filter((entry) => !near.includes(entry.id)),
    );
    return form(
      `Put “${question}” into a record`,
      () => {
        const entry = entries.find(({ id }) => id === choice.value);
        if (entry)
          change(
            { do: 'add question', path: entry.path, id: entry.id, version: entry.version, question },
            key,
          );
      },
      element('label', {}, 'The fact or gap that it asks for', choice),
      element('div', { class: 'actions' }, element('button', { type: 'submit' }, 'Put it there')),
    );
  };
  const facts = nearest.filter(({ kind }) => kind === 'fact').map(({ id }) => id);
  return element(
    'li',
    {
      class: 'question',
      draggable: 'true',
      ondragstart(/** @type {DragEvent} */ event) {
        event.dataTransfer?.setData(DRAGGED, question);
        event.dataTransfer?.setData('text/plain', question);
      },
    },
    element('p', {}, question, times > 1 ? element('span', { class: 'dim' }, ` ${times} times`) : null),
    element(
      'div',
      { class: 'actions' },
      opener({ name: 'put', form: key }, 'Put into', below, put),
      opener({ name: 'gap', form: key }, 'New gap', below, () =>
        drawGap(key, [question], facts.slice(0, 3), change),
      ),
    ),
    below,
  );
}

/**
 * Lets a question be dropped on a record.
 * @param {HTMLElement} record
 * @param {(question: string) => void} take
 */
export function takesQuestions(record, take) {
  const isQuestion = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes(DRAGGED);
  record.addEventListener('dragover', (event) => {
    if (!isQuestion(event)) return;
    event.preventDefault();
    record.classList.add('over');
  });
  record.addEventListener('dragleave', () => record.classList.remove('over'));
  record.addEventListener('drop', (event) => {
    if (!isQuestion(event)) return;
    event.preventDefault();
    record.classList.remove('over');
    take(event.dataTransfer?.getData(DRAGGED) ?? '');
  });
}
