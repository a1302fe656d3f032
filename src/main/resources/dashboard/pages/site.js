// One site: how much energy it used, how sure that is, when, and which channels used it.

import {h, facts, link, nothing, section} from '../dom.js';
import {address, get} from '../api.js';
import {count, number, percent} from '../format.js';
import {day, instant, plusDays} from '../time.js';
import {to, withQuery} from '../router.js';
import {table} from '../parts/table.js';
import {binName, energyBars, shares} from '../parts/energybars.js';
import {hourMap} from '../parts/hourmap.js';

const NAMES = {today: 'Today', week: 'This week', month: 'This month', year: 'This year'};
const BEFORE = {today: 'yesterday', week: 'last week', month: 'last month', year: 'last year'};
const HOUR_DAYS_MAX = 8;
const DAY_DAYS_MAX = 92;
const MAP_DAYS_MAX = 62;

const iso = date => date.toISOString().slice(0, 10);
const utcDay = text => new Date(text + 'T00:00:00Z');

/** The first day of the month `by` months after that of a day. */
function monthOf(date, by) {
  const at = utcDay(date);
  return iso(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + by, 1)));
}

/** Ranges by name: [name, start, end]. */
function ranges(site) {
  const today = site.today;
  const tomorrow = plusDays(today, 1);
  const monday = plusDays(today, -((utcDay(today).getUTCDay() + 6) % 7));
  const year = Number(today.slice(0, 4));
  return [['Today', today, tomorrow], ['Yesterday', plusDays(today, -1), today], ['This week', monday, plusDays(monday, 7)], ['Last week', plusDays(monday, -7), monday],
    ['This month', monthOf(today, 0), monthOf(today, 1)], ['Last month', monthOf(today, -1), monthOf(today, 0)], ['This year', `${year}-01-01`, `${year + 1}-01-01`], ['Last year', `${year - 1}-01-01`, `${year}-01-01`],
    ['Since installation', site.since ?? today, tomorrow]];
}

const days = (start, end) => Math.round((utcDay(end) - utcDay(start)) / 86400000);
const binOf = (start, end) => days(start, end) <= HOUR_DAYS_MAX ? 'hour' : days(start, end) <= DAY_DAYS_MAX ? 'day' : 'month';

