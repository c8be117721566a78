// Hashes of what a model is trained on: of content, not of bytes, so that they are the same in every checkout.
import { setImmediate } from 'node:timers/promises';
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Fingerprints } from '../core/model.ts';
import { counted } from '../core/text/counted.ts';
import { hash } from '../core/text/hash.ts';
import { isWordings, loadTexts } from './load-knowledge.ts';

/**
 * Computes a hash for each fact and gap with its wordings, and one for what all of them share. Wordings are read line
 * by line, not as YAML, because parsing them would take longer than the rest of a start. A running bot answers other
 * requests meanwhile.
 *
 * @throws {KnowledgeError} if wordings cannot be read
 */
export async function fingerprintsOf(folder: string, knowledge: Knowledge): Promise<Fingerprints> {
  const { article, facts, gaps, words, concepts } = knowledge;
  const { names, parties, periods } = article;
  // Nothing is learned from antonyms.
  const { antonyms: _, ...learned } = words;
  const texts = await loadTexts(folder, isWordings);
  const wordings = await sectionsOf(texts.map(([, text]) => text));
  const records = [
    ...[...facts.values()].map(
      ({ id, short, claim, status, saidBy, period, values, statements, questions }) =>
        [id, short, claim, status, saidBy, period, values, statements, questions] as const,
    ),
    ...[...gaps.values()].map(({ id, questions }) => [id, questions] as const),
  ];
  const fingerprints: Record<string, string> = {};
  for (const content of records) {
    await setImmediate();
    fingerprints[content[0]] = fingerprint([content, wordings.get(content[0])]);
  }
  return {
    shared: fingerprint([names, parties, periods, learned, [...concepts], wordings.get('')]),
    records: fingerprints,
  };
}

const fingerprint = (content: unknown): string => hash(JSON.stringify(content)).toString(16).padStart(8, '0');

/** A key at the start of a line: the id that the lines below belong to. */
const KEY = /^(["']?)([^\s"'#-][^"':]*)\1:(?:\s|$)/;

/** A comment on its own line or after text without quotes. After quotes it counts as content, to be safe. */
const COMMENT = /^\s*#.*$|^([^"'#]*?)\s+#.*$/;

/** The lines of all files below each key at the start of a line, without comments and blank lines. */
async function sectionsOf(files: readonly string[]): Promise<Map<string, string[]>> {
  const sections = new Map<string, string[]>();
  let section: string[] = [];
  sections.set('', section);
  for (const yaml of files) {
    await setImmediate();
    for (const line of yaml.split('\n')) {
      const content = line.replace(COMMENT, '$1').trimEnd();
      if (content === '') continue;
      const key = KEY.exec(content)?.[2];
      if (key !== undefined) {
        section = sections.get(key) ?? [];
        sections.set(key, section);
      }
      section.push(content);
    }
  }
  return sections;
}

/** How the knowledge differs from what a model was trained on. */
export interface Changes {
  /** Ids of facts and gaps. */
  added: string[];
  changed: string[];
  removed: string[];
  /** Whether the words or the names of the article changed. They affect how every text is read. */
  shared: boolean;
}

/** Finds how the knowledge differs from what a model was trained on, by the fingerprints of both. */
export function changesSince(training: Fingerprints, now: Fingerprints): Changes {
  const before = new Map(Object.entries(training.records));
  const after = Object.entries(now.records);
  return {
    added: after.flatMap(([id]) => (before.has(id) ? [] : id)),
    changed: after.flatMap(([id, value]) => (before.has(id) && before.get(id) !== value ? id : [])),
    removed: [...before.keys()].filter((id) => !Object.hasOwn(now.records, id)),
    shared: training.shared !== now.shared,
  };
}

/** Says what changed and what to do about it; undefined if nothing did. */
export function describeChanges({ added, changed, removed, shared }: Changes): string | undefined {
  const parts = [
    ...(added.length > 0 ? [`${count(added)} added`] : []),
    ...(changed.length > 0 ? [`${count(changed)} changed`] : []),
    ...(removed.length > 0 ? [`${count(removed)} removed`] : []),
    ...(shared ? ['the words or the names of the article changed'] : []),
  ];
  if (parts.length === 0) return undefined;
  const onlyAdded = parts.length === 1 && added.length > 0;
  return `Since the training, ${parts.join(', ')}. Run: npm run train${onlyAdded ? ' -- --added' : ''}`;
}

const count = ({ length }: readonly string[]) => counted(length, 'fact or gap was', 'facts or gaps were');
