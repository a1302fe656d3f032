// What the detectors expected of a channel, as a band under its line, and its anomalies, as bars at the top of the chart.

import {get} from '../api.js';

const seconds = iso => Date.parse(iso) / 1000;
const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
const INK = {meter: 'bad', operation: 'info', unknown: 'warn'};
const BAR_HEIGHT = 6;
const BAR_WIDTH = 3;

/** Whether a band is known: of energies by the reading or the hour, and of the power of readings. */
const hasBand = (column, step) => column === 'energy_kwh' && step !== 'day' || column === 'power_kw' && step === 'raw';

/** The band for the values of a chart: [{start, low, high}] in the unit of the column; empty where none is known. */
export async function expectedBand(path, {start, end, step}, column, signal) {
  if (!hasBand(column, step)) return [];
  const {items, intervalSeconds} = await get(path + '/expected', {start, end, step}, signal);
  const factor = column === 'power_kw' ? 3600 / intervalSeconds : 1;
  return items.map(item => ({start: item.timestamp, low: item.lowKwh * factor, high: item.highKwh * factor}));
}

/** The least and the highest value of a chart, so that the band is seen, too. */
export const withBand = (band, min, max) => band.length === 0 ? [min, max]
  : [Math.min(min ?? Infinity, ...band.map(slot => slot.low)), Math.max(max ?? -Infinity, ...band.map(slot => slot.high))];

/** The band, slot by slot, in runs without a break. */
function paintBand(u, band, slotSeconds) {
  const {ctx} = u;
  ctx.fillStyle = colour('expected');
  let run = [];
  const close = () => {
    if (run.length === 0) return;
    ctx.beginPath();
    run.forEach(([x, , high]) => ctx.lineTo(x, high));
    run.slice().reverse().forEach(([x, low]) => ctx.lineTo(x, low));
    ctx.closePath();
    ctx.fill();
    run = [];
  };
  band.forEach((slot, i) => {
    if (i > 0 && seconds(slot.start) - seconds(band[i - 1].start) > slotSeconds * 1.5) close();
    run.push([u.valToPos(seconds(slot.start), 'x', true), u.valToPos(slot.low, 'y', true), u.valToPos(slot.high, 'y', true)]);
  });
  close();
}

function paintBars(u, anomalies) {
  const {ctx, bbox} = u;
  anomalies.forEach(anomaly => {
    const left = u.valToPos(seconds(anomaly.start), 'x', true);
    const width = Math.max(BAR_WIDTH * devicePixelRatio, u.valToPos(seconds(anomaly.end), 'x', true) - left);
    ctx.fillStyle = colour(INK[anomaly.cause]);
    ctx.fillRect(left, bbox.top, width, BAR_HEIGHT * devicePixelRatio);
  });
}

/** Paints under the line of a chart. */
export function paintExpected(u, {band = [], anomalies = []}, slotSeconds) {
  const {ctx, bbox} = u;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  paintBand(u, band, slotSeconds);
  paintBars(u, anomalies);
  ctx.restore();
}

/** Anomalies as rows of the list of marks. */
export const anomalyRows = anomalies => anomalies.map(anomaly => ({what: 'Anomaly', ...anomaly, text: anomaly.sentence + (anomaly.verdict ? ` Verdict: ${anomaly.verdict}.` : '')}));
