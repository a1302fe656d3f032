// One channel: its chart, grade, findings and stored readings.

import {h, facts, link, nothing, section} from '../dom.js';
import {address, get} from '../api.js';
import {duration, number, percent, plural, titled} from '../format.js';
import {instant} from '../time.js';
import {to} from '../router.js';
import {grade, state} from '../parts/signs.js';
import {pager, table} from '../parts/table.js';
import {findingColumns} from '../parts/findings.js';
import {chartPanel} from '../parts/chartpanel.js';
import {expectedBand} from '../parts/expected.js';
import {rangeOf} from '../parts/range.js';

const ROWS = 96;

function gradePanel(channel) {
  const given = channel.grade;
  if (!given) return section('Quality', nothing('No grade yet: no reading was expected in the last 7 days.'));
  return section('Quality', h('p', {class: 'verdict'}, grade(given.grade), given.reasons.length ? h('span', {}, given.reasons.join('; ')) : h('span', {}, 'No deductions.')),
    table('Grade by dimension, last 7 days', [
      {name: 'Dimension, last 7 days', head: true, value: item => item.dimension.replace(/_/g, ' ').toLowerCase()},
      {name: 'Value', kind: 'number', value: item => percent(item.value)},
      {name: 'Grade', value: item => grade(item.grade)}], given.dimensions));
}

const findings = (channel, refresh) => section('Findings', channel.findings.length ? table('Open findings', findingColumns(channel.timezone, refresh), channel.findings)
  : nothing('No open findings.'));

const about = channel => section('Channel', facts([['Site', link(to('sites', channel.siteId), channel.siteName ?? channel.siteId)], ['Time zone', channel.timezone], ['Type', channel.type], ['Unit', channel.unit],
  ['Interval', duration(channel.intervalSeconds)], ['State', [state(channel.state), channel.stateReason ? h('p', {class: 'more'}, channel.stateReason) : null]], ['Freshness', state(channel.health)],
  ['Quarantine', channel.quarantine ? [state('quarantined'), ' since ', instant(channel.quarantine.since, channel.timezone), h('p', {class: 'more'}, channel.quarantine.reason)] : null],
  ['Newest reading', instant(channel.newestReading, channel.timezone, {focus: true})], ['Last error', channel.lastError], ['Next poll', channel.nextPollAt ? instant(channel.nextPollAt, channel.timezone, {focus: true}) : null], ['Installed', channel.installedAt ? instant(channel.installedAt, channel.timezone, {focus: true}) : null],
  ['Complete today', percent(channel.today?.completeness)], ['Open gaps', [link(to('gaps', {channel: channel.channelId}), plural(channel.gaps.count, 'gap')), `, ${plural(channel.gaps.readings, 'reading')}`]],
  ['Dead letters', link(to('dead-letters', {channel: channel.channelId}), 'of this channel')]]));

const rowColumns = (channel, columns) => [
  {name: 'Start', head: true, value: item => link(to('channels', channel.channelId, 'readings', item.timestamp), instant(item.timestamp, channel.timezone))},
  {name: 'Quality', value: item => [state(item.quality), item.method ? h('span', {class: 'more'}, ' ' + item.method) : null]},
  ...columns.map(column => ({name: titled(column), kind: 'number', value: item => number(item[column])})),
  {name: 'Run', kind: 'number', value: item => item.runId ? link(to('runs', item.runId), String(item.runId)) : '–'},
];

function rows(channel, range, columns, list, after) {
  const csv = address(`channels/${channel.channelId}/readings`, {start: range.start, end: range.end, step: 'raw', format: 'csv'});
  return section('Stored readings', h('p', {class: 'actions'}, h('a', {href: csv, download: `channel-${channel.channelId}.csv`}, 'Download these days as CSV')),
    list.items.length === 0 ? nothing('No readings in these days.') : table('Stored readings', rowColumns(channel, columns), list.items), pager(list, after));
}

/** Sums by hour and day have energy and the highest power only. */
function chosen(asked, step, offered) {
  const fields = step === 'raw' ? offered : ['energy_kwh', 'power_kw'].map(column => ({column}));
  const wanted = [asked, step === 'raw' ? 'power_kw' : 'energy_kwh', fields[0]?.column];
  return {fields, column: wanted.find(name => fields.some(field => field.column === name)) ?? 'energy_kwh'};
}

export default {
  title: 'Channel', path: 'channels/:id', heading: ({channel}) => `${channel.name ?? 'Channel'} ${channel.channelId}`,
  load: async (parameters, signal) => {
    const path = 'channels/' + encodeURIComponent(parameters.id);
    const channel = await get(path, {}, signal);
    const range = rangeOf(parameters, channel);
    const {column, fields} = chosen(parameters.column, range.step, channel.fields);
    const columns = [...new Set(['energy_kwh', 'power_kw', column])].filter(name => channel.fields.some(field => field.column === name));
    const asked = {start: range.start, end: range.end};
    const [readings, marks, list, band] = await Promise.all([get(path + '/readings', {...asked, step: range.step, columns: range.step === 'raw' ? column : null, limit: range.limit}, signal), get(path + '/marks', {...asked, column: range.step === 'raw' ? column : null}, signal),
      get(path + '/readings', {...asked, step: 'raw', columns: columns.join(',') || null, limit: ROWS, after: parameters.after}, signal),
      expectedBand(path, range, column, signal)]);
    return {channel, range, column, fields, columns: columns.length ? columns : ['energy_kwh'], readings, marks, list, band};
  },
  view: (data, parameters, refresh) => {
    const {channel, range, columns, list} = data;
    return [h('p', {class: 'crumbs'}, link('#/channels', 'Channels'), ' / ', link(to('sites', channel.siteId), channel.siteName ?? 'Site')),
      h('h1', {tabindex: -1}, channel.name ?? `Channel ${channel.channelId}`, h('span', {class: 'number'}, ` ${channel.channelId}`)),
      chartPanel(data), h('div', {class: 'pair'}, gradePanel(channel), about(channel)), findings(channel, refresh), rows(channel, range, columns, list, parameters.after)];
  },
};
