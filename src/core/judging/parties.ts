// Finds the parties that a sentence names, and tells which of them are quoted.
import type { Token } from '../text/parse-sentences.ts';
import { isPreposition, words } from './function-words.ts';
import type { Mention } from './lexicon.ts';

/** A party named at some tokens. */
export interface PartyMention extends Mention {
  /** Its side, as in article.yaml. */
  side: string;
  /** Whether it is a possessive: "the owners' answer". */
  isPossessive: boolean;
}

/** A party that is quoted as saying something. */
export interface Sayer extends PartyMention {
  /** The tokens of the attribution, including the party. */
  spanFrom: number;
  spanTo: number;
  /** Whether the party denies what follows. */
  denies: boolean;
}

const SAY = words(
  'say says said saying claim claims claimed argue argues argued contend contends contended report reports reported estimate estimates estimated maintain maintains maintained assert asserts asserted insist insists insisted announce announces announced state states stated allege alleges alleged tell tells told declare declares declared complain complains complained complaining acknowledge acknowledged admit admits admitted note notes noted disclose disclosed reveal reveals revealed concede conceded reckon reckons reckoned cite cites cited describe describes described describing call calls called calling warn warned explain explained accuse accuses accused accusing charge charges charged swear swears swore figure figures put puts putting credit blame blames blamed attribute hail hailed brag boast boasted',
);
/** These attribute only right after their party: "the union puts it at 23%". */
const SAY_AT_ONCE = words(
  'put puts putting call calls called calling describe describes described describing figure figures charge charges charged blame blames blamed credit accuse accuses accused report reports estimate estimates',
);
const DENY = words('deny denies denied denying dispute disputes disputed disputing reject rejects rejected');
/** Whoever rejects something denies it only if it was said: "rejects that ...", "rejects the claim". */
const REJECT = words('reject rejects rejected');
const SAID = words(
  'claim idea notion suggestion accusation charge allegation assertion story version account view',
);
const ACCOUNT = words(
  'account estimate figure figures number numbers claim version telling reckoning count tally word words calculation view accusation assertion statement math own story charge say-so announcement',
);
const GIVE = words(
  'made given supplied provided issued released offered published quoted furnished floated drawn calculated compiled computed worked tallied put',
);
const RELATIVES = words('that who which itself themselves himself');
const PASSIVES = words('is was are were be been to');

const LEADS =
  /(?:according to|per|going by|if (?:you|one|we) believes?|believing|in the words of|by the (?:account|reckoning|count|estimate|telling|figures|numbers) of|in the view of|as told by|to hear|as described by|says so:?|attributed to|credited to|quoting|in the eyes of)(?: the| a| its)?$/;
const COMES_FROM = /(?:come|comes|came|coming) (?:from|straight from|out of)(?: the)?$/;
const FIGURE_OF =
  /(?:figure|number|estimate|claim|accusation|statement|quote|line|words?) (?:is|was|of|from|by)(?: the)?$/;

/** Maximum number of tokens between a party and its verb of saying: "the union, in its email, said". */
const REACH = 5;

/**
 * The parties that a sentence names, in order. Adjacent names are one party, on the side of the first: "company
 * executives" are the company's.
 *
 * @param sideOf the side of each concept that names a party
 */
export function findParties(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  sideOf: ReadonlyMap<string, string>,
): PartyMention[] {
  // "To the ministry" is a phrase of its own, but it still names the ministry.
  const isInside = (one: Mention) =>
    mentions.some(
      (other) =>
        other.from <= one.from &&
        one.to <= other.to &&
        other.to - other.from > one.to - one.from &&
        !isPreposition(tokens[other.from]?.norm),
    );
  const named = mentions
    .filter((one) => sideOf.has(one.concept) && !isInside(one))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const parties: PartyMention[] = [];
  for (const one of named) {
    const before = parties.at(-1);
    if (before && one.from < before.to) continue;
    // In "The league says its members ...", the members are the league's.
    const isOwn = before && /^(?:its|their)$/.test(tokens[one.from - 1]?.norm ?? '');
    const between = before ? tokens.slice(before.to, one.from) : [];
    const isJoined =
      before !== undefined &&
      between.length <= 2 &&
      between.every(({ norm, pos }) => ["'s", "'", '-', 'own'].includes(norm) || pos === 'ADJ');
    if (isJoined) {
      before.to = one.to;
      before.isPossessive = isOwner(tokens, one.to);
    } else
      parties.push({
        ...one,
        side: isOwn ? before.side : (sideOf.get(one.concept) as string),
        isPossessive: isOwner(tokens, one.to),
      });
  }
  return parties;
}

/** The sides that sentences name. "The members of the league" names only the league's. */
export const sidesIn = (
  readings: Iterable<{ tokens: readonly Token[]; parties: readonly PartyMention[] }>,
): ReadonlySet<string> =>
  new Set(
    [...readings].flatMap(({ tokens, parties }) =>
      parties.filter(({ to }) => !belongsToNext(tokens, to, parties)).map(({ side }) => side),
    ),
  );

