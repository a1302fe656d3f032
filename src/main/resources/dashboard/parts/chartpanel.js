// The chart of a channel with its controls, its legend, a summary in words, and a list of its marks.

import {h, nothing, section, link} from '../dom.js';
import {nameOf, number, titled} from '../format.js';
import {instant, isoOf, span} from '../time.js';
import {to, withQuery} from '../router.js';
import {draw} from './chart.js';
import {anomalyRows} from './expected.js';
import {legend, summary, valueless} from './legend.js';
import {rangeBar, rangeWords} from './range.js';
import {table} from './table.js';

const STEP = {raw: 'each reading', hour: 'by the hour', day: 'by the day of the site'};
const unitLine = (column, step) => `${titled(column)}, ${step !== 'raw' && column === 'power_kw' ? 'highest ' : ''}${STEP[step]}`;

const picker = (fields, column) => h('div', {class: 'field inline'}, h('label', {for: 'column'}, 'Value'), h('select', {id: 'column', on: {change: event => { location.hash = withQuery({column: event.target.value}); }}},
  fields.map(field => h('option', {value: field.column, selected: field.column === column}, titled(field.column)))));

const counted = (items, shown) => ({
  ...Object.fromEntries(['measured', 'estimated', 'suspect', 'edited'].map(quality => [quality, items.filter(item => item.quality === quality).length])),
  missing: shown.gaps.length, rejected: shown.rejected.length, anomaly: shown.anomalies?.length ?? 0});

/** The marks of the chart as a list, for people who cannot see it or want the reasons. */
function markList(marks, column, zone) {
  const all = [...marks.gaps.map(gap => ({what: 'Gap', ...gap, text: String(gap.reason ?? 'reason unknown').replace(/_/g, ' ')})),
    ...marks.estimates.map(estimate => ({what: 'Estimate', ...estimate, text: estimate.method})),
    ...marks.rejected.map(item => ({what: 'Rejected', start: item.timestamp, text: item.reason, letter: item.deadLetterId, value: item.value})),
    ...anomalyRows(marks.anomalies ?? []), ...(marks.findings ?? []).map(finding => ({what: 'Finding', ...finding, text: finding.reason}))].sort((a, b) => a.start < b.start ? -1 : 1);
  if (all.length === 0) return null;
  return h('details', {class: 'marks'}, h('summary', {}, `Marks (${all.length})`), table('Marks of the chart', [
    {name: 'Mark', head: true, value: mark => mark.letter ? link(to('dead-letters', mark.letter), mark.what) : mark.what},
    {name: titled(column), kind: 'number', value: mark => number(mark.value)},
    {name: 'When', value: mark => mark.end ? span(mark.start, mark.end, zone) : instant(mark.start, zone)},
    {name: 'Reason', kind: 'wide', value: mark => mark.text ?? '–'}], all));
}

const qualityOf = sum => sum.estimatedReadings > sum.measuredReadings ? 'estimated' : sum.suspectShare > 0 ? 'suspect' : 'measured';

/** How many of the readings of a sum are there; nothing where all are, in words. */
function partsOf(sum, end, newestEnd) {
  const expected = sum.expectedReadings;
  return sum.missingReadings > 0 ? `${expected - sum.missingReadings} of ${expected} readings` : end > newestEnd ? 'so far' : null;
}

/** By hour and day the API gives sums and shares. A sum with missing readings is partial, a sum that is mostly estimated is drawn as an estimate; power is the highest. */
function asReadings(items, {step, stepSeconds}, channel) {
  if (step === 'raw') return items;
  const newestEnd = Date.parse(channel.newestReading) + (channel.intervalSeconds ?? 900) * 1000;
  return items.map((sum, i) => {
    const start = Date.parse(sum.timestamp);
    const parts = partsOf(sum, Math.min(start + stepSeconds * 1000, Date.parse(items[i + 1]?.timestamp ?? '9999-01-01T00:00:00Z')), newestEnd);
    return {timestamp: sum.timestamp, energy_kwh: sum.energyKwh, power_kw: sum.peakPowerKw, quality: parts ? 'partial' : qualityOf(sum), parts};
  });
}

/** Among sums a gap is drawn where it holds a whole one; a shorter gap makes its sum partial. */
const wholeBins = (gaps, {step, stepSeconds}) => step === 'raw' ? gaps : gaps.filter(gap => Date.parse(gap.end) - Date.parse(gap.start) >= stepSeconds * 1000);

export function chartPanel({channel, range, column, fields, readings, marks: all, band}) {
  // closed gaps are no longer gaps, and replayed dead letters are readings now
  const marks = {...all, gaps: all.gaps.filter(gap => gap.state === 'open'), rejected: all.rejected.filter(item => item.status !== 'replayed')};
  const items = asReadings(readings.items, range, channel);
  const drawn = {...marks, gaps: wholeBins(marks.gaps, range), band};
  const box = h('div', {class: 'chart'});
  const onZoom = (start, end) => { location.hash = withQuery({start: isoOf(Math.floor(start / 60000) * 60000), end: isoOf(Math.ceil(end / 60000) * 60000), after: null}); };
  requestAnimationFrame(() => draw(box, {items, column, intervalSeconds: range.stepSeconds, zone: range.zone, start: range.start, end: range.end, shown: drawn, onZoom}));
  return section(`${nameOf(column)}, ${rangeWords(range)}`, h('div', {class: 'bar'}, picker(fields, column), rangeBar(range)),
    items.length === 0 && marks.gaps.length === 0 && marks.rejected.length === 0 ? nothing('No readings in these days, and none were expected.') :
      h('figure', {}, h('div', {class: 'unit'}, unitLine(column, range.step)), box, h('output', {class: 'readout', 'aria-live': 'off'}, range.step === 'raw' ? 'Point at the chart for a value; drag to zoom in.' : 'Drag to zoom in.'),
        h('figcaption', {}, legend(range.step === 'raw' ? counted(items, marks) : {partial: items.filter(item => item.parts).length, missing: drawn.gaps.length, rejected: marks.rejected.length, anomaly: marks.anomalies?.length ?? 0}, range.step), valueless(marks), h('p', {class: 'more', id: 'chart-words'}, summary(items, column, marks)))),
    markList(marks, column, range.zone));
}
