// Energy by day and hour of the day: a row a day, a column an hour. The strength of a cell shows the energy; a dot marks hours in which readings are missing.

import {h, svg} from '../dom.js';
import {number} from '../format.js';
import {day} from '../time.js';

const CELL = 16;
const HIGH = 12;
const LEFT = 84;
const TOP = 18;
const STEPS = 8;

function cell(date, hour, column, row, kwh, missing, most) {
  const text = `${day(date)} ${String(hour).padStart(2, '0')}:00: ${kwh === null ? 'no reading' : number(kwh) + ' kWh'}${missing ? `, ${missing} readings missing` : ''}`;
  const strength = kwh === null ? 'none' : 'h' + Math.max(0, Math.min(STEPS, Math.round(STEPS * kwh / most)));
  const x = LEFT + column * CELL;
  const y = TOP + row * HIGH;
  return svg('g', {}, svg('title', {}, text), svg('rect', {class: 'hour ' + strength, x, y, width: CELL - 1, height: HIGH - 1}), missing ? svg('circle', {class: 'lack', cx: x + CELL / 2, cy: y + HIGH / 2, r: 1.8}) : null);
}

/** The map of a response of /api/sites/{id}/hours. */
export function hourMap({days}) {
  const most = Math.max(...days.flatMap(item => item.kwh.map(kwh => kwh ?? 0)), 1e-9);
  const columns = Math.max(24, ...days.map(item => item.hours.length));
  const rows = days.map((item, row) => [row % Math.ceil(days.length / 31) ? null : svg('text', {class: 'axis end', x: LEFT - 6, y: TOP + row * HIGH + 10}, day(item.day, {weekday: 'short', day: 'numeric', month: 'short'})),
    item.hours.map((hour, column) => cell(item.day, hour, column, row, item.kwh[column], item.missing[column], most))]);
  const head = [0, 3, 6, 9, 12, 15, 18, 21].map(hour => svg('text', {class: 'axis', x: LEFT + hour * CELL + 8, y: 12}, String(hour)));
  const map = svg('svg', {viewBox: `0 0 ${LEFT + columns * CELL} ${TOP + days.length * HIGH}`, class: 'hours', role: 'img', 'aria-label': 'Energy by day and hour of the day in kWh'}, head, rows);
  return [map, h('p', {class: 'more'}, `The strongest cell is ${number(most)} kWh. A dot marks an hour with missing readings. On the day on which the clock goes forward a row has 23 cells, on the day on which it goes back 25.`)];
}
