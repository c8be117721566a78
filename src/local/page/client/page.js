// Starts the page: follows what a person sees in a place, and keeps the parts of the page in step with it.
import { createComposer } from './composer.js';
import { act, follow } from './connection.js';
import { drawPins } from './draw-pins.js';
import { drawPlaces, titleOf } from './draw-places.js';
import { drawWire } from './draw-wire.js';
import { element, icon, part } from './element.js';
import { createMessageLog } from './message-log.js';
import { createPanel } from './panel.js';
import { createScene } from './scene.js';

/** @import { OfferedTry, View } from '../view.ts' */
/** @import { Message } from '../../server/message.ts' */
/** @import { Whereabouts } from './draw-places.js' */

/** @type {View} */
let view;
let unfollow = () => {};

const whereabouts = () => {
  const asked = new URLSearchParams(location.search);
  return { as: asked.get('as') ?? 'mia', in: asked.get('in') ?? 'general' };
};
const ask = (/** @type {Record<string, unknown>} */ action) => act({ ...whereabouts(), ...action });
const perform = async (/** @type {Record<string, unknown>} */ action) => {
  say(null);
  const result = await ask(action);
  if (result.notice) say(result.notice);
  return result;
};

const composer = createComposer(part('composer'), { current: () => view, perform, ask });
const panel = createPanel(part('panel'), [part('skip'), part('places'), part('channel')], () =>
  composer.focus(),
);
const scene = createScene(() => view, { act: perform, showWire, tryOut });
const updateLog = createMessageLog(part('log'), { scene, leave: () => composer.focus() });
const pinsButton = part('open-pins');
const placesButton = part('open-places');

/** @param {string | null} notice what the client tells the person; null takes it away */
function say(notice) {
  part('notice').replaceChildren(
    ...(notice === null
      ? []
      : [
          element('p', {}, notice),
          element(
            'button',
            { type: 'button', class: 'quiet', 'aria-label': 'Dismiss', onclick: () => say(null) },
            icon('close'),
          ),
        ]),
  );
}

/** @type {(message: Message, opener: HTMLElement) => Promise<void>} */
async function showWire(message, opener) {
  const { wire } = await perform({ do: 'wire', message: message.id });
  if (wire) panel.show('wire', 'API traffic', drawWire(wire), opener);
}

/** @param {OfferedTry} one */
function tryOut({ as, command, options }) {
  if (as !== view.me.key) go({ as, in: view.spot.key });
  perform({ do: 'run', command, options });
}

/** @param {string} id */
function jump(id) {
  const target = document.querySelector(`#log [data-id="${id}"]`);
  if (!(target instanceof HTMLElement)) return;
  if (matchMedia('(width < 60rem)').matches) panel.close();
  target.scrollIntoView({ block: 'start' });
  target.focus();
}

/** @param {View} next */
function show(next) {
  view = next;
  document.title = `${titleOf(view.spot)} · ${view.bot} preview`;
  part('title').textContent = titleOf(view.spot);
  tellOnline(view.online ? 'Bot online' : 'Bot offline', view.online, view.status);
  pinsButton.replaceChildren(icon('pin'), `Pins (${view.pins.length})`);
  drawPlaces(part('places'), view, go);
  composer.update();
  updateLog();
  if (panel.open === 'pins') panel.update(drawPins(scene, jump));
}

/**
 * @param {string} text
 * @param {boolean} isOnline
 * @param {string} [more] what the bot says of itself, where there is room for it
 */
function tellOnline(text, isOnline, more) {
  const status = part('online');
  const rest = more && isOnline ? `: ${more}` : '';
  // A screen reader says it again when it is written again.
  if (status.textContent !== text + rest)
    status.replaceChildren(text, element('span', { class: 'wide-only' }, rest));
  status.classList.toggle('offline', !isOnline);
}

/** @param {boolean} open */
function showPlaces(open) {
  part('places').classList.toggle('open', open);
  // On a phone they lie below the header, which is as high as its name takes.
  const header = part('title').parentElement?.getBoundingClientRect();
  part('places').style.setProperty('top', `${header?.bottom ?? 0}px`);
  placesButton.setAttribute('aria-expanded', String(open));
  for (const covered of ['log', 'composer']) part(covered).inert = open;
  if (open) part('places').querySelector('a')?.focus();
}

/** @param {Whereabouts} to */
function go(to) {
  history.pushState(null, '', `/?${new URLSearchParams({ ...to })}`);
  arrive();
  composer.focus();
}

function arrive() {
  unfollow();
  say(null);
  panel.close();
  showPlaces(false);
  unfollow = follow(whereabouts(), {
    view: show,
    lost: () => tellOnline('Preview stopped', false),
  });
}

part('skip').addEventListener('click', (event) => {
  event.preventDefault();
  composer.focus();
});
pinsButton.addEventListener('click', () => {
  if (panel.open === 'pins') panel.close();
  else panel.show('pins', 'Pinned messages', drawPins(scene, jump), pinsButton);
});
placesButton.append(icon('menu'));
placesButton.addEventListener('click', () =>
  showPlaces(placesButton.getAttribute('aria-expanded') !== 'true'),
);
part('places').addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || placesButton.getAttribute('aria-expanded') !== 'true') return;
  showPlaces(false);
  placesButton.focus();
});
window.addEventListener('popstate', arrive);
arrive();
