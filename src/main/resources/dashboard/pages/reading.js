// The lineage of one reading: value, run, request, rules, and older values.

import {h, facts, link, nothing, section} from '../dom.js';
import {get} from '../api.js';
import {count, number, titled} from '../format.js';
import {instant, span} from '../time.js';
import {to} from '../router.js';
import {state} from '../parts/signs.js';
import {table} from '../parts/table.js';
import {requestColumns, runFacts} from './run.js';

const SILENT = new Set(['channel_id', 'channelId', 'timestamp', 'quality', 'method', 'runId', 'run_id', 'id', 'raw', 'data_quality', 'quality_method', 'created_at', 'updated_at']);
const kwh = value => value === null ? null : `${number(value)} kWh`;
const ISO = /^\d{4}-\d\d-\d\dT/;
const text = value => value === null || value === undefined ? null : typeof value === 'string' && ISO.test(value) ? instant(value) : typeof value === 'number' ? number(value) : typeof value === 'object' ? h('code', {}, JSON.stringify(value)) : String(value);

/** Columns of a row that have a value, by their names for people. */
const values = row => Object.entries(row).sort(([one], [other]) => one.localeCompare(other)).filter(([name, value]) => !SILENT.has(name) && value !== null && value !== undefined).map(([name, value]) => [titled(name), text(value)]);

const history = [
  {name: 'Changed', head: true, value: old => instant(old.changedAt)},
  {name: 'Operation', value: old => old.operation},
  {name: 'By run', value: old => old.replacedByRun ? link(to('runs', old.replacedByRun), String(old.replacedByRun)) : old.replacedBy ?? 'by hand'},
  {name: 'Old value', kind: 'wide', value: old => facts([['Quality', old.old?.data_quality], ...values(old.old ?? {})])},
];

function steps({reading, run, request, estimate}) {
  return h('ol', {class: 'lineage'},
    h('li', {}, h('h3', {}, 'Value'), facts([['Quality', state(reading.quality)], ['Method', reading.method], ['Stored', instant(reading.createdAt)], ['Changed', reading.updatedAt && reading.updatedAt !== reading.createdAt ? instant(reading.updatedAt) : null]]), facts(values(reading.values), 'columns')),
    h('li', {}, h('h3', {}, 'Run'), run ? [h('p', {}, link(to('runs', run.runId), `${run.kind} ${run.runId}`)), runFacts(run)] : nothing('No run is recorded: the row was not written by Wattline.')),
    h('li', {}, h('h3', {}, 'Request'), request ? table('The request', requestColumns, [request]) : nothing(estimate ? 'An estimate needs no request.' : 'No request is recorded.')),
    h('li', {}, h('h3', {}, 'Rules'), h('p', {}, 'Validated by rule set ', h('code', {}, run?.ruleSet ?? 'unknown'), ', configuration ', h('code', {}, run?.configurationHash ?? 'unknown'), '.')));
}

const estimateFacts = (estimate, zone) => facts([['Method', estimate.method], ['Gap', span(estimate.gapStart, estimate.gapEnd, zone)], ['Estimated readings', count(estimate.slots)], ['Energy', kwh(estimate.energyKwh)],
  ['Known total', kwh(estimate.knownTotalKwh)], ['Source of the total', estimate.totalSource], ['Inputs', text(estimate.inputs)], ['Estimated at', instant(estimate.estimatedAt)]]);

export default {
  title: 'Reading', path: 'channels/:id/readings/:timestamp', heading: (lineage, {id, timestamp}) => `${lineage.name ?? 'Channel'} ${id}, ${timestamp}`,
  load: ({id, timestamp}, signal) => get(`channels/${encodeURIComponent(id)}/readings/${encodeURIComponent(timestamp)}`, {}, signal),
  view: (lineage, {id, timestamp}) => [h('p', {class: 'crumbs'}, link('#/channels', 'Channels'), ' / ', link(to('channels', id), `Channel ${id}`)),
    h('h1', {tabindex: -1}, 'Lineage of a reading'), h('p', {class: 'lead'}, 'Interval that starts at ', instant(timestamp, lineage.timezone, {focus: true}), '.'),
    section('Lineage', steps(lineage)),
    lineage.estimate ? section('Estimate', estimateFacts(lineage.estimate, lineage.timezone)) : null,
    lineage.findings.length ? section('Findings', h('ul', {class: 'plain'}, lineage.findings.map(finding => h('li', {}, state(finding.severity), ' ', finding.reason, finding.counts ? null : h('span', {class: 'more'}, ` accepted by ${finding.acceptedBy}: ${finding.acceptedReason}`))))) : null,
    section('Older values', lineage.history?.length ? table('Older values', history, lineage.history) : nothing('The reading was never changed.'))],
};
