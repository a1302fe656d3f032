// Readings over time. The form shows the quality: estimated is dashed on a hatched ground, suspect a triangle, edited a square, a sum with
// missing readings a hollow diamond on a dotted line, a gap a grey band, a rejected value a cross.
// The scale follows the kept values. A rejected value far outside stands at the edge and does not flatten the rest.

import {paintExpected, withBand} from './expected.js';
import {number, unitOf} from '../format.js';
import {clock, dayAndClock, zoneOf} from '../time.js';

const HEIGHT = 340;
const NARROW_HEIGHT = 260;
const seconds = iso => Date.parse(iso) / 1000;
const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

/** Qualities whose line is not that of measured readings. */
const OWN_LINE = ['estimated', 'partial'];

/** x and one series for each kind of reading; a missing slot is a break of the line. The line of estimates and of partial sums reaches to the readings beside it. */
export function series(items, column, intervalSeconds) {
  const x = [];
  const lists = [[], [], [], [], []];
  const push = (at, values) => { x.push(at); lists.forEach((list, i) => list.push(values[i])); };
  items.forEach((item, i) => {
    const at = seconds(item.timestamp);
    if (i > 0 && at - x[x.length - 1] > intervalSeconds * 1.5) push(x[x.length - 1] + intervalSeconds, [null, null, null, null, null]);
    const value = item[column] ?? null;
    const own = quality => item.quality === quality
      || [items[i - 1], items[i + 1]].some(other => other?.quality === quality && Math.abs(seconds(other.timestamp) - at) <= intervalSeconds * 1.5) ? value : null;
    const only = quality => item.quality === quality ? value : null;
    push(at, [OWN_LINE.includes(item.quality) ? null : value, own('estimated'), only('suspect'), only('edited'), own('partial')]);
  });
  return [x, ...lists];
}

function hatch(context, ink) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  pen.strokeStyle = ink;
  pen.lineWidth = 1;
  pen.beginPath();
  [[-2, 2, 2, -2], [0, 8, 8, 0], [6, 10, 10, 6]].forEach(([x1, y1, x2, y2]) => { pen.moveTo(x1, y1); pen.lineTo(x2, y2); });
  pen.stroke();
  return context.createPattern(tile, 'repeat');
}

function bands(u, spans, paint) {
  const {ctx, bbox} = u;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  spans.forEach(({start, end}) => {
    const left = u.valToPos(seconds(start), 'x', true);
    const width = u.valToPos(seconds(end), 'x', true) - left;
    // narrower than a pixel it is as much fainter, so that many small gaps do not look like one large one
    ctx.globalAlpha = Math.max(0.12, Math.min(1, width));
    paint(ctx, left, bbox.top, Math.max(1, width), bbox.height);
  });
  ctx.restore();
}

const DRAW = {
  triangle: (ctx, x, y, r) => { ctx.moveTo(x, y - r); ctx.lineTo(x + r, y + r * 0.8); ctx.lineTo(x - r, y + r * 0.8); ctx.closePath(); },
  square: (ctx, x, y, r) => ctx.rect(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6),
  diamond: (ctx, x, y, r) => { ctx.moveTo(x, y - r); ctx.lineTo(x + r, y); ctx.lineTo(x, y + r); ctx.lineTo(x - r, y); ctx.closePath(); },
  cross: (ctx, x, y, r) => { ctx.moveTo(x - r, y - r); ctx.lineTo(x + r, y + r); ctx.moveTo(x + r, y - r); ctx.lineTo(x - r, y + r); },
};

function marks(u, points, form, ink) {
  const {ctx, bbox} = u;
  const size = 5 * devicePixelRatio;
  ctx.save();
  Object.assign(ctx, {strokeStyle: ink, fillStyle: colour('panel'), lineWidth: 2 * devicePixelRatio});
  ctx.setLineDash([]);
  points.forEach(([at, value]) => {
    const x = u.valToPos(at, 'x', true);
    const y = value === null ? bbox.top + bbox.height - size * 2 : Math.max(bbox.top + size, Math.min(bbox.top + bbox.height - size, u.valToPos(value, 'y', true)));
    if (x < bbox.left - size || x > bbox.left + bbox.width + size) return;
    ctx.beginPath();
    DRAW[form](ctx, x, y, size);
    ctx.fill();
    ctx.stroke();
  });
  ctx.restore();
}

const points = (data, row) => data[0].map((at, i) => [at, data[row][i]]).filter(([, value]) => value !== null);

const partialPoints = (items, column) => items.filter(item => item.quality === 'partial' && (item[column] ?? null) !== null).map(item => [seconds(item.timestamp), item[column]]);

