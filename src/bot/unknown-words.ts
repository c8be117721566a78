// What a gap says is not in the article, in the words after "the article doesn't say".
import type { Gap } from '../core/knowledge/schema.ts';

/** Matches the words after "the article doesn't say", up to a further remark. */
const UNKNOWN = /\b(?:doesn't|does not) say ((?:how|if|what|when|where|whether|which|who|why)\b[^.;]*)/;

/** The unknown thing, such as "whether a deal was reached"; undefined where a gap words it in another way. */
export const saysUnknown = ({ says }: Gap): string | undefined => UNKNOWN.exec(says)?.[1];
