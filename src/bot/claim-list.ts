// Several facts as one list: what each says and who says so. The attribution is given once if it is the same for all.
import type { Article, Fact } from '../core/knowledge/schema.ts';
import { withStatus } from './attribution.ts';
import type { Block } from './reply.ts';

/** The claims of facts, each with who says so; below the list if the article itself states all of them. */
export function claimList(facts: readonly Fact[], article: Article): Block[] {
  const areStated = facts.every(({ status }) => status === 'stated');
  const items = facts.map((fact) => withStatus(fact.claim, fact, article));
  return [
    { kind: 'list', items },
    ...(areStated ? [{ kind: 'text' as const, text: 'The article says so.' }] : []),
  ];
}
