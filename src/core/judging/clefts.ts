// Claims that first name whom they are about, and whom they are not about: "It was the owners, not the union, that closed
// the mill".

/** Such a claim as plain statements: about the one, and about the other, which it denies. */
export interface Cleft {
  said: string;
  denied: string;
}

const IS = "it(?:['’]s| is| was)";
const NAME = '([^,;:.]{2,50}?)';
const CLAUSE = ',? (?:that|who|which) (\\S.+)$';
const NOT_THE_OTHER = new RegExp(
  `^${IS} ${NAME}(?:,| and|, and| [—–-])? (?:and )?not ${NAME}${CLAUSE}`,
  'iu',
);
const NOT_BUT = new RegExp(
  `^it(?:(?:['’]s| is| was) not| isn['’]?t| wasn['’]?t) ${NAME},? but (?:rather |instead )?${NAME}${CLAUSE}`,
  'iu',
);

/** Reads a claim as a cleft; undefined for any other claim. */
export function readCleft(claim: string): Cleft | undefined {
  const [, other, named, clause] = NOT_BUT.exec(claim) ?? [];
  if (clause) return { said: `${named} ${clause}`, denied: `${other} ${clause}` };
  const [, one, another, rest] = NOT_THE_OTHER.exec(claim) ?? [];
  return rest ? { said: `${one} ${rest}`, denied: `${another} ${rest}` } : undefined;
}
