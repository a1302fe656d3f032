// The legend of a chart, and the chart in words.

import {h, svg} from '../dom.js';
import {number, plural, titled, unitOf} from '../format.js';

const KEY = {
  measured: svg('path', {d: 'M1 8h22', class: 'key measured'}), estimated: svg('g', {}, svg('path', {d: 'M1 8h22', class: 'key estimated', 'stroke-dasharray': '5 3'})),
  suspect: svg('path', {d: 'M12 2l6 11H6z', class: 'key suspect'}), edited: svg('rect', {x: 7, y: 3, width: 10, height: 10, class: 'key edited'}),
  partial: svg('g', {}, svg('path', {d: 'M1 8h22', class: 'key partial', 'stroke-dasharray': '2 3'}), svg('path', {d: 'M12 3l5 5-5 5-5-5z', class: 'key partial'})),
  missing: svg('rect', {x: 3, y: 1, width: 18, height: 14, class: 'key missing'}), rejected: svg('path', {d: 'M7 3l10 10M17 3L7 13', class: 'key rejected'}),
  expected: svg('rect', {x: 1, y: 4, width: 22, height: 8, class: 'key expected'}), anomaly: svg('rect', {x: 1, y: 2, width: 22, height: 5, class: 'key anomaly'}),
};

/** What the forms mean, with how many there are. */
export const legend = (counts, step) => h('ul', {class: 'legend keys'}, Object.entries(KEY).filter(([name]) => step !== 'raw' || name !== 'partial').map(([name, form]) => h('li', {}, svg('svg', {viewBox: '0 0 24 16', width: 24, height: 16, 'aria-hidden': 'true'}, form.cloneNode(true)), `${name}${counts[name] === undefined ? '' : ` (${counts[name]})`}`)));

/** The chart in words. */
export function summary(items, column, shown) {
  const values = items.map(item => item[column]).filter(value => value !== null && value !== undefined);
  if (values.length === 0) return 'No reading has a value of this kind.';
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const unit = unitOf(column);
  const partial = items.filter(item => item.parts).length;
  return `${titled(column)}: ${plural(values.length, 'value')}${partial ? `, ${partial} of them partial,` : ''} from ${number(Math.min(...values))} to ${number(Math.max(...values))} ${unit}, mean ${number(mean)} ${unit}; ${plural(shown.gaps.length, 'gap')}, ${shown.rejected.length} rejected.`;
}

/** Explains crosses at the bottom of the chart. */
export function valueless({rejected}) {
  const without = rejected.filter(item => item.value === null).length;
  return without === 0 ? null : h('p', {class: 'more'}, without === rejected.length ? 'Rejected readings have no value of this kind; their crosses are at the bottom.' : `${without} rejected readings have no readable value; their crosses are at the bottom.`);
}
