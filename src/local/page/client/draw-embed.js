// Draws an embed from its JSON.
import { accent } from './draw-component.js';
import { link } from './draw-link.js';
import { drawMarkdown } from './draw-markdown.js';
import { drawPicture } from './draw-picture.js';
import { time } from './draw-time.js';
import { element } from './element.js';

/** @import { Scene } from './scene.js' */
/** @import { Embed } from '../../server/message.ts' */

/**
 * @param {Embed} embed
 * @param {Scene} scene
 */
export function drawEmbed(embed, scene) {
  const { author, title, url, description, fields = [], image, thumbnail, footer, timestamp } = embed;
  const stamp = timestamp ? time(Date.parse(timestamp) / 1000, 'f') : null;
  const titled = title ? drawMarkdown(title, scene) : null;
  const drawn = element(
    'div',
    { class: 'embed' },
    thumbnail ? drawPicture(thumbnail, { alt: '', class: 'thumbnail' }, scene) : null,
    author
      ? element('p', { class: 'embed-author' }, link(author.url ?? '', [element('bdi', {}, author.name)]))
      : null,
    titled ? element('div', { class: 'embed-title' }, url ? link(url, [titled]) : titled) : null,
    description ? drawMarkdown(description, scene) : null,
    fields.length > 0
      ? element(
          'div',
          { class: 'fields' },
          ...fields.map(({ name, value, inline }) =>
            element(
              'div',
              { class: inline ? 'field inline' : 'field' },
              element('div', { class: 'field-name' }, drawMarkdown(name, scene)),
              drawMarkdown(value, scene),
            ),
          ),
        )
      : null,
    image ? drawPicture(image, { alt: 'picture of the embed' }, scene) : null,
    footer || stamp
      ? element(
          'p',
          { class: 'embed-footer dim' },
          element('bdi', {}, footer?.text ?? ''),
          footer && stamp ? ' · ' : null,
          stamp,
        )
      : null,
  );
  accent(drawn, embed.color);
  return drawn;
}
