// The date from which a text counts "tomorrow" and "last month".
import type { Article } from './schema.ts';

/** Stands for the date of an undated article. It is no day, so that nothing is counted from it. */
const UNDATED = '2000';

/** The article's own date, as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
export const referenceDate = ({ date = UNDATED }: Pick<Article, 'date'>): string => date;
