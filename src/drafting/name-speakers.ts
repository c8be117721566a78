// Tells which party a noun phrase names, and collects the parties that speak in an article.
import { tokenize } from '../core/text/tokens.ts';

/** The part of a party in article.yaml that concerns its names. */
export interface NamedParty {
  id: string;
  /** The name as used in "... says". */
  name: string;
  /** All names that people use for it. */
  names: readonly string[];
}

/** Nouns that refer to an organization named before: "the union". */
const ORGANIZATIONS = new Set(
  'guild union alliance association group organization organisation company firm corporation agency committee council department ministry administration government commission board university college school institute bank party federation league foundation society club team network studio court office bureau authority charity trust coalition cartel'.split(
    ' ',
  ),
);

/** A capitalized word of a name, and what may come between two of them. */
const NAME =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}.&-]*(?:['’]\p{Lu}\p{L}+)?(?:\s+(?:(?:of|for|and|the|de|von|van|al-)\s+){0,2}\p{Lu}[\p{L}\p{N}.&-]*)*/gu;

/** The nouns among them that are so general that they refer to any organization: "the industry group". */
const ANY_ORGANIZATION = new Set(['group', 'organization', 'organisation', 'union', 'company', 'firm']);

/** A title shared by two names: "Supervisors Paul Dreesen and Marisol Vega". */
const TITLES =
  /^(?:Supervisors|Senators|Governors|Presidents|Ministers|Secretaries|Professors|Doctors|Judges|Mayors|Councilors|Councillors|Commissioners|Representatives|Directors|Chairs|Deputies|Officers|Generals)\s+/;

export interface SpeakerNames {
  /** Reads a sentence or a part of one, so that later words can refer to the names in it. */
  mention(text: string): void;
  /** The party that a noun phrase or a pronoun names; undefined for a pronoun that refers to nobody named so far. */
  nameOf(phrase: string): NamedParty | undefined;
  /** The parties that `nameOf` named and that are not among the known ones, in order. */
  readonly found: readonly NamedParty[];
}

/**
 * Creates the names of an article's speakers. The text has to be given in order, since "the union" and "he" refer to
 * whoever was named before.
 *
 * @param known the parties of article.yaml
 */
export function createSpeakerNames(known: readonly NamedParty[]): SpeakerNames {
  type Gathered = NamedParty & { names: string[] };
  const parties: Gathered[] = known.map((party) => ({ ...party, names: [...party.names] }));
  const found: Gathered[] = [];
  /** The names in the text, in the order in which they were last mentioned. */
  let mentioned: string[] = [];
  let lastSpeaker: NamedParty | undefined;

  function mention(text: string): void {
    // In "Okafor disputed that. She said", the pronoun refers to the subject of the sentence before.
    const [subject] = /^\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*)*/u.exec(text) ?? [];
    const party = subject === undefined ? undefined : partyCalled(subject);
    if (party) lastSpeaker = party;
    for (const [found] of text.matchAll(NAME)) {
      const whole = found.replace(/^(?:The|A|An)\s+/, '').replace(/\.$/, '');
      // "Schlesinger and Cromer" are two names, "Motion Picture and Television Producers" is one.
      const parts = whole.includes(' and ') ? whole.replace(TITLES, '').split(/\s+and\s+/) : [];
      for (const name of [...parts, whole]) {
        const full = fullNameOf(name, mentioned);
        mentioned = [...mentioned.filter((one) => one !== full), full];
      }
    }
    for (const [, noun = ''] of text.matchAll(/\b[Tt]he (?:\p{Ll}+ )?(\p{Ll}+)\b/gu)) {
      const full = organizationOf(noun);
      if (full) mentioned = [...mentioned.filter((one) => one !== full), full];
    }
  }

  /** The last organization whose name contains a noun: "Miners' Union" for "union". */
  const organizationOf = (noun: string): string | undefined =>
    ORGANIZATIONS.has(noun) ? mentioned.findLast((name) => headOf(name) === noun) : undefined;

  function nameOf(phrase: string): NamedParty | undefined {
    const bare = phrase.replace(/^(?:the|a|an|its|his|her|their|our|my)\s+/i, '');
    if (/^(?:he|she|they|it|we|i|who)$/i.test(bare)) return lastSpeaker;
    const party = partyCalled(bare) ?? newParty(phrase, canonical(bare));
    // Members will use the same words as the text.
    const name = bare.toLowerCase();
    if (found.includes(party) && !party.names.includes(name)) party.names.push(name);
    lastSpeaker = party;
    return party;
  }

  function partyCalled(bare: string): Gathered | undefined {
    const called = (text: string) => {
      const key = tokenize(text).join(' ');
      return parties.find(({ names }) => names.some((name) => tokenize(name).join(' ') === key));
    };
    return called(bare) ?? called(canonical(bare)) ?? called(headPhrase(bare));
  }

  /** The full name for a short name, an abbreviation or a noun; otherwise the phrase itself. */
  function canonical(bare: string): string {
    const owned = headPhrase(bare);
    if (owned !== bare) return bare;
    const words = bare.split(/\s+/);
    const noun = words.at(-1)?.toLowerCase() ?? '';
    if (/^\p{Lu}/u.test(words[0] ?? '') && /^\p{Lu}/u.test(words.at(-1) ?? ''))
      return fullNameOf(bare, mentioned);
    if (!ORGANIZATIONS.has(noun)) return bare;
    return organizationOf(noun) ?? (ANY_ORGANIZATION.has(noun) ? lastOrganization() : undefined) ?? bare;
  }

  const lastOrganization = () => mentioned.findLast((name) => ORGANIZATIONS.has(headOf(name)));

  function newParty(phrase: string, full: string): Gathered {
    const isName = /^\p{Lu}/u.test(full) && !/^(?:the|a|an)\s/i.test(full);
    const head = headPhrase(full);
    const noun = head.split(/\s+/).at(-1) ?? '';
    const isCommon = !isName && ORGANIZATIONS.has(noun) && head.split(/\s+/).length > 1;
    const names = [
      full,
      head,
      ...(isCommon ? [noun] : []),
      ...(isName && ORGANIZATIONS.has(headOf(full)) ? [initialsOf(full)] : []),
      lastWord(full),
    ]
      .map((name) => name.toLowerCase())
      .filter((name, i, all) => name !== '' && all.indexOf(name) === i);
    const party = { id: idOf(full, parties), name: nameFor(phrase, full, isName), names };
    parties.push(party);
    found.push(party);
    return party;
  }

  return { mention, nameOf, found };
}

/** "negotiating committee" of "union's negotiating committee". */
const headPhrase = (phrase: string): string => phrase.split(/['’]s?\s+/).at(-1) ?? phrase;

/** "union" of "Miners' Union of America". */
function headOf(name: string): string {
  const main = name.split(/\s+(?:of|for)\s+/)[0] ?? name;
  return main.split(/\s+/).at(-1)?.toLowerCase() ?? '';
}

/** The last name of a person. The last word of an organization's name means something else. */
function lastWord(name: string): string {
  const run = /(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}'’-]*$/u.exec(name)?.[0];
  return run && !ORGANIZATIONS.has(headOf(name)) ? (run.split(/\s+/).at(-1) ?? '') : '';
}

const initialsOf = (name: string): string => {
  const capitals = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length > 2 ? capitals.map((word) => word[0]).join('') : '';
};

/** The longest name that contains a short one or has it as initials: "Chris Keyser" for "Keyser". */
function fullNameOf(short: string, mentioned: readonly string[]): string {
  const isAbbreviation = /^\p{Lu}{2,}$/u.test(short.replaceAll('.', ''));
  const isLong = short.includes(' ');
  const fits = mentioned.filter((name) => {
    if (isAbbreviation) return startsWithInitials(name, short.replaceAll('.', ''));
    if (name.includes(' and ')) return false;
    return isLong
      ? ` ${name} `.includes(` ${short} `)
      : !ORGANIZATIONS.has(headOf(name)) && name.endsWith(` ${short}`);
  });
  return fits.sort((a, b) => b.length - a.length)[0] ?? short;
}

const startsWithInitials = (name: string, initials: string): boolean =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('') === initials;

/** The name with its article, as used in "... says". */
function nameFor(phrase: string, full: string, isName: boolean): string {
  if (isName) return ORGANIZATIONS.has(headOf(full)) ? `the ${full}` : full;
  const article = /^(?:the|a|an)\s/i.exec(phrase)?.[0].trim().toLowerCase();
  return article === 'a' || article === 'an'
    ? `${article} ${full}`
    : article === 'the'
      ? `the ${full}`
      : full.toLowerCase();
}

function idOf(name: string, taken: readonly { id: string }[]): string {
  const words = tokenize(headPhrase(name)).filter(
    (word) => /^[a-z0-9]+$/.test(word) && !/^(?:of|the|and|for)$/.test(word),
  );
  const id = words.slice(0, 4).join('-') || 'speaker';
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? id : `${id}-${n}`;
    if (!taken.some((one) => one.id === candidate)) return candidate;
  }
}