/** Whether "of" and another party follow a party that ends at a token: "members of the league". */
const belongsToNext = (tokens: readonly Token[], to: number, parties: readonly PartyMention[]): boolean =>
  tokens[to]?.norm === 'of' && parties.some(({ from }) => from === to + 1 || from === to + 2);

const isOwner = (tokens: readonly Token[], at: number) =>
  tokens[at]?.norm === "'s" || (tokens[at]?.norm === "'" && /s$/.test(tokens[at - 1]?.norm ?? ''));

/** The parties that a sentence quotes: "the union says", "according to the ministry", "the owners' figure". */
export function findSayers(tokens: readonly Token[], parties: readonly PartyMention[]): Sayer[] {
  return parties.flatMap((party) => {
    const sayer =
      ledIn(tokens, party) ??
      byAccount(tokens, party) ??
      saying(tokens, party, parties) ??
      saidBy(tokens, party);
    return sayer ? [sayer] : [];
  });
}

const sayer = (party: PartyMention, spanFrom: number, spanTo: number, denies = false): Sayer => ({
  ...party,
  spanFrom,
  spanTo,
  denies,
});

const joined = (tokens: readonly Token[], from: number, to: number) =>
  tokens
    .slice(Math.max(0, from), to)
    .map(({ norm }) => norm)
    .join(' ');

/** "According to the union", "the figure comes from the ministry". */
function ledIn(tokens: readonly Token[], party: PartyMention): Sayer | undefined {
  const before = joined(tokens, party.from - 5, party.from);
  const lead = LEADS.exec(before)?.[0];
  if (lead) return sayer(party, party.from - lead.split(' ').length, party.to);
  return COMES_FROM.test(before) || FIGURE_OF.test(before)
    ? sayer(party, Math.max(0, party.from - 3), party.to)
    : undefined;
}

/** "By the union's count", "the ministry's own figure". */
function byAccount(tokens: readonly Token[], party: PartyMention): Sayer | undefined {
  if (!party.isPossessive) return undefined;
  const noun = tokens.slice(party.to + 1, party.to + 4).findIndex(({ norm }) => ACCOUNT.has(norm));
  return noun >= 0 ? sayer(party, party.from, party.to + 2 + noun) : undefined;
}

/** "The union says", "the owners, who negotiate, have denied", "it is the union that puts". */
function saying(
  tokens: readonly Token[],
  party: PartyMention,
  parties: readonly PartyMention[],
): Sayer | undefined {
  for (let at = party.to; at < Math.min(tokens.length, party.to + REACH); at += 1) {
    const { norm, pos } = tokens[at] as Token;
    const steps = at - party.to;
    if (SAY.has(norm) || (DENY.has(norm) && !isRefusal(tokens, at))) {
      const previous = tokens[at - 1]?.norm ?? '';
      const isElsewhere = SAY_AT_ONCE.has(norm) && steps > 1 && previous !== 'that' && previous !== 'who';
      if (PASSIVES.has(previous) || isElsewhere) return undefined;
      const isDenied = tokens
        .slice(party.to, at)
        .some((token) => token.norm === 'not' || token.norm === 'never');
      return sayer(party, party.from, at + 1, DENY.has(norm) && !isDenied);
    }
    const goesOn =
      /^(?:AUX|ADV|PART|PUNCT|ADP|DET|NOUN|PROPN)$/.test(pos) || (RELATIVES.has(norm) && steps <= 1);
    if (!goesOn || (pos === 'NOUN' && steps > 2) || parties.some(({ from }) => from === at)) return undefined;
  }
  return undefined;
}

/** Whether a verb rejects something other than what was said: an offer, a demand. */
const isRefusal = (tokens: readonly Token[], at: number): boolean =>
  REJECT.has(tokens[at]?.norm ?? '') &&
  !tokens.slice(at + 1, at + 4).some(({ norm }, i) => (norm === 'that' && i === 0) || SAID.has(norm));

/** ", said the union"; "a figure put out by the union". */
function saidBy(tokens: readonly Token[], party: PartyMention): Sayer | undefined {
  const start = Math.max(0, party.from - 3);
  const near = tokens.slice(start, party.from);
  const said = near.findLastIndex(({ norm }) => SAY.has(norm) && !SAY_AT_ONCE.has(norm));
  if (said >= 0 && near.slice(said + 1).every(({ pos, norm }) => pos === 'DET' || norm === 'by')) {
    const next = tokens[party.to];
    const ends = next === undefined || !/^(?:VERB|AUX|ADP|PRON|PROPN)$/.test(next.pos) || next.norm === 'in';
    const previous = tokens[start + said - 1];
    if ((ends || previous?.pos === 'PUNCT') && previous?.norm !== 'was')
      return sayer(party, start + said, party.to);
  }
  if (near.at(-1)?.norm !== 'by' && near.at(-2)?.norm !== 'by') return undefined;
  const earlier = tokens.slice(Math.max(0, party.from - 12), party.from);
  const isTold = earlier.some(({ norm }) => ['called', 'told', 'charged', 'blamed'].includes(norm));
  return !isTold && earlier.some(({ norm }) => SAY.has(norm) || GIVE.has(norm))
    ? sayer(party, party.from - 2, party.to)
    : undefined;
}
