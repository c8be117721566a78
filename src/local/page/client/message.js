// Draws one message as an article: who, when, what, and what can be done with it.
import { drawComponent } from './component.js';
import { element, icon } from './element.js';
import { drawEmbed } from './embed.js';
import { time } from './inline.js';
import { drawMarkdown } from './markdown.js';
import { openMenu } from './menu.js';
import { drawAttachment } from './picture.js';

/** @import { Scene } from './scene.js' */
/** @import { Message, User } from '../../message.ts' */

/** Discord: Resources, Message, Message Flags and Message Types. */
const FLAG = { ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 };
const TYPE = { pinNotice: 6, reply: 19 };
const MESSAGE_COMMAND = 3;

/**
 * @param {Message} message
 * @param {Scene} scene
 */
export function drawMessage(message, scene) {
  const name = nameOf(message.author);
  const isPrivate = (message.flags & FLAG.ephemeral) !== 0;
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
    { class: isPrivate ? 'message private' : 'message', 'data-id': message.id, tabindex: -1 },
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
      isPrivate && scene.act ? drawPrivacy(message, scene) : null,
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
 * What the message answers, above it.
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
    !answered || answered.flags & FLAG.ephemeral
      ? 'a private message'
      : `a message of ${nameOf(answered.author)}`;
  return element('p', { class: 'origin' }, `Reply to ${what}`);
}

/**
 * @param {Message} message
 * @param {Scene} scene
 */
function drawContent(message, scene) {
  const isV2 = (message.flags & FLAG.componentsV2) !== 0;
  return element(
    'div',
    { class: 'content' },
    message.content ? drawMarkdown(message.content, scene) : null,
    ...(isV2 ? [] : message.attachments).map((attachment) => drawAttachment(attachment, scene)),
    ...message.embeds.map((embed) => drawEmbed(embed, scene)),
    ...message.components.map((component) => drawComponent(component, message, scene)),
  );
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

/**
 * The buttons at a message's corner: what passed on the wire, and the menu.
 * @param {Message} message
 * @param {Scene} scene
 */
function drawTools(message, scene) {
  const { view, act, showWire } = scene;
  const isPrivate = (message.flags & FLAG.ephemeral) !== 0;
  const own = message.author.id === view.me.id;
  const { id } = message;
  const apps = view.commands
    .filter(({ type }) => type === MESSAGE_COMMAND)
    .map(({ name }) => ({
      label: name,
      run: () => act?.({ do: 'runOnMessage', command: name, message: id }),
    }));
  const more = () => [
    { label: 'Apps', items: apps },
    {
      items: [
        ...(view.may.pin && !isPrivate
          ? [
              {
                label: message.pinned ? 'Unpin message' : 'Pin message',
                run: () => act?.({ do: 'pin', message: id, pinned: !message.pinned }),
              },
            ]
          : []),
        ...(isPrivate
          ? [{ label: 'Dismiss message', run: () => act?.({ do: 'dismiss', message: id }) }]
          : []),
        { label: 'What passed on the wire', run: () => showWire(message, menuButton) },
        ...((own || view.may.manage) && !isPrivate
          ? [{ label: 'Delete message', danger: true, run: () => act?.({ do: 'remove', message: id }) }]
          : []),
      ],
    },
  ];
  const menuButton = element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-key': 'more',
      'aria-label': 'More for this message',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      onclick: () => openMenu(menuButton, more(), { label: 'Message' }),
    },
    icon('more'),
  );
  const wireButton = element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-key': 'wire',
      'aria-label': 'What passed on the wire',
      title: 'What passed on the wire',
      onclick: () => showWire(message, wireButton),
    },
    icon('wire'),
  );
  return element('div', { class: 'tools' }, wireButton, menuButton);
}
