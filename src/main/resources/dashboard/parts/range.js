// The time range: from the address (instants, or days of the site: [start, end)), or the week up to the newest reading. Long ranges are shown by hour or by day, so that a response stays small.

import {h} from '../dom.js';
import {dayOf, dayStart, day, isoOf, plusDays} from '../time.js';
import {withQuery} from '../router.js';

const DAY_MILLIS = 86400000;
const WEEK = 7;
const RAW_DAYS_MAX = 31;
const HOUR_DAYS_MAX = 120;
const STEP_SECONDS = {hour: 3600, day: 86400};

const lastDay = range => dayOf(isoOf(Date.parse(range.end) - 1000), range.zone);

/** {start, end, step, stepSeconds, limit, days} for the parameters of a page. */
export function rangeOf({start, end}, channel) {
  const zone = channel.timezone ?? 'UTC';
  const last = channel.newestReading ?? new Date().toISOString().replace(/\.\d+/, '');
  const instantOf = text => /^\d{4}-\d\d-\d\d$/.test(text) ? dayStart(text, zone) : text;
  const valid = text => text && !Number.isNaN(Date.parse(text));
  // what cannot be a range is put in order, and what cannot be a time is left out: the fields to correct it stay on the page
  const [first, second] = valid(start) && valid(end) && Date.parse(start) > Date.parse(end) ? [end, start] : [start, end];
  const until = valid(second) ? instantOf(second) : dayStart(plusDays(dayOf(last, zone), 1), zone);
  const given = valid(first) ? instantOf(first) : null;
  const from = given && given < until ? given : dayStart(plusDays(dayOf(until, zone), -WEEK), zone);
  const days = (Date.parse(until) - Date.parse(from)) / DAY_MILLIS;
  const step = days <= RAW_DAYS_MAX ? 'raw' : days <= HOUR_DAYS_MAX ? 'hour' : 'day';
  return {start: from, end: until, step, stepSeconds: STEP_SECONDS[step] ?? channel.intervalSeconds ?? 900, limit: 5000, days, zone};
}

// days in the address are easier to read and to change than instants
const link = (text, start, end, attributes = {}) => h('a', {href: withQuery({start, end, after: null}), ...attributes}, text);

/** Links to earlier and later days and to other lengths; fields for exact days. */
export function rangeBar(range) {
  const first = dayOf(range.start, range.zone);
  const end = dayOf(range.end, range.zone);
  const length = Math.max(1, Math.round(range.days));
  const lengths = [[1, 'Day'], [7, 'Week'], [30, '30 days'], [92, '92 days'], [365, 'Year']];
  const shift = by => [plusDays(first, by), plusDays(end, by)];
  const go = event => {
    event.preventDefault();
    const {from, to} = Object.fromEntries(new FormData(event.target));
    const [early, late] = [from, to].sort();
    location.hash = withQuery({start: early, end: plusDays(late, 1), after: null});
  };
  return h('div', {class: 'range'},
    h('nav', {class: 'choice', 'aria-label': 'Time shown'}, link('Earlier', ...shift(-length), {'data-key': 'earlier'}),
      lengths.map(([days, text]) => link(text, plusDays(end, -days), end, {'aria-current': days === length ? 'true' : null, 'data-key': `days-${days}`})),
      link('Later', ...shift(length), {'data-key': 'later'})),
    h('form', {class: 'search', 'aria-label': 'Days shown', on: {submit: go}}, h('div', {class: 'field'}, h('label', {for: 'from'}, 'From day'), h('input', {id: 'from', name: 'from', type: 'date', value: first, required: true})),
      h('div', {class: 'field'}, h('label', {for: 'to'}, 'To day'), h('input', {id: 'to', name: 'to', type: 'date', value: lastDay(range), required: true})),
      h('button', {type: 'submit'}, 'Show')));
}

/** The range in words. */
export const rangeWords = range => dayOf(range.start, range.zone) === lastDay(range) ? day(lastDay(range)) : `${day(dayOf(range.start, range.zone))} – ${day(lastDay(range))}`;
