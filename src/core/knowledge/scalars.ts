// The scalar values in the records of the knowledge: ids, dates and times.
import { z } from 'zod';

const ID = '[a-z0-9]+(-[a-z0-9]+)*';
const ID_ADVICE = 'must be lower-case words joined by hyphens, such as "yes-share"';

export const id = z.string().regex(new RegExp(`^${ID}$`), ID_ADVICE);

/** One id, or several joined by "|". */
export const ids = z
  .string()
  .regex(new RegExp(`^${ID}(\\|${ID})*$`), 'must be one id, or several such as "yes|no", without spaces');

export const text = z.string().trim().min(1, 'must not be empty');

/** As precise as it is known: 2017, 2017-04 or 2017-04-24. */
export const partialDate = z
  .string()
  .regex(/^(?!0000)\d{4}(-\d{2}(-\d{2})?)?$/, {
    message: 'must be written like 2017, 2017-04 or 2017-04-24',
    abort: true,
  })
  .refine(
    (date) => z.iso.date().safeParse(`${date}-01-01`.slice(0, 10)).success,
    'must be a date that exists',
  );

export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time from "00:00" to "23:59"');
