// The date that "tomorrow" and "last month" are relative to.
import type { Article } from './schema.ts';

/** Stands for the date of an undated article. It is not a day, so nothing can be relative to it. */
const UNDATED = '2000';

/** The article's own date, as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
export const referenceDate = ({ date = UNDATED }: Pick<Article, 'date'>): string => date;
