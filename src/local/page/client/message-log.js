// The messages of the place, kept in step with the view: what is new is added, what changed is drawn again in place.
import { drawGreeting } from './draw-greeting.js';
import { drawMessage } from './draw-message.js';

/** @import { Scene } from './scene.js' */
/** @import { Message } from '../../server/message.ts' */

/** Maximum distance in pixels from the end at which a visitor counts as reading the newest messages. */
const NEAR = 120;

/**
 * Draws into the log.
 * @param {HTMLElement} log
 * @param {{ scene: Scene, leave: () => void }} parts `leave` takes the focus when the node that had it is gone
 * @returns {() => void} a function to call after every change of the view
 */
export function createMessageLog(log, { scene, leave }) {
  /** @type {Map<string, { node: HTMLElement, json: string }>} */
  let drawn = new Map();
  let standpoint = '';
  let follows = true;
  // Reachable by keyboard, to be scrolled with it.
  log.tabIndex = 0;
  let width = 0;
  log.addEventListener('scroll', () => {
    // With another width the browser scrolls by itself.
    if (log.clientWidth === width) follows = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
  });
  const stay = () => {
    width = log.clientWidth;
    if (follows) log.scrollTop = log.scrollHeight;
  };
  new ResizeObserver(stay).observe(log);
  // A picture that arrives makes its message taller.
  log.addEventListener('load', stay, true);

  const begin = () => {
    drawn = new Map();
    log.replaceChildren(drawGreeting(scene));
  };
  const add = (/** @type {Message} */ message, /** @type {string} */ json) => {
    const node = drawMessage(message, scene);
    drawn.set(message.id, { node, json });
    log.append(node);
    return node;
  };
  const replace = (
    /** @type {Message} */ message,
    /** @type {string} */ json,
    /** @type {HTMLElement} */ before,
  ) => {
    const focused = document.activeElement;
    const hadFocus = before.contains(focused);
    const key = focused?.getAttribute('data-key');
    const node = drawMessage(message, scene);
    drawn.set(message.id, { node, json });
    before.replaceWith(node);
    if (!hadFocus) return;
    const same = key && node.querySelector(`[data-key="${CSS.escape(key)}"]`);
    (same instanceof HTMLElement ? same : node).focus();
  };
  const remove = (/** @type {string} */ id, /** @type {HTMLElement} */ node) => {
    const hadFocus = node.contains(document.activeElement);
    node.remove();
    drawn.delete(id);
    if (hadFocus) leave();
  };
  const scrollTo = (/** @type {HTMLElement} */ newest) => {
    // An answer longer than the window is read from its beginning.
    if (newest.offsetHeight > log.clientHeight) newest.scrollIntoView({ block: 'start' });
    else log.scrollTop = log.scrollHeight;
  };

  return () => {
    const { view } = scene;
    const now = `${view.me.id} ${view.spot.id} ${view.offers.length}`;
    const isNew = now !== standpoint;
    // A screen reader reads new messages aloud, not those that were there before.
    log.setAttribute('aria-live', isNew ? 'off' : 'polite');
    log.setAttribute('aria-label', `Messages in ${view.spot.name}`);
    if (isNew) begin();
    standpoint = now;

    for (const [id, { node }] of drawn)
      if (!view.messages.some((message) => message.id === id)) remove(id, node);
    let newest = null;
    for (const message of view.messages) {
      const json = JSON.stringify(message);
      const before = drawn.get(message.id);
      if (!before) newest = add(message, json);
      else if (before.json !== json) replace(message, json, before.node);
    }
    if (newest && (follows || isNew || isOwn(view.messages.at(-1), view.me.id))) scrollTo(newest);
  };
}

/**
 * Whether a message came of something that the visitor did.
 * @param {Message | undefined} message
 * @param {string} id
 */
function isOwn(message, id) {
  return message?.author.id === id || message?.interaction_metadata?.user.id === id;
}
