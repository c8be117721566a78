// The suggestions above the message box: a listbox that the focused field controls (ARIA combobox).
import { element } from './element.js';

/**
 * @typedef {object} Suggestion
 * @property {string} label
 * @property {string} [detail]
 * @property {() => void} pick
 */

/**
 * @typedef {object} Suggestions
 * @property {(field: HTMLInputElement, items: Suggestion[], first?: boolean) => void} show `first` marks the first one
 *   from the beginning
 * @property {() => void} hide
 * @property {(event: KeyboardEvent) => boolean} key handles a key; true if it was for the list
 */

/** @returns {{ list: HTMLElement, suggestions: Suggestions }} */
export function createSuggestions() {
  const list = element('div', {
    id: 'suggestions',
    role: 'listbox',
    'aria-label': 'Suggestions',
    hidden: true,
  });
  /** @type {HTMLInputElement | null} */
  let field = null;
  /** @type {Suggestion[]} */
  let shown = [];
  let active = -1;

  const mark = (/** @type {number} */ at) => {
    active = at;
    for (const [index, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) option.scrollIntoView({ block: 'nearest' });
    }
    if (at < 0) field?.removeAttribute('aria-activedescendant');
    else field?.setAttribute('aria-activedescendant', idOf(at));
  };
  const hide = () => {
    list.hidden = true;
    field?.setAttribute('aria-expanded', 'false');
    mark(-1);
    list.replaceChildren();
    shown = [];
    field = null;
  };
  const pick = (/** @type {number} */ at) => {
    const chosen = shown[at];
    hide();
    chosen?.pick();
  };

  return {
    list,
    suggestions: {
      show(input, items, first = false) {
        if (items.length === 0) return hide();
        if (field !== input) hide();
        field = input;
        shown = items;
        list.replaceChildren(
          ...items.map(({ label, detail }, index) =>
            element(
              'div',
              {
                id: idOf(index),
                role: 'option',
                // The field keeps the focus.
                onpointerdown: (/** @type {Event} */ event) => event.preventDefault(),
                onclick: () => pick(index),
              },
              element('bdi', {}, label),
              detail ? element('span', { class: 'dim' }, detail) : null,
            ),
          ),
        );
        list.hidden = false;
        input.setAttribute('aria-expanded', 'true');
        mark(first ? 0 : -1);
      },
      hide,
      key({ key, shiftKey }) {
        if (shown.length === 0 || !field) return false;
        if (key === 'ArrowDown') mark(active + 1 >= shown.length ? 0 : active + 1);
        else if (key === 'ArrowUp') mark(active <= 0 ? shown.length - 1 : active - 1);
        else if (key === 'Escape') hide();
        else if (key === 'Enter' && active >= 0) pick(active);
        // With nothing typed and nothing marked, Tab goes on to the next field.
        else if (key === 'Tab' && !shiftKey && (active >= 0 || field.value)) pick(Math.max(0, active));
        else return false;
        return true;
      },
    },
  };
}

/** @param {number} index */
const idOf = (index) => `suggestion-${index}`;

/**
 * The attributes of a field that suggestions are shown for.
 * @returns {Record<string, string>}
 */
export function combobox() {
  return {
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': 'suggestions',
    'aria-expanded': 'false',
    'aria-describedby': 'hint',
    autocomplete: 'off',
    spellcheck: 'false',
  };
}
