// The zod type of an option in which a moderator chooses a member.
import { z } from 'zod';

/** A member's id. The metadata tells the adapter to offer a list of members. */
export const memberOption = z
  .string()
  .regex(/^\d{17,20}$/, 'Choose a member from the list.')
  .meta({ member: true });
