// Draws message components from their JSON, buttons and menus ready to use.
import { link } from './draw-link.js';
import { drawMarkdown } from './draw-markdown.js';
import { covered, drawFile, drawPicture } from './draw-picture.js';
import { element, icon } from './element.js';
import { openMenu } from './menu.js';

/** @import { Scene } from './scene.js' */
/** @import { Component, Message } from '../../server/message.ts' */

/** @typedef {(component: Component, message: Message, scene: Scene) => Node} Draw */

/** By component type (Discord: Components, Component Types). @type {Partial<Record<number, Draw>>} */
const DRAWN = {
  1: (row, message, scene) => element('div', { class: 'row' }, ...inside(row, message, scene)),
  2: drawButton,
  3: drawSelect,
  9: (section, message, scene) =>
    element(
      'div',
      { class: 'section' },
      element('div', {}, ...inside(section, message, scene)),
      section.accessory ? drawComponent(section.accessory, message, scene) : null,
    ),
  10: ({ content = '' }, _, scene) => drawMarkdown(content, scene),
  11: ({ media, description, spoiler = false }, _, scene) =>
    drawPicture(media ?? { url: '' }, { alt: description ?? '', spoiler, class: 'thumbnail' }, scene),
  12: ({ items = [] }, _, scene) =>
    element(
      'div',
      { class: items.length > 1 ? 'gallery many' : 'gallery' },
      ...items.map(({ media, description, spoiler = false }) =>
        drawPicture(media, { alt: description ?? '', spoiler }, scene),
      ),
    ),
  13: ({ name = 'file', file, size, spoiler }, _, scene) => {
    const drawn = drawFile(name, file?.url ?? '', size, scene);
    return spoiler ? covered(drawn) : drawn;
  },
  14: ({ divider, spacing }) =>
    divider === false
      ? element('div', { class: `space space-${spacing ?? 1}` })
      : element('hr', { class: `space-${spacing ?? 1}` }),
  17: drawContainer,
};

/**
 * Draws a component and everything in it.
 * @type {Draw}
 */
export function drawComponent(component, message, scene) {
  const draw = DRAWN[component.type];
  if (draw) return draw(component, message, scene);
  return element(
    'p',
    { class: 'dim' },
    `(a component of type ${component.type}, which this page does not draw)`,
  );
}

/**
 * @param {Component} component
 * @param {Message} message
 * @param {Scene} scene
 */
function inside({ components = [] }, message, scene) {
  return components.map((one) => drawComponent(one, message, scene));
}

/** @type {Draw} */
function drawContainer(container, message, scene) {
  const drawn = element('div', { class: 'container' }, ...inside(container, message, scene));
  accent(drawn, container.accent_color);
  return container.spoiler ? covered(drawn) : drawn;
}

/**
 * Gives a box its coloured edge.
 * @param {HTMLElement} box
 * @param {number | null | undefined} colour 0 to 0xffffff
 */
export function accent(box, colour) {
  if (colour === null || colour === undefined) return;
  box.style.setProperty('--accent', `#${colour.toString(16).padStart(6, '0')}`);
  box.classList.add('accented');
}

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'primary'];
const LINK = 5;

/** @type {Draw} */
function drawButton({ style = 2, label, emoji, url, disabled, custom_id: customId }, message, scene) {
  const text = element('bdi', {}, [emoji?.name, label].filter(Boolean).join(' '));
  if (style === LINK) {
    const anchor = link(url ?? '', [text]);
    anchor.classList.add('button', 'link');
    return anchor;
  }
  return element(
    'button',
    {
      type: 'button',
      class: `button ${STYLES[style] ?? 'secondary'}`,
      disabled: disabled || !scene.act || !customId,
      'data-key': customId,
      onclick: () => scene.act?.({ do: 'press', message: message.id, customId }),
    },
    text,
  );
}

/** @type {Draw} */
function drawSelect(select, message, scene) {
  const { options = [], placeholder = 'Make a selection', disabled, custom_id: customId } = select;
  const least = select.min_values ?? 1;
  const most = select.max_values ?? 1;
  const chosen = options.filter((option) => option.default);
  const send = (/** @type {string[]} */ values) =>
    scene.act?.({ do: 'select', message: message.id, customId, values });
  const button = element(
    'button',
    {
      type: 'button',
      class: 'select',
      disabled: disabled || !scene.act,
      'data-key': customId,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      onclick: () =>
        openMenu(
          button,
          [
            {
              items: options.map(({ label, value, description, default: isDefault }) => ({
                label,
                detail: description ?? '',
                value,
                checked: isDefault ?? false,
              })),
            },
          ],
          { label: placeholder, choose: { least, most, send } },
        ),
    },
    element('bdi', {}, chosen.map(({ label }) => label).join(', ') || placeholder),
    icon('down'),
  );
  return button;
}
