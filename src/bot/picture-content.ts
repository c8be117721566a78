// The content of a picture as data. Drawing adds nothing to it, and the alt text gives the same figures.

/** One measure of the bar chart, with one bar for each column. */
export interface BarGroup {
  name: string;
  /** `value` is in the chart's unit, left out where there is no bar. `says` is written on the bar or in its place. */
  bars: readonly { label: string; value?: number; says: string }[];
}

/** Figures of one unit as bars side by side, on an axis that begins at 0. */
export interface Bars {
  kind: 'bars';
  title: string;
  /** Such as "percent", whose axis ends at 100 unless a figure is larger, or "dollars". */
  unit: string;
  groups: readonly BarGroup[];
}

/** Events in order, one below the other at equal distances. */
export interface Timeline {
  kind: 'timeline';
  title: string;
  events: readonly { when: string; what: string }[];
}

export type Picture = Bars | Timeline;

/** The alt text: what the picture shows, in one line for readers who cannot see it. */
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
