// `npm run check`: checks claims from a terminal, without Discord: one text, or a batch of claims as JSON Lines.
import { toPlainText, verdictBlocks, verdictReply } from '../bot/index.ts';
import { runAsMain } from './main.ts';
import { defineTextProgram } from './text-program.ts';

const check = defineTextProgram({
  script: 'check',
  summary: 'Checks the claims of a text against the article as the bot does, without Discord.',
  example: 'two thirds voted',
  key: 'claim',
  describe: (desk, text) => toPlainText(verdictReply(desk.check(text), text, desk.knowledge).blocks),
  judge(desk, claim) {
    // A batch line is one claim; of several sentences the first is judged.
    const [verdict] = desk.check(claim);
    if (!verdict) return { verdict: 'not_in_source', answer: '', facts: [] };
    return {
      verdict: verdict.verdict,
      answer: toPlainText(verdictBlocks(verdict, desk.knowledge)),
      facts: verdict.verdict === 'not_in_source' ? [] : [verdict.fact.id],
    };
  },
});
export default check;

await runAsMain(import.meta.filename, check);
