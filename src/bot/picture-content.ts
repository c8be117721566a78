// What a picture shows, as data: whoever draws it adds nothing, and its alt text says the same figures.

/** One measure of the bar chart, with one bar for each period. */
export interface BarGroup {
  name: string;
  /** `value` in percent, 0 to 100; left out where there is none to draw. `says` stands on the bar or in its place. */
  bars: readonly { label: string; value?: number; says: string }[];
}

/** Percentages side by side, on an axis from 0 to 100. */
export interface Bars {
  kind: 'bars';
  title: string;
  groups: readonly BarGroup[];
}

/** Events in order, one under the other at equal distances. */
export interface Timeline {
  kind: 'timeline';
  title: string;
  events: readonly { when: string; what: string }[];
}

export type Picture = Bars | Timeline;

/** What the picture shows, in one line for those who cannot see it. */
export function altText(picture: Picture): string {
  const parts =
    picture.kind === 'bars'
      ? picture.groups.map(
          ({ name, bars }) => `${name}: ${bars.map(({ label, says }) => `${label}: ${says}`).join(', ')}`,
        )
      : picture.events.map(({ when, what }) => `${when}: ${what}`);
  const what = picture.kind === 'bars' ? 'Bar chart' : 'Timeline';
  return `${what}. ${picture.title}. ${parts.join('. ')}.`;
}
