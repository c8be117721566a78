// Draws a message in the terminal from its JSON: text, Components V2, embeds, pictures by their alt text.
import {
  type Component,
  ComponentType,
  type Embed,
  type Message,
  MessageFlag,
  MessageType,
} from '../server/message.ts';
import { type Drawing, drawMarkdown } from './draw-markdown.ts';
import { clean, type Style, wrap } from './lines.ts';

/** Something in a message that can be pressed or chosen by its number. */
export interface Pressable {
  message: Message;
  customId: string;
  /** The value of a menu option; null for a button. */
  value: string | null;
}

export interface Canvas extends Drawing {
  /** Columns. */
  width: number;
  /** Numbers something that can be pressed, from 1. @returns the number */
  number(pressable: Pressable): number;
}

const linkStyle = 5;

/** Draws a message as lines. */
export function drawMessage(message: Message, canvas: Canvas): string[] {
  const { style } = canvas;
  const name = clean(message.author.global_name ?? message.author.username);
  if (message.type === MessageType.PinNotice)
    return [style('dim', `${name} pinned a message to this channel.`), ''];
  const marks = [
    message.author.bot ? 'app' : '',
    message.flags & MessageFlag.Ephemeral ? 'only you can see this' : '',
    message.pinned ? 'pinned' : '',
    message.edited_timestamp ? 'edited' : '',
  ].filter(Boolean);
  const body =
    message.flags & MessageFlag.Loading
      ? [style('italic', `${name} is thinking...`)]
      : [
          ...text(message.content, canvas),
          ...message.embeds.flatMap((embed) => border(drawEmbed(embed, narrower(canvas)), style)),
          ...message.components.flatMap((component) => drawComponent(component, message, canvas)),
          ...(message.flags & MessageFlag.ComponentsV2 ? [] : message.attachments).map(
            ({ filename, description, url }) => picture(description ?? filename, url, canvas),
          ),
        ];
  const heading = style('bold', name) + (marks.length > 0 ? style('dim', ` (${marks.join(', ')})`) : '');
  return [heading, ...body, ''];
}

function drawComponent(component: Component, message: Message, canvas: Canvas): string[] {
  const { style } = canvas;
  const { components = [], accessory, items = [] } = component;
  const each = (list: readonly Component[], on = canvas) =>
    list.flatMap((one) => drawComponent(one, message, on));
  switch (component.type) {
    case ComponentType.TextDisplay:
      return text(component.content ?? '', canvas);
    case ComponentType.Separator:
      return [component.divider === false ? '' : style('dim', '-'.repeat(Math.min(40, canvas.width)))];
    case ComponentType.Container:
      return border(each(components, narrower(canvas)), style);
    case ComponentType.Section:
      return [...each(components), ...(accessory ? each([accessory]) : [])];
    case ComponentType.ActionRow: {
      const buttons = components.filter(({ type }) => type === ComponentType.Button);
      const row = buttons.map((button) => drawButton(button, message, canvas)).join('  ');
      return [
        ...(row ? wrap({ first: '', rest: '', text: row }, canvas.width) : []),
        ...each(components.filter(({ type }) => type !== ComponentType.Button)),
      ];
    }
    case ComponentType.Button:
      return [drawButton(component, message, canvas)];
    case ComponentType.StringSelect:
      return [
        style('dim', clean(component.placeholder ?? 'Choose one:')),
        ...(component.options ?? []).map(({ label, value }) => {
          const number = canvas.number({ message, customId: component.custom_id ?? '', value });
          return `  ${style('cyan', `[${number}]`)} ${clean(label)}`;
        }),
      ];
    case ComponentType.MediaGallery:
      return items.map(({ media, description }) =>
        picture(description ?? 'no description', media.url, canvas),
      );
    case ComponentType.Thumbnail:
      return [picture(component.description ?? 'no description', component.media?.url ?? '', canvas)];
    case ComponentType.File:
      return [picture(component.name ?? 'file', component.file?.url ?? '', canvas)];
    default:
      return [style('dim', `(a component of type ${component.type}, which this preview does not draw)`)];
  }
}

function drawButton(button: Component, message: Message, canvas: Canvas): string {
  const label = clean(button.label ?? button.emoji?.name ?? '');
  if (button.style === linkStyle) return `${label} ${canvas.style('dim', `(${clean(button.url ?? '')})`)}`;
  if (button.disabled) return canvas.style('dim', `[off] ${label}`);
  const number = canvas.number({ message, customId: button.custom_id ?? '', value: null });
  return `${canvas.style('cyan', `[${number}]`)} ${label}`;
}

function drawEmbed({ title, description, fields = [], image, footer }: Embed, canvas: Canvas): string[] {
  return [
    ...(title ? text(`**${title}**`, canvas) : []),
    ...text(description ?? '', canvas),
    ...fields.flatMap(({ name, value }) => text(`**${name}**\n${value}`, canvas)),
    ...(image ? [picture('embedded picture', image.url, canvas)] : []),
    ...(footer ? text(`-# ${footer.text}`, canvas) : []),
  ];
}

function text(markdown: string, canvas: Canvas): string[] {
  return drawMarkdown(markdown, canvas).flatMap((line) => wrap(line, canvas.width));
}

function picture(description: string, url: string, { style }: Canvas): string {
  return `[picture: ${clean(description)}] ${style('dim', clean(url))}`;
}

function border(lines: readonly string[], style: Style): string[] {
  return lines.map((line) => `${style('dim', '|')} ${line}`);
}

function narrower(canvas: Canvas): Canvas {
  return { ...canvas, width: canvas.width - 2 };
}
