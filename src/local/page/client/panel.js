// The panel beside the messages: opens with the focus in it, closes by its button or Escape and gives the focus back.
import { element, icon } from './element.js';

/**
 * @typedef {object} Panel
 * @property {string | null} open the key of what it shows
 * @property {(key: string, title: string, content: Node[], opener: HTMLElement) => void} show
 * @property {(content: Node[]) => void} update draws what is shown again
 * @property {() => void} close
 */

/**
 * @param {HTMLElement} aside
 * @param {HTMLElement[]} behind what it covers in a narrow window
 * @param {() => void} lost takes the focus when the node that opened the panel is gone
 * @returns {Panel}
 */
export function createPanel(aside, behind, lost) {
  const body = element('div', { class: 'panel-body' });
  const title = element('h2', { id: 'panel-title', tabindex: -1 });
  /** @type {HTMLElement | null} */
  let openedBy = null;
  const mark = (/** @type {boolean} */ open) => {
    if (openedBy?.hasAttribute('aria-expanded')) openedBy.setAttribute('aria-expanded', String(open));
  };

  const isHere = (/** @type {EventTarget | null} */ target) =>
    target === document.body || (target instanceof Node && aside.contains(target));
  const narrow = matchMedia('(width < 60rem)');
  const cover = () => {
    for (const part of behind) part.inert = narrow.matches && !aside.hidden;
  };
  narrow.addEventListener('change', cover);

  /** @type {Panel} */
  const panel = {
    open: null,
    show(key, name, content, opener) {
      mark(false);
      panel.open = key;
      openedBy = opener;
      mark(true);
      title.textContent = name;
      body.replaceChildren(...content);
      aside.hidden = false;
      cover();
      title.focus();
    },
    update(content) {
      const hadFocus = body.contains(document.activeElement);
      body.replaceChildren(...content);
      if (hadFocus) title.focus();
    },
    close() {
      if (aside.hidden) return;
      const hadFocus = isHere(document.activeElement);
      mark(false);
      aside.hidden = true;
      cover();
      panel.open = null;
      if (!hadFocus) return;
      if (openedBy?.isConnected) openedBy.focus();
      else lost();
    },
  };
  aside.setAttribute('aria-labelledby', title.id);
  aside.append(
    element(
      'header',
      {},
      title,
      element(
        'button',
        { type: 'button', class: 'quiet', 'aria-label': 'Close', onclick: () => panel.close() },
        icon('close'),
      ),
    ),
    body,
  );
  document.addEventListener('keydown', ({ key, target }) => {
    // Escape means something else in other parts of the page. With the focus nowhere, it closes the panel.
    if (key === 'Escape' && isHere(target)) panel.close();
  });
  return panel;
}
