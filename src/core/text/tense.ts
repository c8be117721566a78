// Tells whether a date in a clause is past or to come, by the verbs around it.
import type { Tokens } from './placed-tokens.ts';

/** Maximum number of tokens on either side of a date in which to look for the verb. */
const TENSE_REACH = 8;
const TO_COME =
  /^(?:will|'ll|would|going|due|scheduled|set|slated|plans?|planned|resumes?|restarts?|starts?|begins?|picks?|ends?|opens?|reopens?|comes?|talks|expires?|reconvenes?|meets?|returns?|expected|next|coming|upcoming|tomorrow|could|may|might|can|ahead|to)$/;
const PAST =
  /^(?:was|were|had|did|said|left|met|went|broke|began|took|told|sent|held|came|gave|got|cast|made|saw|put|ran|won|lost|ago|last|yesterday|\w{2,}ed|didn't|wasn't|weren't|hadn't)$/;

/**
 * The tense of the clause around a date. A weekday or a span in the clause is past or to come.
 *
 * @param from the index of the first token of the date
 * @param to the index of its last token
 * @returns undefined if no verb tells
 */
export function tenseAround(tokens: Tokens, from: number, to: number): 'past' | 'to come' | undefined {
  const cues = new Set<string>();
  for (const step of [-1, 1])
    for (
      let i = step < 0 ? from - 1 : to + 1, count = 0;
      count < TENSE_REACH && tokens[i] !== undefined;
      i += step, count++
    ) {
      const token = tokens[i];
      if (!token || /^[.!?;]$/.test(token.text)) break;
      if (TO_COME.test(token.text)) cues.add('to come');
      else if (PAST.test(token.text)) cues.add('past');
      // The nearest verb decides. A comma or "and" may begin another clause.
      if (cues.size > 0 || /^(?:,|and|but)$/.test(token.text)) break;
    }
  return cues.size === 1 ? (cues.has('past') ? 'past' : 'to come') : undefined;
}
