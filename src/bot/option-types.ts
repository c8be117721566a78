// The zod types of options that a member does not type as text: a member or a channel, and what a button or menu stores.
import { z } from 'zod';

const ID = /^\d{17,20}$/;

/** A member's id. The metadata tells the adapter to offer a list of members. */
export const memberOption = z.string().regex(ID, 'Choose a member from the list.').meta({ member: true });

/** The id of a channel that takes messages. The metadata tells the adapter to offer a list of them. */
export const channelOption = z.string().regex(ID, 'Choose a channel from the list.').meta({ channel: true });

/** An option that only buttons and menus give. The metadata tells the adapter to offer it to nobody. */
export const storedOption = z.string().optional().meta({ stored: true });
