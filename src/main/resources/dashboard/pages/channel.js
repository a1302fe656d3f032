// One channel: its readings and what they are worth.

import {h, facts, link, nothing, section} from '../dom.js';
import {address, get} from '../api.js';
import {count, duration, number, percent, plural, titled} from '../format.js';
import {dayOf, dayStart, instant, isoOf, plusDays, span} from '../time.js';
import {to, withQuery} from '../router.js';
import {grade, state} from '../parts/signs.js';
import {pager, table} from '../parts/table.js';
import {chartPanel} from '../parts/chartpanel.js';
import {rangeOf} from '../parts/range.js';

const ROWS = 96;

const reasonsOf = channel => Object.entries(channel.grade?.dimensions ?? {});

function gradePanel(channel) {
  const given = channel.grade;
  if (!given) return section('Quality', nothing('There is no grade yet: nothing was expected in the days that are looked at.'));
  const dimensions = Array.isArray(given.dimensions) ? given.dimensions : Object.entries(given.dimensions ?? {}).map(([name, value]) => ({name, ...(typeof value === 'object' ? value : {value})}));
  return section('Quality', h('p', {class: 'verdict'}, grade(given.grade ?? given.letter), (given.reasons ?? []).length ? h('span', {}, given.reasons.join('; ')) : h('span', {}, 'Nothing is held against it.')),
    dimensions.length ? table('Grade by dimension', [
      {name: 'Dimension', head: true, value: item => String(item.dimension ?? item.name).replace(/_/g, ' ')},
      {name: 'Grade', value: item => grade(item.grade)},
      {name: 'Found', kind: 'number', value: item => item.value === undefined || item.value === null ? '–' : number(item.value)},
      {name: 'Why', kind: 'wide', value: item => item.reason ?? '–'}], dimensions) : null);
}

const findingColumns = zone => [
  {name: 'Severity', value: finding => state(finding.severity)},
  {name: 'Rule', head: true, value: finding => h('code', {}, finding.rule)},
  {name: 'From – to', value: finding => span(finding.start, finding.end, zone)},
  {name: 'Found', kind: 'wide', value: finding => finding.reason},
];

const findings = channel => section('Findings', channel.findings?.length ? table('Open findings', findingColumns(channel.timezone), channel.findings) : nothing('The checks over what is stored find nothing.'));

const about = channel => section('Channel', facts([['Site', link(to('channels', {site: channel.siteId}), channel.siteName ?? channel.siteId)], ['Time zone', channel.timezone], ['Type', channel.type], ['Unit', channel.unit],
  ['A reading every', duration(channel.intervalSeconds)], ['State', [state(channel.state), channel.stateReason ? h('p', {class: 'more'}, channel.stateReason) : null]], ['Freshness', state(channel.health)],
  ['Quarantine', channel.quarantine?.since ? [state('quarantined'), ' since ', instant(channel.quarantine.since, channel.timezone)] : null],
  ['Newest reading', instant(channel.newestReading, channel.timezone, {focus: true})], ['Installed', channel.installedAt ? instant(channel.installedAt, channel.timezone, {focus: true}) : null],
  ['Complete today', percent(channel.today?.completeness ?? channel.completenessToday)], ['Open gaps', channel.gaps ? [link(to('gaps', {channel: channel.channelId}), plural(channel.gaps.count ?? channel.gaps.open ?? 0, 'gap')), `, ${plural(channel.gaps.readings ?? 0, 'reading')}`] : null],
  ['Dead letters', link(to('dead-letters', {channel: channel.channelId}), 'set aside of this channel')]]));

const rowColumns = (channel, columns) => [
  {name: 'Start', head: true, value: item => link(to('channels', channel.channelId, 'readings', item.timestamp), instant(item.timestamp, channel.timezone))},
  {name: 'Quality', value: item => [state(item.quality), item.method ? h('span', {class: 'more'}, ' ' + item.method) : null]},
  ...columns.map(column => ({name: titled(column), kind: 'number', value: item => number(item[column])})),
  {name: 'Run', kind: 'number', value: item => item.runId ? link(to('runs', item.runId), String(item.runId)) : '–'},
];

function rows(channel, range, columns, list, after) {
  const csv = address(`channels/${channel.channelId}/readings`, {start: range.start, end: range.end, step: 'raw', format: 'csv'});
  return section('Readings as they are stored', h('p', {class: 'actions'}, h('a', {href: csv, download: `channel-${channel.channelId}.csv`}, 'All of these days as CSV')),
    list.items.length === 0 ? nothing('No reading in these days.') : table('Stored readings', rowColumns(channel, columns), list.items), pager(list, after));
}

export default {
  title: 'Channel', path: 'channels/:id',
  load: async (parameters, signal) => {
    const path = 'channels/' + encodeURIComponent(parameters.id);
    const channel = await get(path, {}, signal);
    const range = rangeOf(parameters, channel);
    const column = parameters.column ?? (channel.fields.find(field => field.column === 'power_kw') ?? channel.fields[0])?.column ?? 'power_kw';
    const columns = [...new Set(['energy_kwh', 'power_kw', column])].filter(name => channel.fields.some(field => field.column === name));
    const asked = {start: range.start, end: range.end};
    const [readings, marks, list] = await Promise.all([get(path + '/readings', {...asked, step: range.step, columns: column, limit: range.limit}, signal), get(path + '/marks', asked, signal),
      get(path + '/readings', {...asked, step: 'raw', columns: columns.join(','), limit: ROWS, after: parameters.after}, signal)]);
    return {channel, range, column, columns, readings, marks, list};
  },
  view: (data, parameters) => {
    const {channel, range, columns, list} = data;
    return [h('p', {class: 'crumbs'}, link('#/channels', 'Channels'), ' / ', link(to('channels', {site: channel.siteId}), channel.siteName ?? 'Site')),
      h('h1', {tabindex: -1}, channel.name ?? `Channel ${channel.channelId}`, h('span', {class: 'number'}, ` ${channel.channelId}`)),
      chartPanel(data), h('div', {class: 'pair'}, gradePanel(channel), about(channel)), findings(channel), rows(channel, range, columns, list, parameters.after)];
  },
};
