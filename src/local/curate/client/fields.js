// Fields and buttons of the page's forms. Typed text and open sections survive a redraw of the page.
import { element } from '../../page/client/element.js';
import { mergeLines } from './merge-lines.js';

/**
 * Sends a change.
 * @typedef {(change: import('../index.ts').Change, form?: string) => void} Send `form` is the form that asks for it: what was
 *   typed there is done with
 */

/**
 * Which form a field or an opener belongs to: the id of a record, or a key that no record has as its id. What belongs to it
 * has the id `name-form`.
 * @typedef {{ name: string, form: string }} Place
 */

/**
 * Unsaved text of fields, by the ids of the fields: the form of each, and the text from which the typing started.
 * @type {Map<string, { form: string, value: string, base: string }>}
 */
const typed = new Map();

/** The forms of what is open below a button, by the ids of the buttons. @type {Map<string, string>} */
const opened = new Map();

const idOf = (/** @type {Place} */ { name, form }) => `${name}-${form}`;

/**
 * Saves the text typed into the fields below an element, before they are removed.
 * @param {HTMLElement} below
 * @param {string} [done] the form that is done with: what was typed there is forgotten, and it is closed
 */
export function keepTyped(below, done) {
  /** @type {NodeListOf<HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement>} */
  const fields = below.querySelectorAll('textarea, input, select');
  for (const field of fields) {
    const { form } = field.dataset;
    if (form === undefined) continue;
    if (field.value === defaultOf(field)) typed.delete(field.id);
    else {
      const base = typed.get(field.id)?.base ?? defaultOf(field) ?? '';
      typed.set(field.id, { form, value: field.value, base });
    }
  }
  for (const [id, { form }] of typed) if (form === done) typed.delete(id);
  for (const [id, form] of opened) if (form === done) opened.delete(id);
}

/** @param {HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement} field */
const defaultOf = (field) =>
  field instanceof HTMLSelectElement ? field.options[0]?.value : field.defaultValue;

/**
 * A field with the text from the file, or the text typed into it since. If the file changed meanwhile, the change is merged
 * into the typed text, so that saving does not undo it, unless both touch the same lines.
 * @param {Place} place
 * @param {string} text
 * @param {Record<string, string | number>} attributes
 */
export function drawField(place, text, attributes) {
  const id = idOf(place);
  const field = element('textarea', { id, 'data-form': place.form, ...attributes }, text);
  const kept = typed.get(id);
  const merged = kept && mergeLines(kept.base, kept.value, text);
  if (kept && merged !== undefined) typed.set(id, { ...kept, value: merged, base: text });
  field.value = merged ?? kept?.value ?? text;
  return field;
}

/**
 * Shows the text that the file has now, if it could not be merged into the typed text; otherwise nothing.
 * @param {Place} place of the field, which has already been drawn
 * @param {string} text from the file
 */
export function drawMeanwhile(place, text) {
  const kept = typed.get(idOf(place));
  if (!kept || kept.base === text) return null;
  return element(
    'div',
    { class: 'missing' },
    'It was changed meanwhile, where you are changing it, too. What is saved takes the place of this:',
    element('pre', {}, text),
  );
}

/**
 * A field of one line, which is empty at first.
 * @param {Place} place
 * @param {Record<string, string>} [attributes]
 */
export function drawLine(place, attributes = {}) {
  const id = idOf(place);
  const field = element('input', { id, type: 'text', 'data-form': place.form, ...attributes });
  field.value = typed.get(id)?.value ?? '';
  return field;
}

/**
 * A choice of records, nearest first. The previous choice stays selected if it still exists.
 * @param {Place} place
 * @param {readonly { id: string, short: string }[]} near
 * @param {readonly { id: string, short: string }[]} others
 */
export function drawChoice(place, near, others) {
  const option = (/** @type {{ id: string, short: string }} */ { id, short }) =>
    element('option', { value: id }, short ? `${id}: ${short}` : id);
  const group = (/** @type {string} */ label, /** @type {typeof near} */ list) =>
    list.length > 0 && element('optgroup', { label }, ...list.map(option));
  const id = idOf(place);
  const choice = element(
    'select',
    { id, required: true, 'data-form': place.form },
    group('Near', near),
    group('All others', others),
  );
  const chosen = typed.get(id)?.value;
  if ([...near, ...others].some((record) => record.id === chosen)) choice.value = chosen ?? '';
  return choice;
}

/**
 * A button that opens and closes a section below it. Open sections stay open when the page is redrawn.
 * @param {Place} place
 * @param {string} label
 * @param {HTMLElement} below
 * @param {() => Node} draw
 */
export function opener(place, label, below, draw) {
  const id = idOf(place);
  const button = element(
    'button',
    { type: 'button', id, 'aria-expanded': String(opened.has(id)), onclick: toggle },
    label,
  );
  function toggle() {
    const opens = !opened.has(id);
    keepTyped(below);
    for (const other of button.parentElement?.querySelectorAll('[aria-expanded]') ?? []) {
      other.setAttribute('aria-expanded', 'false');
      opened.delete(other.id);
    }
    if (opens) opened.set(id, place.form);
    button.setAttribute('aria-expanded', String(opens));
    below.replaceChildren(...(opens ? [draw()] : []));
    if (opens) /** @type {HTMLElement | null} */ (below.querySelector('textarea, select, input'))?.focus();
  }
  if (opened.has(id)) below.replaceChildren(draw());
  return button;
}

/**
 * A button that asks before it does something.
 * @param {string} id
 * @param {string} name
 * @param {string} question
 * @param {() => void} act
 */
export function confirmed(id, name, question, act) {
  let isAsked = false;
  const button = element('button', { type: 'button', id, onclick: press, onblur: reset }, name);
  function press() {
    if (isAsked) return act();
    isAsked = true;
    button.textContent = question;
  }
  function reset() {
    isAsked = false;
    button.textContent = name;
  }
  return button;
}

/** The lines of a text that say something. */
export const toLines = (/** @type {string} */ text) => text.split('\n').flatMap((line) => line.trim() || []);

/** A form that is sent without leaving the page. */
export function form(
  /** @type {string} */ name,
  /** @type {() => void} */ submit,
  /** @type {import('../../page/client/element.js').Child[]} */ ...children
) {
  return element(
    'form',
    {
      'aria-label': name,
      onsubmit(/** @type {Event} */ event) {
        event.preventDefault();
        submit();
      },
    },
    ...children,
  );
}
