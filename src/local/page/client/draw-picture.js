// Draws the pictures and files of a message. Those uploaded here are loaded; others are only named.
import { link } from './draw-link.js';
import { element, icon } from './element.js';

/** @import { Scene } from './scene.js' */
/** @import { Media, Attachment } from '../../server/message.ts' */

/**
 * A picture with its alt text.
 * @param {Media} media
 * @param {{ alt: string, spoiler?: boolean, class?: string }} look
 * @param {Scene} scene
 * @returns {HTMLElement}
 */
export function drawPicture({ url }, look, { view }) {
  if (!url.startsWith(`${view.picturesFrom}/`))
    return element(
      'p',
      { class: 'outside' },
      `Picture from outside, not loaded here: ${look.alt} `,
      link(url, [document.createTextNode(url)]),
    );
  const image = element('img', { src: url, alt: look.alt, class: look.class ?? '' });
  return look.spoiler ? covered(image) : image;
}

/**
 * A file to download.
 * @param {string} name
 * @param {string} url
 * @param {number | null | undefined} size bytes
 * @param {Scene} scene
 */
export function drawFile(name, url, size, { view }) {
  const label = element('bdi', {}, name);
  const own = url.startsWith(`${view.picturesFrom}/`);
  return element(
    'div',
    { class: 'file' },
    icon('file'),
    own ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label) : label,
    size ? element('span', { class: 'dim' }, `${Math.ceil(size / 1024).toLocaleString()} KB`) : null,
  );
}

/**
 * @param {Attachment} attachment
 * @param {Scene} scene
 */
export function drawAttachment({ filename, url, size, content_type: type, description }, scene) {
  return type.startsWith('image/')
    ? drawPicture({ url }, { alt: description ?? filename, spoiler: filename.startsWith('SPOILER_') }, scene)
    : drawFile(filename, url, size, scene);
}

/**
 * Covers something until it is pressed.
 * @param {HTMLElement} hidden
 */
export function covered(hidden) {
  const cover = element(
    'button',
    { type: 'button', class: 'cover', onclick: () => cover.replaceWith(hidden) },
    'Spoiler: show',
  );
  return cover;
}
