// Fields and buttons of the page's forms. What was typed into a field outlives a page that is drawn anew.
import { element } from '../../page/client/element.js';

/**
 * Asks for a change.
 * @typedef {(change: import('../index.ts').Change, form?: string) => void} Ask `form` is what the fields of its form end in:
 *   they are done with
 */

/** What was typed into fields and not saved yet, by their ids. */
const typed = new Map();

/** Whether something was typed into a field that is not saved yet. */
export const isTyped = (/** @type {string} */ id) => typed.has(id);

/**
 * Keeps what is typed into the fields below an element, before they are taken away.
 * @param {HTMLElement} below
 * @param {string} [done] what is done with, and forgotten: its fields end in "-" and this
 */
export function keepTyped(below, done) {
  for (const field of below.querySelectorAll('textarea, input')) {
    const { id, value, defaultValue } = /** @type {HTMLTextAreaElement} */ (field);
    if (value === defaultValue) typed.delete(id);
    else typed.set(id, value);
  }
  for (const id of done === undefined ? [] : typed.keys()) if (id.endsWith(`-${done}`)) typed.delete(id);
}

/**
 * A field with what stands in the file, or what was typed into it since.
 * @param {string} id
 * @param {string} text
 * @param {Record<string, string | number>} attributes
 */
export function drawField(id, text, attributes) {
  const field = element('textarea', { id, ...attributes }, text);
  field.value = typed.get(id) ?? text;
  return field;
}

/**
 * A field of one line, which is empty at first.
 * @param {string} id
 * @param {Record<string, string>} [attributes]
 */
export function drawLine(id, attributes = {}) {
  const field = element('input', { id, type: 'text', ...attributes });
  field.value = typed.get(id) ?? '';
  return field;
}

/**
 * A choice of records, those first that are near.
 * @param {string} id
 * @param {readonly { id: string, short: string }[]} near
 * @param {readonly { id: string, short: string }[]} others
 */
export function drawChoice(id, near, others) {
  const option = (/** @type {{ id: string, short: string }} */ { id, short }) =>
    element('option', { value: id }, short ? `${id}: ${short}` : id);
  const group = (/** @type {string} */ label, /** @type {typeof near} */ list) =>
    list.length > 0 && element('optgroup', { label }, ...list.map(option));
  return element('select', { id, required: true }, group('Near', near), group('All others', others));
}

/**
 * A button that opens and closes what is below it.
 * @param {string} id
 * @param {string} name
 * @param {HTMLElement} below
 * @param {() => Node} draw
 * @param {boolean} [isOpen] from the beginning
 */
export function opener(id, name, below, draw, isOpen = false) {
  const button = element('button', { type: 'button', id, 'aria-expanded': 'false', onclick: toggle }, name);
  function toggle() {
    const opens = button.getAttribute('aria-expanded') === 'false';
    for (const other of button.parentElement?.querySelectorAll('[aria-expanded]') ?? [])
      other.setAttribute('aria-expanded', 'false');
    button.setAttribute('aria-expanded', String(opens));
    below.replaceChildren(...(opens ? [draw()] : []));
    if (opens) /** @type {HTMLElement | null} */ (below.querySelector('textarea, select, input'))?.focus();
  }
  if (isOpen) {
    button.setAttribute('aria-expanded', 'true');
    below.replaceChildren(draw());
  }
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
  /** @type {() => void} */ send,
  /** @type {import('../../page/client/element.js').Child[]} */ ...children
) {
  return element(
    'form',
    {
      'aria-label': name,
      onsubmit(/** @type {Event} */ event) {
        event.preventDefault();
        send();
      },
    },
    ...children,
  );
}
