// The bodies of messages and components that bots send, as short as Discord takes them.

/** The flag of a message with Components V2. */
export const v2 = 1 << 15;

export const text = (content: string) => ({ type: 10, content });

export const button = (custom_id: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'x',
  custom_id,
  ...more,
});

export const row = (...components: object[]) => ({ type: 1, components });

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
