// The zod types of options that are no text of a member's: a member chosen from a list, and what a button or menu stores.
import { z } from 'zod';

/** A member's id. The metadata tells the adapter to offer a list of members. */
export const memberOption = z
  .string()
  .regex(/^\d{17,20}$/, 'Choose a member from the list.')
  .meta({ member: true });

/** An option that only buttons and menus give. The metadata tells the adapter to offer it to nobody. */
export const storedOption = z.string().optional().meta({ stored: true });
