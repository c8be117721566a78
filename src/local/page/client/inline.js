// Discord's markdown within a line: marks, links, mentions, times. Whatever has no meaning stays text.
import { element } from './element.js';

/** @import { Scene } from './scene.js' */

/** Each mark takes the nearest end, so nesting is at most as deep as there are kinds of marks. */
const MARKS = new RegExp(
  [
    /\\(?<escaped>[^\sA-Za-z0-9])/,
    /(?<fence>`+)(?<code>[^`]|[^`].*?[^`])\k<fence>(?!`)/,
    /\*\*(?<bold>(?:\\.|[^\\])+?)\*\*(?!\*)/,
    /__(?<underline>(?:\\.|[^\\])+?)__(?!_)/,
    /~~(?<strike>(?:\\.|[^\\])+?)~~/,
    /\|\|(?<spoiler>(?:\\.|[^\\])+?)\|\|/,
    /\*(?<italic>(?![\s*])(?:\\.|\*\*(?:\\.|[^\\*])+\*\*|[^\\*])+)\*(?!\*)/,
    /(?<!\w)_(?<slanted>(?![\s_])(?:\\.|__(?:\\.|[^\\_])+__|[^\\_])+)_(?!\w)/,
    /\[(?<label>(?:\\.|[^\]\\])+)\]\(<?(?<target>https?:\/\/[^\s)>]+)>?\)/,
    /<t:(?<time>-?\d{1,13})(?::(?<look>[tTdDfFR]))?>/,
    /<@!?(?<user>\d+)>/,
    /<#(?<channel>\d+)>/,
    /<\/(?<command>[^:<>]{1,100}):\d+>/,
    /<a?:(?<emoji>\w+):\d+>/,
    /(?<everyone>@(?:everyone|here))\b/,
    /<(?<bare>https?:\/\/[^>\s]+)>/,
    /(?<url>https?:\/\/[^\s<]*[^\s<.,:;"'\])])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gs',
);

/**
 * Text with its marks as nodes.
 * @param {string} text
 * @param {Scene} scene
 * @returns {Node[]}
 */
export function drawInline(text, scene) {
  const drawn = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > end) drawn.push(plain(text.slice(end, match.index)));
    drawn.push(drawMark(match.groups ?? {}, match[0], scene));
    end = match.index + match[0].length;
  }
  if (end < text.length) drawn.push(plain(text.slice(end)));
  return drawn;
}

/** @param {string} text */
const plain = (text) => document.createTextNode(text);

/**
 * @param {Partial<Record<string, string>>} mark
 * @param {string} raw
 * @param {Scene} scene
 * @returns {Node}
 */
function drawMark(mark, raw, scene) {
  const inner = (/** @type {string} */ text) => drawInline(text, scene);
  const mention = (/** @type {string} */ text) => element('span', { class: 'mention' }, text);
  const italic = mark.italic ?? mark.slanted;
  if (mark.escaped !== undefined) return plain(mark.escaped);
  if (mark.code !== undefined) return element('code', {}, mark.code);
  if (mark.bold !== undefined) return element('strong', {}, ...inner(mark.bold));
  if (mark.underline !== undefined) return element('u', {}, ...inner(mark.underline));
  if (mark.strike !== undefined) return element('s', {}, ...inner(mark.strike));
  if (mark.spoiler !== undefined) return spoiler(mark.spoiler, inner);
  if (italic !== undefined) return element('em', {}, ...inner(italic));
  if (mark.label !== undefined) return link(mark.target ?? '', unlinked(mark.label, scene));
  if (mark.time !== undefined) return time(Number(mark.time), mark.look ?? 'f') ?? plain(raw);
  if (mark.user !== undefined) return mention(`@${scene.nameOf(mark.user)}`);
  if (mark.channel !== undefined) return mention(`#${scene.placeName(mark.channel)}`);
  if (mark.command !== undefined) return mention(`/${mark.command}`);
  if (mark.emoji !== undefined) return plain(`:${mark.emoji}:`);
  if (mark.everyone !== undefined) return mention(mark.everyone);
  const address = mark.bare ?? mark.url ?? '';
  return link(address, [plain(address)]);
}

/**
 * A link out of the page; anything but http and https stays text.
 * @param {string} address
 * @param {Node[]} label
 */
export function link(address, label) {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return element('span', {}, ...label);
  return element(
    'a',
    { href: address, title: address, target: '_blank', rel: 'noopener noreferrer' },
    ...label,
  );
}

/**
 * The label of a link: marked text, but no link within the link.
 * @param {string} label
 * @param {Scene} scene
 */
function unlinked(label, scene) {
  return drawInline(label, scene).map((node) => {
    if (!(node instanceof HTMLAnchorElement || node instanceof HTMLButtonElement)) return node;
    return plain(node.textContent ?? '');
  });
}

/**
 * Hidden until it is pressed; what is hidden is not there for a screen reader either.
 * @param {string} text
 * @param {(text: string) => Node[]} inner
 */
function spoiler(text, inner) {
  const reveal = () => {
    const shown = element('span', { class: 'spoiler-shown', tabindex: -1 }, ...inner(text));
    cover.replaceWith(shown);
    shown.focus();
  };
  const cover = element(
    'button',
    { type: 'button', class: 'spoiler', 'aria-label': 'Spoiler: show', onclick: reveal },
    element('span', { 'aria-hidden': 'true' }, 'x'.repeat(Math.min(text.length, 40))),
  );
  return cover;
}

/** How Discord writes a time, by the letter after it. @type {Partial<Record<string, Intl.DateTimeFormatOptions>>} */
const LOOKS = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/**
 * A time in the visitor's own zone and language, or null when there is no such time.
 * @param {number} seconds since 1970
 * @param {string} look
 */
export function time(seconds, look) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return null;
  const full = new Intl.DateTimeFormat(undefined, LOOKS.F).format(date);
  const text = look === 'R' ? fromNow(seconds) : new Intl.DateTimeFormat(undefined, LOOKS[look]).format(date);
  return element('time', { datetime: date.toISOString(), title: full }, text);
}

const UNITS = /** @type {const} */ ([
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]);

/** @param {number} seconds */
function fromNow(seconds) {
  const away = Math.round(seconds - Date.now() / 1000);
  const [unit, length] = UNITS.find(([, size]) => Math.abs(away) >= size) ?? UNITS[5];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(away / length), unit);
}
