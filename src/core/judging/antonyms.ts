// Words that mean the opposite of each other whatever they are said of, and whether a text uses one where a fact uses
// the other.
import { hash } from '../text/hash.ts';
import { stem } from '../text/tokens.ts';
import type { FactWords } from './fact-words.ts';

/** Each line holds words that mean the opposite of all words behind the stroke. */
const ANTONYMS = `
more greater | less fewer
higher | lower
highest | lowest
bigger larger | smaller
biggest largest | smallest
longer lengthier | shorter briefer
longest | shortest
stronger | weaker
strengthen bolster | weaken
richest | poorest
richer | poorer
best | worst
better | worse
earlier sooner | later
closer nearer | further farther
rise rose rising risen climb increase | fall fell falling fallen drop decline decrease shrink shrank shrunk slide slid
expand | contract
gain win won | lose lost
profit surplus | deficit shortfall
boom abundance plenty bounty glut | slump scarcity shortage dearth bust
accept agree | refuse reject decline balk
approve support back endorse favor | oppose reject
yes | no
admit concede confirm | deny dispute
allow permit let enable | forbid ban prohibit bar prevent
avoid avert prevent | cause provoke trigger
start begin began begun | stop end
resume restart continue | stop halt suspend cancel
include | exclude
praise thank | blame scold criticize
help benefit | hurt harm damage
success succeed | failure fail collapse
harmony accord | discord strife
friendly cordial amicable harmonious peaceful calm | contentious bitter hostile acrimonious tense heated
united unanimous | divided split
majority most | minority few
many numerous plenty | few
everyone everybody all | nobody none
overwhelming overwhelmingly lopsided landslide | narrow narrowly slim tight
huge massive enormous | tiny
historic record unprecedented | ordinary routine unremarkable
expected anticipated foreseen | unexpected surprising
popular hit | unpopular obscure
rising growing mounting | easing waning fading
satisfied happy content | dissatisfied unhappy
public open | secret private
always | never
above exceed | below
maximum | minimum
buyer | seller
employer | employee
paid | unpaid
eligible | ineligible
committed | opposed unwilling
willing | unwilling
possible | impossible
likely | unlikely
true accurate | false untrue
nearly almost | hardly scarcely
raise | cut
`;

/** The stems of the opposites of each word, by its own stem. */
const OPPOSITES = new Map<string, Set<string>>();
for (const line of ANTONYMS.trim().split('\n')) {
  const [one = [], other = []] = line.split('|').map((side) => side.trim().split(' ').map(stem));
  for (const [words, opposites] of [
    [one, other],
    [other, one],
  ] as const)
    for (const word of words) OPPOSITES.set(word, new Set([...(OPPOSITES.get(word) ?? []), ...opposites]));
}

/** How often a fact must use a word for it to be what the fact says. */
const MIN_USES = 4;
/** Up to this share of those uses, its opposite is not what the fact says. */
const MAX_SHARE = 0.1;

/**
 * Whether a text says a word whose opposite is what a fact says, and which none of the facts in question says.
 *
 * @param stems the stems of the words of the text
 * @param ids the facts in question
 */
export function saysOpposite(
  stems: ReadonlySet<string>,
  ids: Iterable<string>,
  { uses }: FactWords,
): boolean {
  const facts = [...ids];
  const mostUses = (word: string) => facts.reduce((most, id) => Math.max(most, uses(id, hash(word))), 0);
  for (const word of stems)
    for (const opposite of OPPOSITES.get(word) ?? []) {
      if (stems.has(opposite)) continue;
      const said = mostUses(opposite);
      if (said >= MIN_USES && mostUses(word) <= MAX_SHARE * said) return true;
    }
  return false;
}
