// The page for curating a knowledge folder beside the text of its article.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { loadAssets } from '../page/assets.ts';
import { createHandler } from '../page/handler.ts';
import { listen } from '../page/listen.ts';

/** A fact, a draft or a gap as written in its file. */
export interface Entry {
  id: string;
  /** Relative to the folder. */
  path: string;
  /** Changes whenever the file of the record does. */
  version: string;
  kind: 'fact' | 'draft' | 'gap';
  /** The short answer of a fact, or what a gap says. */
  short: string;
  /** The claim of a fact; empty for a gap. */
  claim: string;
  questions: readonly string[];
  /** The status of a fact and who says so, as in "claimed, union"; empty for a gap. */
  status: string;
  citations: readonly { paragraph: number; excerpt: string }[];
  /**
   * Present for a fact that none of its own questions would find by its words, with the record that most of them
   * would find instead, if any.
   */
  unfound?: { takenFor?: string };
  /** The YAML of the record without its leading "- ", comments included. */
  yaml: string;
}

export interface CurateState {
  subject: string;
  /** The paragraphs of the article, in order. */
  paragraphs: readonly string[];
  entries: readonly Entry[];
  /** What is wrong or missing, each with its file. */
  problems: readonly string[];
  /**
   * The questions that members got no answer to, most frequent first. Those that have become a question of a record
   * are left out.
   */
  unanswered: readonly Unanswered[];
}

/** A question that was not answered. */
export interface Unanswered {
  question: string;
  times: number;
  /** Ids of the records that share the most words with it, best first. */
  near: readonly string[];
}

const place = { path: z.string(), id: z.string(), version: z.string() };

/** What a person can do: change a record, merge two, or add one. */
export const Change = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('take'),
    ...place,
    short: z.string(),
    claim: z.string(),
    questions: z.array(z.string()),
  }),
  z.object({ do: z.literal('edit'), ...place, yaml: z.string() }),
  z.object({ do: z.literal('drop'), ...place }),
  /** Adds a question to a record. */
  z.object({ do: z.literal('add question'), ...place, question: z.string().trim().min(1) }),
  /** Merges a fact into another one, which gets this `short` and `claim`. */
  z.object({
    do: z.literal('merge'),
    ...place,
    into: z.object(place),
    short: z.string(),
    claim: z.string(),
  }),
  /** Drafts a fact from a passage of a paragraph, which counts from 1. */
  z.object({ do: z.literal('draft'), paragraph: z.int().positive(), passage: z.string().trim().min(1) }),
  /** If the id is empty, one is made of the questions. */
  z.object({
    do: z.literal('add gap'),
    id: z.string(),
    says: z.string(),
    questions: z.array(z.string()),
    nearest: z.array(z.string()),
  }),
]);
export type Change = z.infer<typeof Change>;

/** The state after a change. If nothing was changed, the reasons, and the state if the page shows an old one. */
export type Outcome = { state: CurateState } | { refused: readonly string[]; state?: CurateState };

export interface Curating {
  look(): Promise<CurateState>;
  change(change: Change): Promise<Outcome>;
}

const Act = z.union([z.object({ do: z.literal('look') }), Change]);

/**
 * Serves the page on 127.0.0.1.
 *
 * @param port 0 for any port; if it is taken, the next free one is used
 * @returns once the page is served
 */
export async function startCuratePage(
  curating: Curating,
  port: number,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const act = async (json: string): Promise<{ status: number; result: Outcome }> => {
    const asked = Act.safeParse(parse(json));
    if (!asked.success) return { status: 400, result: { refused: [z.prettifyError(asked.error)] } };
    if (asked.data.do === 'look') return { status: 200, result: { state: await curating.look() } };
    return { status: 200, result: await curating.change(asked.data) };
  };
  const assets = await loadAssets({
    '/': join(import.meta.dirname, 'client'),
    '/page/client/': join(import.meta.dirname, '../page/client'),
  });
  const server = createServer(createHandler({ assets, act }));
  const taken = await listen(server, port);
  return {
    url: `http://127.0.0.1:${taken}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
