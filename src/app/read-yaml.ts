// Parses the text of a knowledge file, and keeps the line of every value.
import { type Document, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { KnowledgeFile } from '../core/knowledge/knowledge-file.ts';
import { explainYaml } from './explain-yaml.ts';

/**
 * Parses a knowledge file.
 *
 * @returns the file; if it cannot be read, with the first reason only, because the others usually follow from it
 */
export function readYaml(path: string, text: string): KnowledgeFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const problem = explainYaml(text, document) ?? findMisread(document);
  return {
    path,
    data: problem ? undefined : document.toJS(),
    lineOf(keys) {
      for (let depth = keys.length; depth >= 0; depth -= 1) {
        const node = depth === 0 ? document.contents : document.getIn(keys.slice(0, depth), true);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return 1;
    },
    ...(problem && { unreadable: { line: lineAt(problem.offset), message: problem.reason } }),
  };
}

/**
 * Finds text without quotes that YAML reads as something else: aliases ("*that*"), anchors ("&c"), tags ("!"), comments
 * ("#1"), commas inside braces. Knowledge files need none of these, and the text would be lost or cut off.
 */
function findMisread(document: Document.Parsed): { offset: number; reason: string } | undefined {
  let found: { offset: number; reason: string } | undefined;
  const stop = (offset: number | undefined, reason: string) => {
    found = { offset: offset ?? 0, reason };
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_, { range }) => stop(range?.[0], 'begins a text with *; put the text in quotes'),
    Collection(_, { anchor, tag, range, flow, items }) {
      if (anchor || tag) return stop(range?.[0], 'begins a text with & or !; put the text in quotes');
      const bare = flow ? items.find((item) => isPair(item) && item.value === null) : undefined;
      if (isPair(bare) && isScalar(bare.key))
        return stop(
          bare.key.range?.[0],
          `has "${bare.key.value}" after a comma; put a text with commas in quotes, and write a number without them`,
        );
      return undefined;
    },
    Scalar(_, { anchor, tag, range, comment, type }) {
      if (anchor || tag) return stop(range?.[0], 'begins a text with & or !; put the text in quotes');
      if (type === 'PLAIN' && comment && !comment.startsWith(' '))
        return stop(range?.[0], `loses "#${comment}" as a comment; put a text with # in quotes`);
      return undefined;
    },
  });
  return found;
}
