// Finds the party that does what an assertion describes.
import type { Token } from '../text/parse-sentences.ts';
import { isPreposition, isToBe } from './function-words.ts';
import type { PartyMention } from './parties.ts';
import type { AssertionReading } from './read-assertion.ts';

/** Maximum number of tokens between an action and the party behind "by". */
const BY_REACH = 8;
const FROM_REACH = 6;
/** Maximum number of tokens between an owner and what is owned: "the owners' flat refusal". */
const OWNER_REACH = 4;

/**
 * Finds the party that does the thing named at a place: "by the owners", "it was the union that", "the owners'
 * refusal"; otherwise the nearest party before it that follows no preposition. A party that is only quoted as saying
 * so does not do it.
 *
 * @param at the tokens that name the action; `to` is the token after the last
 * @returns undefined where no party is named as doing it
 */
export function actorOf(
  { reading, assertion }: AssertionReading,
  at: { from: number; to: number },
): PartyMention | undefined {
  const { tokens, parties, sayers } = reading;
  const word = (i: number) => tokens[i]?.norm ?? '';
  const isSayer = (party: PartyMention) =>
    sayers.some(
      ({ from, spanFrom, spanTo }) =>
        from === party.from &&
        spanTo <= assertion.to &&
        !(spanFrom <= at.from && at.to <= spanTo) &&
        (spanFrom >= assertion.from || spanTo <= at.from),
    );
  const acting = parties.filter((party) => !isSayer(party));
  const own = acting.filter(({ from, to }) => from >= assertion.from && to <= assertion.to);
  const isLedBy = (party: PartyMention, preposition: string, reach: number) =>
    party.from >= at.to &&
    party.from - at.to < reach &&
    (word(party.from - 1) === preposition ||
      (word(party.from - 2) === preposition && tokens[party.from - 1]?.pos === 'DET'));

  const by = own.find((party) => isLedBy(party, 'by', BY_REACH));
  if (by) return by;
  const head = tokens[at.from];
  const owner = own.findLast(
    ({ isPossessive, to }) => isPossessive && to <= at.from && at.from - to <= OWNER_REACH,
  );
  if (head?.pos === 'NOUN' && owner) return owner;
  const cleft = acting.find((party) => party.to <= at.from && isCleft(tokens, party));
  if (cleft) return cleft;
  if (isPassive(tokens, at.from)) return undefined;
  const subject = (list: readonly PartyMention[]) =>
    list.findLast((party) => party.to <= at.from && !isPreposition(wordLeading(tokens, party)));
  const from = own.find((party) => isLedBy(party, 'from', FROM_REACH));
  const found = subject(own) ?? from;
  if (found) return found;
  const beginsOpen = tokens
    .slice(assertion.from, assertion.from + 4)
    .some(({ norm }) => norm === 'that' || norm === 'which' || norm === 'who');
  const isShared = assertion.sharesSubject || !assertion.hasVerb || own.length === 0 || beginsOpen;
  return isShared ? subject(acting.filter(({ to }) => to <= assertion.from)) : undefined;
}

/** "It was the union that ...", "it is the owners who ...". */
function isCleft(tokens: readonly Token[], { from, to }: PartyMention): boolean {
  const start = tokens[from - 1]?.pos === 'DET' ? from - 2 : from - 1;
  return (
    /^(?:was|is|'s|were|are)$/.test(tokens[start]?.norm ?? '') &&
    /^(?:it|that)$/.test(tokens[start - 1]?.norm ?? '') &&
    tokens.slice(to, to + 8).some(({ norm }) => norm === 'that' || norm === 'who' || norm === 'which')
  );
}

function isPassive(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /^(?:ADV|PART)$/.test(tokens[before]?.pos ?? '')) before -= 1;
  const head = tokens[at];
  return head?.pos === 'VERB' && isToBe(tokens[before]?.norm) && !/ing$/.test(head.norm);
}

/** The word before a party's own article or adjective. */
const wordLeading = (tokens: readonly Token[], { from }: PartyMention): string | undefined => {
  const before = tokens[from - 1];
  return before?.pos === 'DET' || before?.pos === 'ADJ' ? tokens[from - 2]?.norm : before?.norm;
};
