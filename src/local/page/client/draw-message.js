// Draws one message as an article: who, when, what, and what can be done with it.
import { drawComponent } from './draw-component.js';
import { drawEmbed } from './draw-embed.js';
import { drawMarkdown } from './draw-markdown.js';
import { drawAttachment } from './draw-picture.js';
import { time } from './draw-time.js';
import { element, icon } from './element.js';
import { drawTools, isPrivate } from './message-tools.js';

/** @import { Scene } from './scene.js' */
/** @import { Message, User } from '../../server/message.ts' */

/** Discord: Resources, Message, Message Flags and Message Types. */
const FLAG = { loading: 1 << 7, componentsV2: 1 << 15 };
const TYPE = { pinNotice: 6, reply: 19 };

/**
 * @param {Message} message
 * @param {Scene} scene
 */
export function drawMessage(message, scene) {
  const name = nameOf(message.author);
  const forOne = isPrivate(message);
  if (message.type === TYPE.pinNotice)
    return element(
      'article',
      { class: 'notice-message', 'data-id': message.id, tabindex: -1 },
      icon('pin'),
      element('p', {}, element('bdi', {}, name), ' pinned a message to this channel. ', stamp(message)),
    );
  const heading = element(
    'header',
    {},
    element('h2', {}, element('bdi', {}, name)),
    message.author.bot ? element('span', { class: 'tag' }, 'App') : null,
    stamp(message),
    message.pinned ? element('span', { class: 'dim' }, icon('pin'), 'pinned') : null,
  );
  return element(
    'article',
    { class: forOne ? 'message private' : 'message', 'data-id': message.id, tabindex: -1 },
    drawOrigin(message, scene),
    drawAvatar(message.author),
    element(
      'div',
      { class: 'body' },
      heading,
      message.flags & FLAG.loading
        ? element('p', { class: 'thinking' }, `${name} is thinking…`)
        : drawContent(message, scene),
      message.edited_timestamp ? element('small', { class: 'dim' }, '(edited)') : null,
      forOne && scene.act ? drawPrivacy(message, scene) : null,
    ),
    scene.act ? drawTools(message, scene) : null,
  );
}

/** @param {User} user */
export function nameOf(user) {
  return user.global_name ?? user.username;
}

/** @param {Message} message */
function stamp({ timestamp }) {
  return time(Date.parse(timestamp) / 1000, 't');
}

/** @param {User} user */
function drawAvatar(user) {
  const look = user.bot ? 'bot' : `hue-${Number(user.id.slice(-3)) % 4}`;
  return element(
    'div',
    { class: `avatar ${look}`, 'aria-hidden': 'true' },
    user.bot ? icon('sign') : ([...nameOf(user)][0] ?? ''),
  );
}

/**
 * The message that this one answers, above it.
 * @param {Message} message
 * @param {Scene} scene
 */
function drawOrigin(message, { view }) {
  const used = view.used[message.id];
  const user = message.interaction_metadata?.user;
  if (used && user)
    return element(
      'p',
      { class: 'origin' },
      element('bdi', {}, nameOf(user)),
      ' used ',
      element('b', {}, used),
    );
  if (message.type !== TYPE.reply) return null;
  const answered = message.referenced_message;
  const what =
    !answered || isPrivate(answered) ? 'a private message' : `a message of ${nameOf(answered.author)}`;
  return element('p', { class: 'origin' }, `Reply to ${what}`);
}

/**
 * @param {Message} message
 * @param {Scene} scene
 */
function drawContent(message, scene) {
  const isV2 = (message.flags & FLAG.componentsV2) !== 0;
  const content = element(
    'div',
    { class: 'content' },
    message.content ? drawMarkdown(message.content, scene) : null,
    ...(isV2 ? [] : message.attachments).map((attachment) => drawAttachment(attachment, scene)),
    ...message.embeds.map((embed) => drawEmbed(embed, scene)),
    ...message.components.map((component) => drawComponent(component, message, scene)),
  );
  outline(content);
  return content;
}

/**
 * Gives the headings levels without gaps below the heading of the message, for screen readers, whatever level they have
 * in Discord.
 * @param {HTMLElement} content
 */
function outline(content) {
  const headings = [...content.querySelectorAll('h3, h4, h5')];
  const levels = [...new Set(headings.map(({ tagName }) => tagName))].sort();
  for (const heading of headings) {
    const level = 3 + levels.indexOf(heading.tagName);
    if (heading.tagName !== `H${level}`) heading.ariaLevel = String(level);
  }
}

/**
 * @param {Message} message
 * @param {Scene} scene
 */
function drawPrivacy(message, scene) {
  return element(
    'p',
    { class: 'privacy' },
    icon('eye'),
    'Only you can see this · ',
    element(
      'button',
      {
        type: 'button',
        class: 'as-link',
        onclick: () => scene.act?.({ do: 'dismiss', message: message.id }),
      },
      'Dismiss message',
    ),
  );
}
