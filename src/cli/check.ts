// `npm run check`: checks claims from a terminal, without Discord: one text, or a batch of claims as JSON Lines.
import { toPlainText, verdictBlocks, verdictReply } from '../bot/index.ts';
import { runOnTexts } from './json-lines.ts';

await runOnTexts({
  usage: `Usage:
  npm run check -- "two thirds voted"        checks a text, claim by claim
  npm run --silent check -- --batch          checks JSON Lines of {"id","claim"} from standard input`,
  key: 'claim',
  sayOne: (desk, text) => toPlainText(verdictReply(desk.check(text), text, desk.knowledge).blocks),
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
