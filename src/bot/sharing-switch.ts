// The channels in which moderators turned sharing off.

/** Remembers in which channels sharing is off. */
export interface SharingSwitch {
  isOff(channelId: string): Promise<boolean>;
  /** Turns sharing off or on. @returns whether that could be kept; if not, nothing changed */
  turn(channelId: string, to: 'off' | 'on'): Promise<boolean>;
}

/** A switch that lasts as long as the process. */
export function createSharingSwitch(): SharingSwitch {
  const off = new Set<string>();
  return {
    isOff: async (channelId) => off.has(channelId),
    async turn(channelId, to) {
      if (to === 'off') off.add(channelId);
      else off.delete(channelId);
      return true;
    },
  };
}
