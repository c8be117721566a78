// The page on which a person curates a knowledge folder beside the article's text.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { loadAssets } from '../page/assets.ts';
import { createHandler } from '../page/handler.ts';
import { listen } from '../page/listen.ts';

/** A fact, a draft or a gap, as it stands in its file. */
export interface Entry {
  id: string;
  /** Relative to the folder. */
  path: string;
  /** Changes with the file that it stands in. */
  version: string;
  kind: 'fact' | 'draft' | 'gap';
  /** The short answer of a fact; what a gap says. */
  short: string;
  /** Empty for a gap. */
  claim: string;
  questions: readonly string[];
  /** How far a fact can be trusted, and who says so: "claimed, guild"; empty for a gap. */
  status: string;
  citations: readonly { paragraph: number; excerpt: string }[];
  /**
   * Of a fact that none of its own questions finds by its words when it is taken out: what most of them find instead, or
   * nothing.
   */
  unfound?: { takenFor?: string };
  /** Without the "- " before it, comments included. */
  yaml: string;
}

export interface CurateState {
  subject: string;
  /** Of the article, in its order. */
  paragraphs: readonly string[];
  entries: readonly Entry[];
  /** What is wrong or missing, each with its file. */
  problems: readonly string[];
  /** What members asked and got no answer to, the most frequent first, without what is a question of a record by now. */
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

/** What a person does with one record, with two of them, or to have one more. */
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
  /** It gets one more question. */
  z.object({ do: z.literal('add question'), ...place, question: z.string().trim().min(1) }),
  /** What a fact has goes into another one, which says `short` and `claim` from then on. */
  z.object({
    do: z.literal('merge'),
    ...place,
    into: z.object(place),
    short: z.string(),
    claim: z.string(),
  }),
  /** A draft of a passage of a paragraph, which counts from 1. */
  z.object({ do: z.literal('draft'), paragraph: z.int().positive(), passage: z.string().trim().min(1) }),
  /** An empty id is made of the questions. */
  z.object({
    do: z.literal('add gap'),
    id: z.string(),
    says: z.string(),
    questions: z.array(z.string()),
    nearest: z.array(z.string()),
  }),
]);
export type Change = z.infer<typeof Change>;

/** The state after a change; or why nothing was changed, with the state where that is another one than the page shows. */
export type Outcome = { state: CurateState } | { refused: readonly string[]; state?: CurateState };

export interface Curating {
  look(): Promise<CurateState>;
  change(change: Change): Promise<Outcome>;
}

const Act = z.union([z.object({ do: z.literal('look') }), Change]);

/**
 * Serves the page on 127.0.0.1.
 * @param port 0 for any; the next free one if it is taken
 * @returns once it listens
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