function hooks(data, shown, partial, slotSeconds) {
  return {
    drawAxes: [u => {
      paintExpected(u, shown, slotSeconds);
      bands(u, shown.gaps, (ctx, x, y, w, height) => { ctx.fillStyle = colour('gap'); ctx.fillRect(x, y, w, height); ctx.fillStyle = colour('ink-3'); ctx.fillRect(x, y + height - 3 * devicePixelRatio, w, 3 * devicePixelRatio); });
      bands(u, shown.estimates, (ctx, x, y, w, height) => { ctx.fillStyle = hatch(ctx, colour('estimated-ground')); ctx.fillRect(x, y, w, height); });
    }],
    draw: [u => {
      marks(u, points(data, 3), 'triangle', colour('warn'));
      marks(u, points(data, 4), 'square', colour('info'));
      marks(u, partial, 'diamond', colour('ink-2'));
      marks(u, shown.rejected.map(item => [seconds(item.timestamp), item.value]), 'cross', colour('bad'));
    }],
  };
}

const line = (label, ink, dash) => ({label, stroke: () => colour(ink), width: 1.75, dash, points: {show: false}, spanGaps: false});

/** Draws into a box. start and end bound the time shown. onZoom(startMillis, endMillis) is called after a drag. */
export async function draw(box, {items, column, intervalSeconds, zone, start, end, shown, onZoom}) {
  const {default: UPlot} = await import('../uplot/uPlot.esm.js');
  if (!box.isConnected) return;
  const data = series(items, column, intervalSeconds);
  const axis = {stroke: () => colour('ink-2'), grid: {stroke: () => colour('line'), width: 1}, ticks: {stroke: () => colour('line'), width: 1}, font: '12px system-ui, sans-serif'};
  const chart = new UPlot({
    width: box.clientWidth, height: box.clientWidth < 560 ? NARROW_HEIGHT : HEIGHT, legend: {show: false}, tzDate: at => UPlot.tzDate(new Date(at * 1000), zoneOf(zone)),
    cursor: {drag: {x: true, y: false}, points: {size: 7}}, select: {show: true},
    scales: {x: {range: () => [seconds(start), seconds(end)]}, y: {range: (u, min, max) => yRange(UPlot, column, ...withBand(shown.band ?? [], min, max))}},
    axes: [{...axis, space: 70, values: (u, at) => at.map(tick => stamp(tick, zone))}, {...axis, size: 58, values: (u, values) => values.map(number)}],
    series: [{}, line('Measured', 'measured'), line('Estimated', 'estimated', [6, 4]), {...line('Suspect', 'warn'), width: 0}, {...line('Edited', 'info'), width: 0}, line('Partial', 'ink-2', [2, 4])],
    hooks: {...hooks(data, shown, partialPoints(items, column), intervalSeconds), setSelect: [u => u.select.width > 4 && onZoom(u.posToVal(u.select.left, 'x') * 1000, u.posToVal(u.select.left + u.select.width, 'x') * 1000)],
      setCursor: [u => say(box, u, {data, items, column, zone, rejected: shown.rejected})]},
  }, data, box);
  chart.root.querySelectorAll('canvas').forEach(canvas => canvas.setAttribute('aria-hidden', 'true'));
  const resize = new ResizeObserver(() => box.isConnected ? chart.setSize({width: box.clientWidth, height: chart.height}) : (resize.disconnect(), chart.destroy()));
  resize.observe(box);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => box.isConnected && chart.redraw());
}

/** Energy is read by its height, so its axis starts at zero. */
const PADDED = {pad: 0.1, soft: 0, mode: 0};
function yRange(UPlot, column, min, max) {
  if (min === null || max === null) return [0, 1];
  return /^energy/.test(column) && min >= 0 ? UPlot.rangeNum(0, max || 1, {min: {pad: 0, hard: 0, mode: 0}, max: PADDED}) : UPlot.rangeNum(min, max, {min: PADDED, max: PADDED});
}

function stamp(at, zone) {
  const iso = new Date(at * 1000).toISOString();
  const time = clock(iso, zone);
  return time === '00:00' ? dayAndClock(iso, zone).split(' ').slice(0, 2).join(' ') : time;
}

const CROSS_REACH_PIXELS = 6;

function say(box, u, {data, items, column, zone, rejected}) {
  const out = box.parentNode.querySelector('output');
  const i = u.cursor.idx;
  if (!out || i === null || i === undefined) return;
  const cross = rejected.find(item => Math.abs(u.valToPos(seconds(item.timestamp), 'x') - u.cursor.left) < CROSS_REACH_PIXELS);
  const item = items.find(each => seconds(each.timestamp) === data[0][i]);
  const value = item?.[column] ?? null;
  const at = cross ? cross.timestamp : new Date(data[0][i] * 1000).toISOString();
  out.textContent = `${dayAndClock(at, zone)}: ${cross ? rejectedWords(cross, column) : value === null ? 'missing' : `${number(value)} ${unitOf(column)}, ${item.quality}${item.parts ? `: ${item.parts}` : ''}`}`;
}

const rejectedWords = ({value, rule}, column) => `${value === null ? 'unreadable value' : `${number(value)} ${unitOf(column)}`}, rejected${rule ? ` by ${rule}` : ''}`;
