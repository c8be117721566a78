// Discord's markdown as DOM: headings, small print, quotes, lists, code, and lines of text.
import { element } from './element.js';
import { drawInline } from './inline.js';

/** @import { Scene } from './scene.js' */

const FENCE = /```(?:(?<language>[\w+-]*)\n)?(?<code>[\s\S]+?)```/g;

/**
 * A text in a block of its own, so that nothing in it reorders or touches what is around it.
 * @param {string} text as it stands in a message
 * @param {Scene} scene
 */
export function drawMarkdown(text, scene) {
  return element('div', { class: 'markdown', dir: 'auto' }, ...drawBlocks(text, scene));
}

/**
 * @param {string} text
 * @param {Scene} scene
 * @returns {Node[]}
 */
function drawBlocks(text, scene) {
  const drawn = [];
  let end = 0;
  for (const match of text.matchAll(FENCE)) {
    drawn.push(...drawLines(text.slice(end, match.index), scene));
    drawn.push(element('pre', { tabindex: 0 }, element('code', {}, (match.groups?.code ?? '').trimEnd())));
    end = match.index + match[0].length;
  }
  return [...drawn, ...drawLines(text.slice(end), scene)];
}

/**
 * @param {string} text
 * @param {Scene} scene
 * @returns {Node[]}
 */
function drawLines(text, scene) {
  const drawn = [];
  const lines = text.split('\n');
  while (lines.length > 0) {
    const [line = ''] = lines;
    const rest = /^>>> (.*)$/s.exec(lines.join('\n'))?.[1];
    if (rest !== undefined) {
      drawn.push(element('blockquote', {}, ...drawBlocks(rest, scene)));
      break;
    }
    const heading = /^(#{1,3}) +(.+)$/.exec(line);
    const small = /^-# +(.+)$/.exec(line);
    const quoted = take(lines, /^> (.*)$/);
    const listed = quoted.length === 0 ? take(lines, ITEM) : [];
    if (quoted.length > 0)
      drawn.push(element('blockquote', {}, ...drawLines(quoted.map(([, inner]) => inner).join('\n'), scene)));
    else if (listed.length > 0) drawn.push(drawList(listed.map(toItem), scene));
    else if (heading) {
      lines.shift();
      // Below the page's own h1 and the h2 of each message.
      const level = /** @type {'h3' | 'h4' | 'h5'} */ (`h${2 + (heading[1] ?? '').length}`);
      drawn.push(element(level, {}, ...drawInline(heading[2] ?? '', scene)));
    } else if (small) {
      lines.shift();
      drawn.push(element('small', {}, ...drawInline(small[1] ?? '', scene)));
    } else drawn.push(...drawText(lines, scene));
  }
  return drawn;
}

const ITEM = /^( *)([-*]|\d{1,9}\.) +(.+)$/;
const BLOCK = /^(#{1,3} +\S|-# +\S|>>> |> | *([-*]|\d{1,9}\.) +\S)/;

/**
 * Takes the matching lines off the beginning.
 * @param {string[]} lines
 * @param {RegExp} pattern
 */
function take(lines, pattern) {
  const taken = [];
  for (let match = pattern.exec(lines[0] ?? ''); match; match = pattern.exec(lines[0] ?? '')) {
    taken.push(match);
    lines.shift();
    if (lines.length === 0) break;
  }
  return taken;
}

/**
 * Lines up to the next block, as one paragraph; marks may go on over the end of a line.
 * @param {string[]} lines
 * @param {Scene} scene
 */
function drawText(lines, scene) {
  const end = lines.findIndex((line, index) => index > 0 && (line.trim() === '' || BLOCK.test(line)));
  const text = lines.splice(0, end < 0 ? lines.length : end).join('\n');
  return text.trim() === '' ? [] : [element('p', {}, ...drawInline(text.replace(/^\n+/, ''), scene))];
}

/** @typedef {{ depth: number, ordered: boolean, start: string, text: string }} Item */

/**
 * @param {RegExpExecArray} match
 * @returns {Item}
 */
function toItem([, indent = '', mark = '', text = '']) {
  return { depth: indent.length, ordered: mark.endsWith('.'), start: mark.slice(0, -1), text };
}

/**
 * @param {Item[]} items the first one sets the depth; deeper ones belong to the item before them
 * @param {Scene} scene
 * @returns {HTMLElement}
 */
function drawList(items, scene) {
  const [{ ordered, start, depth } = { ordered: false, start: '', depth: 0 }] = items;
  const list = ordered ? element('ol', { start }) : element('ul');
  for (let at = 0; at < items.length; ) {
    let end = at + 1;
    while ((items[end]?.depth ?? 0) > depth) end += 1;
    const below = items.slice(at + 1, end);
    const item = element('li', {}, ...drawInline(items[at]?.text ?? '', scene));
    if (below.length > 0) item.append(drawList(below, scene));
    list.append(item);
    at = end;
  }
  return list;
}
