// The article in a few lines, each from a fact, with the passages that they rest on.
import { z } from 'zod';
import {
  asOf,
  capitalize,
  citationBlocks,
  defineCommand,
  factButton,
  inShort,
  sentence,
  tellAlone,
  withStatus,
} from '#bot';

export default defineCommand({
  description: 'The article in four lines',
  options: z.object({}),
  appliesTo: ({ facts }) => facts.size > 0,
  phrases: [
    'tldr',
    'tl dr',
    'summary',
    'summarize',
    'summarise',
    'summarize everything',
    'sum up',
    'sum it up',
    'short version',
    'in short',
    'in brief',
    'in a nutshell',
    'gist',
    'recap',
    'overview',
    'key points',
    'eli5',
    "explain like I'm five",
    'explain like im 5',
    "explain it like I'm five",
    'explain like I am five',
    'explain it simply',
    'in simple words',
    'in plain English',
    'catch me up',
    'bring me up to speed',
  ],
  run(_, { desk: { knowledge } }) {
    const { article } = knowledge;
    const facts = inShort(knowledge);
    return {
      blocks: [
        { kind: 'heading', text: capitalize(article.subject) },
        { kind: 'list', items: facts.map((fact) => sentence(withStatus(tellAlone(fact), fact, article))) },
        ...citationBlocks(facts),
        asOf(article),
      ],
      buttons: facts.map((fact) => factButton(fact)),
    };
  },
});
