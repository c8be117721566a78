// Any character of Unicode, for property tests. fast-check's own unit 'binary' first makes a table of all of them, which
// takes longer than most tests.
import fc from 'fast-check';

const LAST_BEFORE_SURROGATES = 0xd7ff;
const FIRST_AFTER_SURROGATES = 0xe000;
const LAST = 0x10ffff;

export const anyCharacter: fc.Arbitrary<string> = fc
  .oneof(fc.nat({ max: LAST_BEFORE_SURROGATES }), fc.integer({ min: FIRST_AFTER_SURROGATES, max: LAST }))
  .map((codePoint) => String.fromCodePoint(codePoint));
