// Draws Discord's Markdown as DOM.
import { parseMarkdown } from '../../markdown/parse-markdown.js';
import { link } from './draw-link.js';
import { time } from './draw-time.js';
import { element } from './element.js';

/** @import { MarkdownNode } from '../../markdown/nodes.ts' */
/** @import { Scene } from './scene.js' */

/**
 * Draws a text in a block of its own, so that nothing in it reorders or touches what is around it.
 * @param {string} text as it stands in a message
 * @param {Scene} scene
 */
export function drawMarkdown(text, scene) {
  return element('div', { class: 'markdown', dir: 'auto' }, ...drawParagraphs(parseMarkdown(text), scene));
}

/** @type {readonly MarkdownNode['type'][]} */
const BLOCKS = ['heading', 'subtext', 'quote', 'list', 'codeBlock'];

/**
 * Draws nodes. Whatever is between two blocks becomes a paragraph.
 * @param {MarkdownNode[]} nodes
 * @param {Scene} scene
 * @returns {Node[]}
 */
function drawParagraphs(nodes, scene) {
  /** @type {HTMLElement[]} */
  const drawn = [];
  /** @type {HTMLElement | null} */
  let paragraph = null;
  for (const node of nodes) {
    if (BLOCKS.includes(node.type)) {
      paragraph = null;
      drawn.push(/** @type {HTMLElement} */ (drawNode(node, scene)));
    } else {
      paragraph ??= drawn[drawn.push(element('p')) - 1] ?? null;
      paragraph?.append(drawNode(node, scene));
    }
  }
  return drawn.filter((one) => one.tagName !== 'P' || one.textContent?.trim() !== '');
}

/**
 * @param {MarkdownNode} node
 * @param {Scene} scene
 * @returns {Node}
 */
function drawNode(node, scene) {
  const draw = (/** @type {MarkdownNode[]} */ nodes) => nodes.map((one) => drawNode(one, scene));
  const mention = (/** @type {string} */ text) => element('span', { class: 'mention' }, text);
  switch (node.type) {
    case 'text':
      return document.createTextNode(node.text);
    case 'bold':
      return element('strong', {}, ...draw(node.children));
    case 'italic':
      return element('em', {}, ...draw(node.children));
    case 'underline':
      return element('u', {}, ...draw(node.children));
    case 'strike':
      return element('s', {}, ...draw(node.children));
    case 'spoiler':
      return spoiler(draw(node.children));
    case 'code':
      return element('code', {}, node.text);
    case 'link':
      return link(node.address, draw(node.children).map(unpressable));
    case 'time':
      return time(node.seconds, node.style) ?? document.createTextNode('');
    case 'user':
      return mention(`@${scene.nameOf(node.id)}`);
    case 'channel':
      return mention(`#${scene.placeName(node.id)}`);
    case 'role':
      return mention('@role');
    case 'everyone':
      return mention(node.text);
    case 'command':
      return mention(`/${node.name}`);
    case 'emoji':
      return document.createTextNode(`:${node.name}:`);
    case 'heading': {
      // Below the page's own h1 and the h2 of each message.
      const tag = /** @type {'h3' | 'h4' | 'h5'} */ (`h${2 + node.level}`);
      return element(tag, {}, ...draw(node.children));
    }
    case 'subtext':
      return element('small', {}, ...draw(node.children));
    case 'quote':
      return element('blockquote', {}, ...drawParagraphs(node.children, scene));
    case 'list': {
      const items = node.items.map((item) => element('li', {}, ...draw(item)));
      return node.start === null
        ? element('ul', {}, ...items)
        : element('ol', { start: node.start }, ...items);
    }
    case 'codeBlock':
      return element('pre', { tabindex: 0 }, element('code', {}, node.text));
  }
}

/**
 * Hides its content until it is pressed, also from screen readers.
 * @param {Node[]} hidden
 */
function spoiler(hidden) {
  const shown = element('span', { class: 'spoiler-shown', tabindex: -1 }, ...hidden);
  const reveal = () => {
    cover.replaceWith(shown);
    shown.focus();
  };
  const cover = element(
    'button',
    { type: 'button', class: 'spoiler', 'aria-label': 'Spoiler: show', onclick: reveal },
    element('span', { 'aria-hidden': 'true' }, 'x'.repeat(Math.min(shown.textContent?.length ?? 0, 40))),
  );
  return cover;
}

/** A link holds nothing else that can be pressed. @type {(node: Node) => Node} */
const unpressable = (node) =>
  node instanceof HTMLButtonElement ? document.createTextNode(node.textContent ?? '') : node;
