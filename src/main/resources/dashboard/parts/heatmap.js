// Completeness by channel and day. The height of the bar in a cell shows completeness, so it can be read without colour. One cell is in the tab order; arrow keys move.

import {h, link} from '../dom.js';
import {day, plusDays} from '../time.js';
import {percent} from '../format.js';
import {to} from '../router.js';

const LEVELS = [[0, 'l0'], [0.5, 'l1'], [0.8, 'l2'], [0.95, 'l3'], [0.99, 'l4'], [0.9999999, 'l5']];

/** The level of a share: l0 nothing, l1 below half ... l6 all; none where nothing is expected. */
export const levelOf = share => share === null || share === undefined ? 'none' : LEVELS.find(([limit]) => share <= limit)?.[1] ?? 'l6';

const says = (item, date, share) => `${item.name ?? item.channelId}, ${day(date)}: ${share === null ? 'none expected' : percent(share)}`;

function move(grid, event) {
  const step = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -1e9], End: [0, 1e9], PageUp: [-1e9, 0], PageDown: [1e9, 0]}[event.key];
  const cell = event.target.closest('[data-row]');
  if (!step || !cell) return;
  event.preventDefault();
  const bounded = (value, max) => Math.max(0, Math.min(max, value));
  const row = bounded(Number(cell.dataset.row) + step[0], Number(grid.dataset.rows) - 1);
  const column = bounded(Number(cell.dataset.column) + step[1], Number(grid.dataset.columns) - 1);
  cell.tabIndex = -1;
  const next = grid.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  next.tabIndex = 0;
  next.focus();
}

function cell(item, date, share, row, column, last) {
  const hash = to('channels', item.channelId, {start: date, end: plusDays(date, 1)});
  return h('td', {role: 'gridcell'}, h('a', {href: hash, class: 'cell ' + levelOf(share), title: says(item, date, share), 'aria-label': says(item, date, share),
    'data-row': row, 'data-column': column, 'data-key': `cell-${item.channelId}-${date}`, tabindex: row === 0 && column === last ? 0 : -1}));
}

const monthOf = date => day(date, {month: 'short'});
const isFirst = date => date.endsWith('-01');
/** The label of a column. A month is named where it begins; the first label and the name of a month need room before and after them. */
export function stamp(days, i) {
  const number = Number(days[i].slice(8));
  if (i === 0 || (isFirst(days[i]) && i > 3)) return `${number} ${monthOf(days[i])}`;
  return i > 4 && number % 5 === 0 && !days.slice(i + 1, i + 4).some(isFirst) ? number : '';
}

const header = days => h('thead', {}, h('tr', {}, h('td', {}), days.map((date, i) => h('th', {scope: 'col'}, h('span', {class: 'unseen'}, day(date)),
  h('span', {'aria-hidden': 'true'}, stamp(days, i))))));

/** What the bars mean. */
const legend = () => h('p', {class: 'legend'}, [['l6', 'all'], ['l5', 'over 99 %'], ['l4', 'over 95 %'], ['l3', 'over 80 %'], ['l2', 'over 50 %'], ['l1', 'less'], ['l0', 'no readings'], ['none', 'none expected']].map(([level, text]) =>
  h('span', {}, h('span', {class: 'cell ' + level, 'aria-hidden': 'true'}), text)));

/** The grid for a response of /api/heatmap. */
export function heatmap({days, items}) {
  const bodies = [];
  items.forEach((item, row) => {
    if (row === 0 || items[row - 1].siteId !== item.siteId) {
      bodies.push(h('tbody', {}, h('tr', {class: 'site'}, h('th', {scope: 'rowgroup', colspan: days.length + 1}, item.siteName ?? 'Without site'))));
    }
    bodies[bodies.length - 1].append(h('tr', {}, h('th', {scope: 'row'}, link(to('channels', item.channelId), item.name ?? String(item.channelId))),
      days.map((date, column) => cell(item, date, item.completeness[column] ?? null, row, column, days.length - 1))));
  });
  const grid = h('table', {class: 'heat', role: 'grid', 'data-rows': items.length, 'data-columns': days.length}, h('caption', {class: 'unseen'}, 'Completeness by channel and day of the site; arrow keys move'), header(days), bodies);
  grid.addEventListener('keydown', event => move(grid, event));
  return [h('div', {class: 'scroller heat-frame'}, grid), legend()];
}
