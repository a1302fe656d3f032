// Where one reading comes from: value -> run -> request -> rules, and what it was before.

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
  {name: 'How', value: old => old.operation},
  {name: 'By run', value: old => old.replacedByRun ? link(to('runs', old.replacedByRun), String(old.replacedByRun)) : 'by hand'},
  {name: 'What it was', kind: 'wide', value: old => facts([['Quality', old.old?.data_quality], ...values(old.old ?? {})])},
];

function steps({reading, run, request, estimate}) {
  return h('ol', {class: 'lineage'},
    h('li', {}, h('h3', {}, 'Value'), facts([['Quality', state(reading.quality)], ['How', reading.method], ['Stored', instant(reading.createdAt)], ['Changed', reading.updatedAt && reading.updatedAt !== reading.createdAt ? instant(reading.updatedAt) : null]]), facts(values(reading.values), 'columns')),
    h('li', {}, h('h3', {}, 'Run'), run ? [h('p', {}, link(to('runs', run.runId), `${run.kind} ${run.runId}`)), runFacts(run)] : nothing('No run is noted: the row is from before Wattline.')),
    h('li', {}, h('h3', {}, 'Request'), request ? table('The request', requestColumns, [request]) : nothing(estimate ? 'An estimate asks nothing of the source.' : 'No request is noted.')),
    h('li', {}, h('h3', {}, 'Rules'), h('p', {}, 'Judged by rule set ', h('code', {}, run?.ruleSet ?? 'unknown'), ', configuration ', h('code', {}, run?.configurationHash ?? 'unknown'), '.')));
}

const estimateFacts = (estimate, zone) => facts([['Method', estimate.method], ['Gap', span(estimate.gapStart, estimate.gapEnd, zone)], ['Readings made', count(estimate.slots)], ['Energy', kwh(estimate.energyKwh)],
  ['Known total', kwh(estimate.knownTotalKwh)], ['Where the total is from', estimate.totalSource], ['From', text(estimate.inputs)], ['Made', instant(estimate.estimatedAt)]]);

export default {
  title: 'Reading', path: 'channels/:id/readings/:timestamp',
  load: ({id, timestamp}, signal) => get(`channels/${encodeURIComponent(id)}/readings/${encodeURIComponent(timestamp)}`, {}, signal),
  view: (lineage, {id, timestamp}) => [h('p', {class: 'crumbs'}, link('#/channels', 'Channels'), ' / ', link(to('channels', id), `Channel ${id}`)),
    h('h1', {tabindex: -1}, 'Where a reading comes from'), h('p', {class: 'lead'}, 'The interval that starts at ', instant(timestamp, lineage.timezone, {focus: true}), '.'),
    section('Lineage', steps(lineage)),
    lineage.estimate ? section('What the estimate was made of', estimateFacts(lineage.estimate, lineage.timezone)) : null,
    lineage.findings.length ? section('Findings', h('ul', {class: 'plain'}, lineage.findings.map(finding => h('li', {}, state(finding.severity), ' ', finding.reason, finding.counts ? null : h('span', {class: 'more'}, ` accepted by ${finding.acceptedBy}: ${finding.acceptedReason}`))))) : null,
    section('What it was before', lineage.history?.length ? table('Older values', history, lineage.history) : nothing('It has never been changed.'))],
};
