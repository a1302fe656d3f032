// Energy as stacked bars: measured, estimated, suspect, and where something is missing. Beside each bar a mark shows the same time a period or a year before.

import {h, svg} from '../dom.js';
import {number, percent} from '../format.js';
import {day} from '../time.js';

const WIDE = 960;
const NARROW = 430;
const NARROW_WINDOW = 560;
const HEIGHT = 220;
const FOOT = 26;
const LEFT = 56;
const PARTS = ['measured', 'estimated', 'suspect'];

/** What people read instead of 2026-02-03T14:00. */
export function binName(item, bin) {
  const date = item.localStart.slice(0, 10);
  if (bin === 'hour') return `${day(date, {day: 'numeric', month: 'short'})} ${item.localStart.slice(11)}`;
  if (bin === 'month') return day(date, {month: 'short', year: 'numeric'});
  return bin === 'year' ? date.slice(0, 4) : bin === 'week' ? `week of ${day(date)}` : day(date);
}

const shortName = (item, bin) => bin === 'hour' ? item.localStart.slice(11) : bin === 'month' ? day(item.localStart.slice(0, 10), {month: 'short'}) : bin === 'year' ? item.localStart.slice(0, 4) : String(Number(item.localStart.slice(8, 10)));

/** One bin in words. */
export function says(item, bin) {
  const missing = item.missingReadings ? `, ${percent(item.missingReadings / item.expectedReadings)} of the readings missing` : '';
  const estimated = item.estimatedKwh > 0 ? `, ${number(item.estimatedKwh)} kWh of it estimated` : '';
  const suspect = item.suspectKwh > 0 ? `, ${number(item.suspectKwh)} kWh of it suspect` : '';
  return `${binName(item, bin)}: ${number(item.energyKwh)} kWh${estimated}${suspect}${missing}${item.partial ? ', not whole' : ''}`;
}

/** A round value at or above the highest one. */
function ceiling(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].map(step => step * power).find(round => round >= value);
}

function bar(item, x, width, y, bin) {
  let base = 0;
  const pieces = PARTS.map(part => {
    const kwh = Math.max(0, item[part + 'Kwh'] ?? 0);
    const piece = kwh > 0 ? svg('rect', {class: 'bar ' + part, x, width, y: y(base + kwh), height: Math.max(0.5, y(base) - y(base + kwh))}) : null;
    base += kwh;
    return piece;
  });
  const missing = item.missingReadings > 0 ? svg('rect', {class: 'bar missing', x, width, y: y(0) + 2, height: 5}) : null;
  return svg('g', {class: item.partial ? 'bin partial' : 'bin'}, svg('title', {}, says(item, bin)), svg('rect', {class: 'touch', x: x - 1, width: width + 2, y: 0, height: HEIGHT - FOOT}), pieces, missing);
}

const mark = (item, x, width, y) => item?.energyKwh === null || item?.energyKwh === undefined ? null : svg('path', {class: 'before', d: `M${x - 1} ${y(Math.max(0, item.energyKwh))}h${width + 2}`});

/** Names below the axis, as many as there is room for. */
const label = (item, i, items, x, bin) => i % Math.ceil(items.length / (window.innerWidth < NARROW_WINDOW ? 8 : 16)) ? null : svg('text', {x, y: HEIGHT - 6, class: 'axis'}, shortName(item, bin));

/** The chart of bins; `before` are bins to compare with, one for each or fewer. */
export function energyBars(items, bin, before = [], beforeName = null) {
  const breadth = window.innerWidth < NARROW_WINDOW ? NARROW : WIDE;
  const top = ceiling(Math.max(...items.map(item => item.energyKwh ?? 0), ...before.map(item => item.energyKwh ?? 0)));
  const y = kwh => 8 + (HEIGHT - FOOT - 16) * (1 - kwh / top);
  const step = (breadth - LEFT) / Math.max(1, items.length);
  const width = Math.max(1, step * 0.72);
  const grid = [0, 0.5, 1].map(part => svg('g', {}, svg('path', {class: 'rule', d: `M${LEFT} ${y(part * top)}H${breadth}`}), svg('text', {class: 'axis end', x: LEFT - 6, y: y(part * top) + 4}, number(part * top))));
  const bars = items.map((item, i) => [bar(item, LEFT + i * step + (step - width) / 2, width, y, bin), mark(before[i], LEFT + i * step + (step - width) / 2, width, y), label(item, i, items, LEFT + (i + 0.5) * step, bin)]);
  const chart = svg('svg', {viewBox: `0 0 ${breadth} ${HEIGHT}`, class: 'bars', role: 'img', 'aria-label': `Energy by ${bin} in kWh; the table below has every value`}, grid, bars);
  return [chart, legend(beforeName)];
}

const swatch = (name, text) => h('li', {}, svg('svg', {viewBox: '0 0 24 16', width: 24, height: 16, 'aria-hidden': 'true'},
  name === 'before' ? svg('path', {class: 'before', d: 'M2 8h20'}) : svg('rect', {class: 'bar ' + name, x: 4, y: name === 'missing' ? 6 : 2, width: 16, height: name === 'missing' ? 5 : 12})), text);

const legend = beforeName => h('ul', {class: 'legend keys'}, swatch('measured', 'measured'), swatch('estimated', 'estimated'), swatch('suspect', 'suspect'), swatch('missing', 'readings missing'), beforeName ? swatch('before', beforeName) : null);

/** What a sum is made of, as one line of bars with its words. */
export function shares(sum) {
  const all = sum?.expectedReadings;
  if (!all) return h('span', {class: 'more'}, 'no reading was due');
  const parts = [['measured', sum.measuredReadings], ['estimated', sum.estimatedReadings], ['suspect', sum.suspectReadings], ['missing', sum.missingReadings]];
  let x = 0;
  const line = parts.map(([name, n]) => { const piece = n ? svg('rect', {class: 'bar ' + name, x, y: 0, width: 200 * n / all, height: 8}) : null; x += 200 * n / all; return piece; });
  return h('span', {class: 'shares'}, svg('svg', {viewBox: '0 0 200 8', preserveAspectRatio: 'none', 'aria-hidden': 'true'}, line),
    h('span', {class: 'more'}, parts.filter(([, n]) => n > 0).map(([name, n]) => `${percent(n / all)} ${name}`).join(', ')));
}
