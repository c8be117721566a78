// Claims that tell of all, or of none, what their facts tell of many or of nearly all.
import { hash } from '../text/hash.ts';
import { stem } from '../text/tokens.ts';
import type { FactWords } from './fact-words.ts';
import type { Finding } from './gather-evidence.ts';
import type { SentenceReading } from './read-sentence.ts';

const hashesOf = (text: string) => text.split(' ').map((word) => hash(stem(word)));
const MANY = hashesOf('many most several');
const NEARLY = hashesOf('almost nearly');
const ALL = hashesOf('all every everything everyone everybody');
/** Words that leave room beside all and none: "practically everything", "not all", "all but one". */
const NEARLY_OR_NOT =
  /^(?:almost|nearly|near|virtually|practically|basically|pretty|about|most|mostly|not|hardly|barely|few|many|but)$/;
/** How often a fact uses a word that its own text says, and not only members' wordings (count-fact-words.ts). */
const OWN = 9;

/** Up to this share of the uses of "many", "all" is not what a fact says. */
const RARELY = 0.25;

/** The noun that "everything" counts. */
const THINGS = 'things';
/** Maximum number of tokens between "all" and whom it is said of: "all of its readers". */
const REACH = 2;

/** Whether a party is named right behind a place: "all bakers", but not "all in all". */
const isOfSomebody = ({ parties }: SentenceReading, at: number): boolean =>
  parties.some(({ from }) => from >= at && from - at <= REACH);

/** Whether an assertion tells of all or none what a fact that bears it out, or the likeliest fact, tells of some. */
export function tellsAllOfSome(
  findings: readonly Finding[],
  likeliest: string,
  { uses }: FactWords,
): boolean {
  const most = (id: string, words: readonly number[]) => Math.max(...words.map((word) => uses(id, word)));
  const isOfSome = (id: string) => {
    const [many, nearly, all] = [MANY, NEARLY, ALL].map((words) => most(id, words)) as [
      number,
      number,
      number,
    ];
    return (many >= OWN && all < RARELY * many) || (nearly >= OWN && all >= OWN);
  };
  return findings.some(({ one: { reading, assertion }, evidence }) => {
    const isUniversal = reading.quantities.some(
      ({ figure: { isQuantifier, unit, interval, noun }, from, to }) =>
        isQuantifier &&
        unit === 'percent' &&
        (interval.high === 0 || (interval.low === 100 && (noun === THINGS || isOfSomebody(reading, to)))) &&
        from >= assertion.from &&
        to <= assertion.to &&
        !evidence.some(({ sign, tokens }) => sign !== 0 && tokens.includes(from)),
    );
    if (!isUniversal) return false;
    if (reading.tokens.some(({ norm }) => NEARLY_OR_NOT.test(norm))) return false;
    const ids = evidence.flatMap(({ fact, sign }) => (fact && sign > 0 ? [fact.id] : []));
    return (ids.length > 0 ? ids : [likeliest]).some(isOfSome);
  });
}
