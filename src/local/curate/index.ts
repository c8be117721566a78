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
  citations: readonly { paragraph: number; excerpt: string }[];
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
}

const place = { path: z.string(), id: z.string(), version: z.string() };

/** What a person does with one record. */
export const Change = z.discriminatedUnion('do', [
  z.object({ do: z.literal('take'), ...place, short: z.string(), claim: z.string() }),
  z.object({ do: z.literal('edit'), ...place, yaml: z.string() }),
  z.object({ do: z.literal('drop'), ...place }),
]);
export type Change = z.infer<typeof Change>;

/** The state after a change; or why nothing was changed. */
export type Outcome = { state: CurateState } | { refused: readonly string[] };

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
