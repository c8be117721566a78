// A menu that opens at a button: arrow keys, Home, End, first letters; Escape and Tab close it.
import { element } from './element.js';

/**
 * @typedef {object} Item
 * @property {string} label
 * @property {string} [detail]
 * @property {() => void} [run] for an item that does something
 * @property {string} [value] for an item that is chosen
 * @property {boolean} [checked]
 * @property {boolean} [danger]
 */
/** @typedef {{ label?: string, items: Item[] }} Group */
/** @typedef {{ least: number, most: number, send: (values: string[]) => void }} Choose */

/** Closes the open menu. @type {(() => void) | null} */
let closeOpen = null;

/**
 * Opens a menu; another one that is open closes.
 * @param {HTMLElement} opener
 * @param {Group[]} groups
 * @param {{ label: string, choose?: Choose }} look `choose` for items that are chosen from: one is sent at once, several
 *   with the Done at the end
 */
export function openMenu(opener, groups, { label, choose }) {
  closeOpen?.();
  const many = (choose?.most ?? 1) > 1;
  const values = () =>
    [...menu.querySelectorAll('[aria-checked="true"]')].map((item) => item.getAttribute('data-value') ?? '');
  const pick = (/** @type {Item} */ item, /** @type {HTMLElement} */ node) => {
    if (choose && many) {
      const on = node.getAttribute('aria-checked') !== 'true';
      if (!on || values().length < choose.most) node.setAttribute('aria-checked', String(on));
      done?.toggleAttribute('disabled', values().length < choose.least);
      return;
    }
    close();
    opener.focus();
    if (choose) choose.send([item.value ?? '']);
    else item.run?.();
  };
  const drawItem = (/** @type {Item} */ item) => {
    const role = choose ? (many ? 'menuitemcheckbox' : 'menuitemradio') : 'menuitem';
    const node = element(
      'button',
      {
        type: 'button',
        role,
        tabindex: -1,
        class: item.danger ? 'danger' : '',
        'aria-checked': choose ? String(item.checked ?? false) : null,
        'data-value': item.value,
        onclick: () => pick(item, node),
      },
      element('bdi', {}, item.label),
      item.detail ? element('span', { class: 'dim' }, item.detail) : null,
    );
    return node;
  };
  const done =
    choose && many
      ? element(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            tabindex: -1,
            class: 'done',
            onclick: () => {
              const picked = values();
              close();
              opener.focus();
              choose.send(picked);
            },
          },
          'Done',
        )
      : null;
  const menu = element(
    'div',
    { role: 'menu', class: 'menu', 'aria-label': label, onkeydown },
    groups
      .filter(({ items }) => items.length > 0)
      .map((group) =>
        group.label
          ? element(
              'div',
              { role: 'group', 'aria-label': group.label },
              element('span', { class: 'group-label', 'aria-hidden': 'true' }, group.label),
              ...group.items.map(drawItem),
            )
          : element('div', { role: 'group' }, ...group.items.map(drawItem)),
      ),
    done,
  );

  /** @param {KeyboardEvent} event */
  function onkeydown(event) {
    const all = /** @type {HTMLElement[]} */ ([...menu.querySelectorAll('button:not([disabled])')]);
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const go = (/** @type {number} */ to) => all[(to + all.length) % all.length]?.focus();
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      opener.focus();
    } else {
      const letter = event.key.length === 1 && event.key !== ' ' ? event.key.toLowerCase() : null;
      if (!letter) return;
      const order = [...all.slice(at + 1), ...all];
      order.find((item) => item.textContent?.toLowerCase().startsWith(letter))?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  }
  /** @param {Event} event */
  const outside = (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) close();
  };
  const close = () => {
    menu.remove();
    opener.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside);
    closeOpen = null;
  };

  // In the landmark of its opener, so that a screen reader says where it is.
  (opener.closest('main, aside') ?? document.body).append(menu);
  place(menu, opener.getBoundingClientRect());
  opener.setAttribute('aria-expanded', 'true');
  document.addEventListener('pointerdown', outside);
  closeOpen = close;
  const first = menu.querySelector('[aria-checked="true"]') ?? menu.querySelector('button');
  if (first instanceof HTMLElement) first.focus();
}

const MARGIN = 8;

/**
 * Below the opener where there is room, else above; never over the edge of the window.
 * @param {HTMLElement} menu
 * @param {DOMRect} opener
 */
function place(menu, opener) {
  const { width, height } = menu.getBoundingClientRect();
  const below = opener.bottom + height + MARGIN < window.innerHeight;
  const top = below ? opener.bottom + 4 : Math.max(MARGIN, opener.top - height - 4);
  const left = Math.max(MARGIN, Math.min(opener.left, window.innerWidth - width - MARGIN));
  menu.style.setProperty('top', `${top}px`);
  menu.style.setProperty('left', `${left}px`);
}