/** The same number of days a period or a year before; whole months and years go back by themselves. */
function earlier(start, end, compare) {
  if (compare === 'year') return [start, end].map(date => `${Number(date.slice(0, 4)) - 1}${date.slice(4) === '-02-29' ? '-02-28' : date.slice(4)}`);
  const months = (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(start.slice(5, 7));
  if (start.endsWith('-01') && end.endsWith('-01') && months > 0) return [monthOf(start, -months), start];
  return [plusDays(start, -days(start, end)), start];
}

function change(now, before) {
  if (!before?.energyKwh || now?.energyKwh === null || now?.energyKwh === undefined) return null;
  const part = now.energyKwh / before.energyKwh - 1;
  return `${part >= 0 ? '+' : '−'}${(Math.abs(part) * 100).toFixed(1)} %`;
}

const compared = (now, before, name) => before?.energyKwh ? h('span', {class: 'more'}, `${change(now, before)} on ${name} so far (${number(before.energyKwh)} kWh)`) : null;

function periods(site) {
  const of = (period, span) => site.periods.find(item => item.period === period && item.span === span);
  return h('ul', {class: 'dials'}, Object.keys(NAMES).map(period => {
    const now = of(period, 'now');
    return h('li', {}, h('div', {class: 'dial'}, h('span', {class: 'name'}, NAMES[period]), h('strong', {}, now?.energyKwh === null ? '–' : `${number(now.energyKwh)} kWh`), shares(now),
      compared(now, of(period, 'previous'), BEFORE[period]), compared(now, of(period, 'last_year'), 'the same time last year')));
  }));
}

function rangeChoice(site, parameters) {
  const {start, end} = site;
  const go = event => {
    event.preventDefault();
    const {from, until} = Object.fromEntries(new FormData(event.target));
    const [first, last] = [from, until].sort();
    location.hash = withQuery({start: first, end: plusDays(last, 1)});
  };
  return h('div', {class: 'range'},
    h('nav', {class: 'choice', 'aria-label': 'Time shown'}, ranges(site).map(([name, first, last]) => h('a', {href: withQuery({start: first, end: last}), 'data-key': 'range-' + name, 'aria-current': first === start && last === end ? 'true' : null}, name))),
    h('form', {class: 'search', 'aria-label': 'Days shown', on: {submit: go}}, h('div', {class: 'field'}, h('label', {for: 'from'}, 'From day'), h('input', {id: 'from', name: 'from', type: 'date', value: start, required: true})),
      h('div', {class: 'field'}, h('label', {for: 'until'}, 'To day'), h('input', {id: 'until', name: 'until', type: 'date', value: plusDays(end, -1), required: true})), h('button', {type: 'submit'}, 'Show')),
    h('nav', {class: 'choice', 'aria-label': 'Compared with'}, [['period', 'Period before'], ['year', 'Same time last year'], ['none', 'Nothing']].map(([value, text]) =>
      h('a', {href: withQuery({compare: value}), 'data-key': 'compare-' + value, 'aria-current': (parameters.compare ?? 'period') === value ? 'true' : null}, text))));
}

const words = (start, end) => plusDays(start, 1) === end ? day(start) : `${day(start)} – ${day(plusDays(end, -1))}`;

const binColumns = bin => [
  {name: bin.charAt(0).toUpperCase() + bin.slice(1), head: true, value: item => binName(item, bin)},
  {name: 'Energy, kWh', kind: 'number', value: item => number(item.energyKwh)},
  {name: 'Estimated, kWh', kind: 'number', value: item => number(item.estimatedKwh)},
  {name: 'Suspect, kWh', kind: 'number', value: item => number(item.suspectKwh)},
  {name: 'Missing readings', kind: 'number', value: item => count(item.missingReadings)},
  {name: 'Whole', value: item => item.partial ? 'no' : 'yes'}];

function energy({site, bin, bins, before, beforeRange, beforeTotal}, parameters) {
  const beforeName = beforeRange ? words(...beforeRange) : null;
  const total = site.total;
  const csv = address(`sites/${encodeURIComponent(site.siteId)}/energy`, {start: site.start, end: site.end, bin, format: 'csv'});
  return section('Energy', rangeChoice(site, parameters),
    h('p', {class: 'verdict'}, h('strong', {}, total?.energyKwh === null || !total ? 'No energy is known' : `${number(total.energyKwh)} kWh`), h('span', {}, ` ${words(site.start, site.end)}${total?.partial ? ', not whole' : ''}`),
      beforeTotal?.energyKwh && !total?.partial ? h('span', {class: 'more'}, `${change(total, beforeTotal)} on ${beforeName} (${number(beforeTotal.energyKwh)} kWh)`) : null),
    shares(total),
    total?.catchUpKwh > 0 ? h('p', {class: 'more'}, `${number(total.catchUpKwh)} kWh came late, after gaps: they count on the day on which they came, and in no hour.`) : null,
    bins.items.length === 0 ? nothing('No day of this range has a reading.') : [energyBars(bins.items, bin, before, beforeName),
      h('p', {class: 'actions'}, h('a', {href: csv, download: `site-${site.siteId}-${site.start}.csv`}, `Download these ${bin}s as CSV`)),
      h('details', {}, h('summary', {}, `Values by ${bin}`), table('Energy by ' + bin, binColumns(bin), [...bins.items].reverse()))]);
}

const load = site => section('Load', site.load?.peakPowerKw === null || !site.load ? nothing('No power is known in this range.') : facts([
  ['Peak', [`${number(site.load.peakPowerKw)} kW, `, instant(site.load.peakAt, site.timezone, {focus: true}), h('p', {class: 'more'}, 'The highest sum of the channels in one slot.')]],
  ['Mean', `${number(site.load.meanPowerKw)} kW`], ['Base load', [`${number(site.load.baseLoadKw)} kW`, h('p', {class: 'more'}, '95 % of the hours are above it.')]],
  ['Load factor', percent(site.load.loadFactor)], ['From', `${count(site.load.hoursComplete)} of ${count(site.load.hours)} hours, those without missing readings`]]));

function balance(site) {
  const found = site.balance;
  return section('Balance', found ? facts([['Main meter', `${number(found.mainKwh)} kWh (${count(found.mainChannels)} channels)`], ['Parts', `${number(found.partsKwh)} kWh (${count(found.partChannels)} channels)`],
    ['Not metered by parts', `${number(found.residualKwh)} kWh, ${((found.residualShare ?? 0) * 100).toFixed(1)} % of the main meter`], ['Missing readings', count(found.missingReadings)]])
    : nothing('No channel of this site has a type that says main or grid meter, so there is nothing to compare its parts with. A virtual meter can (config/virtual-meters.yaml).'));
}

function cost(site) {
  if (site.costs.length === 0) return section('Cost', nothing('No tariff is known for this range: config/tariffs.yaml, or readings.cost of the vendor.'));
  const sums = {};
  site.costs.filter(item => item.tariffName !== 'vendor').forEach(item => { sums[item.currencyCode] = (sums[item.currencyCode] ?? 0) + Math.round(item.cost * 100); });
  return section('Cost', table('Cost', [{name: 'Tariff', head: true, value: item => item.tariffName}, {name: 'Rate', value: item => item.rateName}, {name: 'Energy, kWh', kind: 'number', value: item => number(item.energyKwh)},
    {name: 'Cost', kind: 'number', value: item => `${item.cost.toFixed(2)} ${item.currencyCode ?? ''}`}], site.costs),
    h('p', {class: 'verdict'}, Object.entries(sums).map(([code, cents]) => h('strong', {}, `${(cents / 100).toFixed(2)} ${code} `)), h('span', {class: 'more'}, site.total?.missingReadings ? 'Energy of missing readings is not in it.' : '')));
}

const channels = site => section('Channels', table('Channels', [
  {name: 'Channel', head: true, value: item => link(to('channels', item.channelId, {start: site.start, end: site.end}), item.name ?? String(item.channelId))},
  {name: 'Type', value: item => item.type ?? '–'},
  {name: 'Energy, kWh', kind: 'number', value: item => number(item.energyKwh)},
  {name: 'Share', kind: 'number', value: item => item.countsTowardSite && site.total?.energyKwh ? percent(item.energyKwh / site.total.energyKwh) : '–'},
  {name: 'Made of', value: item => shares(item)},
  {name: 'Counts', value: item => item.countsTowardSite ? 'yes' : 'no'}], site.channels),
h('p', {class: 'more'}, 'A channel counts toward its site where it shows a whole metering point. The phases of a meter that has a channel for the whole do not count, so that no kWh counts twice.'));

const meters = site => site.meters.length === 0 ? null : section('Virtual meters', table('Virtual meters', [
  {name: 'Meter', head: true, value: item => [item.name, item.description ? h('p', {class: 'more'}, item.description) : null]}, {name: 'Sum of', value: item => item.formula ?? '–'},
  {name: 'Energy, kWh', kind: 'number', value: item => number(item.energyKwh)}, {name: 'Made of', value: item => shares(item)}], site.meters));

export default {
  title: 'Site', path: 'sites/:id', heading: ({site}) => site.name ?? `Site ${site.siteId}`,
  load: async (parameters, signal) => {
    const path = 'sites/' + encodeURIComponent(parameters.id);
    const site = await get(path, {start: parameters.start, end: parameters.end}, signal);
    const {start, end} = site;
    const bin = binOf(start, end);
    const beforeRange = parameters.compare === 'none' ? null : earlier(start, end, parameters.compare);
    const of = (range, size) => get(path + '/energy', {start: range[0], end: range[1], bin: size, limit: 1000}, signal);
    const [bins, before, total, hours] = await Promise.all([of([start, end], bin), beforeRange ? of(beforeRange, bin) : {items: []}, beforeRange ? of(beforeRange, 'all') : {items: []},
      get(path + '/hours', {start: days(start, end) > MAP_DAYS_MAX ? plusDays(end, -MAP_DAYS_MAX) : start, end}, signal)]);
    return {site, bin, bins, before: before.items, beforeRange, beforeTotal: total.items[0], hours};
  },
  view: (data, parameters) => {
    const {site, hours} = data;
    return [h('p', {class: 'crumbs'}, link('#/', 'Overview'), ' / ', link(to('channels', {site: site.siteId}), 'Channels of this site')), h('h1', {tabindex: -1}, site.name ?? site.siteId, h('span', {class: 'number'}, ` ${site.timezone}`)),
      periods(site), energy(data, parameters), h('div', {class: 'pair'}, load(site), balance(site)), channels(site), meters(site), cost(site),
      section('By day and hour', hours.days.length === 0 ? nothing('No hour of this range has a reading.') : hourMap(hours))];
  },
};
