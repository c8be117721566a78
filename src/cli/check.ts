// `npm run check`: checks claims from a terminal, without Discord: one text, or a batch of claims as JSON Lines.
import { type Fact, overallVerdict, toPlainText, verdictReply, verdictText } from '../bot/index.ts';
import { runAsMain } from './main.ts';
import { defineTextProgram } from './text-program.ts';

const check = defineTextProgram({
  script: 'check',
  summary: 'Checks the claims of a text against the article as the bot does, without Discord.',
  example: 'it took two thirds',
  key: 'claim',
  describe: ({ desk }, text) => toPlainText(verdictReply(desk.check(text), text, desk.knowledge).blocks),
  explain: (desk, text) => desk.explain(text).join('\n'),
  judge(desk, claim) {
    // Several sentences are judged as a whole.
    const verdicts = desk.check(claim);
    const verdict = overallVerdict(verdicts);
    const decisive = verdict === 'not_in_source' ? [] : verdicts.filter((one) => one.verdict === verdict);
    return {
      verdict,
      answer: verdictText(verdicts, desk.knowledge),
      facts: [...new Set(decisive.flatMap(({ facts }) => idsOf(facts)))],
      parts: verdicts
        .flatMap(({ parts }) => parts)
        .map(({ text, verdict, facts }) => ({ text, verdict, facts: idsOf(facts) })),
    };
  },
});
export default check;

const idsOf = (facts: readonly Fact[]) => facts.map(({ id }) => id);

await runAsMain(import.meta.filename, check);
