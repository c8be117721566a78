// The bar at the side: the places you can go to, and the people you can be.
import { element } from './element.js';

/** @import { Spot, View } from '../view.ts' */

/**
 * @typedef {object} Whereabouts keys of a person and a place
 * @property {string} as
 * @property {string} in
 */

/**
 * Draws the bar. Call it after every change of the view.
 * @param {HTMLElement} bar
 * @param {View} view
 * @param {(to: Whereabouts) => void} go
 */
export function drawPlaces(bar, view, go) {
  const { me, spots } = view;
  const json = JSON.stringify([me.key, view.spot.key]);
  if (bar.dataset.drawn === json) return;
  bar.dataset.drawn = json;
  const servers = [...new Set(spots.map(({ guild }) => guild))];
  const who = element(
    'select',
    { id: 'who', onchange: () => go({ as: who.value, in: view.spot.key }) },
    ...view.people.map(({ key, name, role }) =>
      element('option', { value: key, selected: key === me.key }, `${name}, ${role}`),
    ),
  );
  bar.replaceChildren(
    ...servers.map((server) => {
      const inside = spots.filter(({ guild }) => guild === server);
      const title = element('h2', {}, server ?? 'Direct message');
      return element(
        'section',
        {},
        title,
        element('p', { class: 'dim' }, installed(server, inside[0]?.hasBot ?? false)),
        element('ul', {}, ...inside.map((spot) => element('li', {}, drawPlace(spot, view, go)))),
      );
    }),
    element('div', { class: 'who' }, element('label', { for: 'who' }, 'You are'), who),
  );
}

/**
 * @param {string | null} server
 * @param {boolean} hasBot
 */
function installed(server, hasBot) {
  if (!server) return 'with the bot';
  return hasBot ? 'server with the bot' : 'user install, without the bot';
}

/**
 * @param {Spot} spot
 * @param {View} view
 * @param {(to: Whereabouts) => void} go
 */
function drawPlace(spot, view, go) {
  const to = { as: view.me.key, in: spot.key };
  return element(
    'a',
    {
      href: `/?${new URLSearchParams(to)}`,
      'aria-current': spot.key === view.spot.key ? 'page' : null,
      onclick: (/** @type {MouseEvent} */ event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(to);
      },
    },
    titleOf(spot),
  );
}

/**
 * A place as it is written: `#general`.
 * @param {Spot} spot
 */
export function titleOf({ kind, name }) {
  if (kind === 'dm') return `@${name}`;
  return kind === 'thread' || kind === 'post' ? `› ${name}` : `#${name}`;
}
