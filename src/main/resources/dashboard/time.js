// Instants in the site's time zone, with UTC beside them. Days are those of the site.

import {h} from './dom.js';

let utcOnly = false;
let common = 'UTC';

/** The zone of what belongs to no site: that of all sites, if they share one. */
export const setCommonZone = zones => { common = zones.length === 1 ? zones[0] : 'UTC'; };
export const commonZone = () => common;
export const showUtc = on => { utcOnly = on; };
export const zoneOf = zone => utcOnly ? 'UTC' : known(zone ?? common);

const formats = new Map();

function known(zone) {
  try {
    new Intl.DateTimeFormat('en-GB', {timeZone: zone});
    return zone;
  } catch {
    return 'UTC';
  }
}

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat('en-GB', {timeZone: zone, ...options}));
  return formats.get(key);
}

const CLOCK = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'};
const DAY = {day: 'numeric', month: 'short', year: 'numeric'};

export const clock = (iso, zone) => format(zoneOf(zone), CLOCK).format(new Date(iso));
export const dayAndClock = (iso, zone) => format(zoneOf(zone), {...DAY, ...CLOCK, timeZoneName: 'short'}).format(new Date(iso)).replace(',', '');
export const utc = iso => iso.replace('T', ' ').replace(/(:\d\d)(\.\d+)?Z$/, '$1') + ' UTC';

/** An instant for people; UTC on hover. It can be focused in running text; in cells of a table the button UTC shows UTC. */
export function instant(iso, zone, {focus = false} = {}) {
  if (!iso) return '–';
  return h('time', {datetime: iso, title: utc(iso), tabindex: focus ? 0 : null, 'data-utc': focus ? utc(iso) : null}, dayAndClock(iso, zone));
}

/** A half-open span; the day is said once where start and end share it. */
export function span(start, end, zone) {
  const day = iso => format(zoneOf(zone), DAY).format(new Date(iso));
  const to = day(start) === day(end) ? h('time', {datetime: end, title: utc(end)}, clock(end, zone)) : instant(end, zone);
  return [instant(start, zone), ' – ', to];
}

/** A local day, YYYY-MM-DD, for people. */
export const day = (date, options = DAY) => format('UTC', options).format(new Date(date + 'T00:00:00Z'));

/** Parts of an instant in a zone: {year, month, day, hour, minute} as numbers. */
function partsIn(instantMillis, zone) {
  const parts = format(zone, {year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23'}).formatToParts(new Date(instantMillis));
  return Object.fromEntries(parts.filter(part => part.type !== 'literal').map(part => [part.type, Number(part.value)]));
}

const offset = (millis, zone) => {
  const p = partsIn(millis, zone);
  return Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute) - Math.floor(millis / 60000) * 60000;
};

/** When a local day begins, as an instant. */
export function dayStart(date, zone) {
  const wall = Date.parse(date + 'T00:00:00Z');
  const guess = wall - offset(wall, zone);
  return new Date(wall - offset(guess, zone)).toISOString().replace('.000', '');
}

/** The local day of an instant, YYYY-MM-DD. */
export function dayOf(iso, zone) {
  const p = partsIn(Date.parse(iso), zone);
  return `${p.year}-${String(p.month).padStart(2, '0')}-${String(p.day).padStart(2, '0')}`;
}

export const plusDays = (date, days) => new Date(Date.parse(date + 'T00:00:00Z') + days * 86400000).toISOString().slice(0, 10);
export const isoOf = millis => new Date(millis).toISOString().replace('.000', '');
