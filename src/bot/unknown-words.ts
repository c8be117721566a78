// What a gap says that the article does not say, in the words behind that.
import type { Gap } from '../core/knowledge/schema.ts';

/** The words behind "the article doesn't say", up to a remark. */
const UNKNOWN = /\b(?:doesn't|does not) say ((?:how|if|what|when|where|whether|which|who|why)\b[^.;]*)/;

/** Such as "whether a deal was reached"; undefined where a gap says it in another way. */
export const saysUnknown = ({ says }: Gap): string | undefined => UNKNOWN.exec(says)?.[1];
