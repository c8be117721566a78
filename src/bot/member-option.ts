// The option in which a moderator chooses a member, as declared in a command's zod object.
import { z } from 'zod';

/** A member's id; the mark tells an adapter to let its user choose from the members. */
export const memberOption = z
  .string()
  .regex(/^\d{17,20}$/, 'Choose a member from the list.')
  .meta({ member: true });
