// One run: its requests and what they returned.

import {h, facts, link, nothing, section} from '../dom.js';
import {get} from '../api.js';
import {count} from '../format.js';
import {instant, span} from '../time.js';
import {to} from '../router.js';
import {state} from '../parts/signs.js';
import {pager, table} from '../parts/table.js';

/** Columns of requests; a window is half-open. */
export const requestColumns = [
  {name: 'Channel', head: true, value: log => link(to('channels', log.channelId, {start: log.startTime, end: log.endTime}), log.channelName ?? String(log.channelId))},
  {name: 'Window', value: log => span(log.startTime, log.endTime, log.timezone)},
  {name: 'Outcome', value: log => [state(log.status), log.errorMessage ? h('p', {class: 'more clamp', title: log.errorMessage}, log.errorMessage) : null]},
  {name: 'Readings', kind: 'number', value: log => count(log.readingsFetched)},
  {name: 'New', kind: 'number', value: log => count(log.readingsInserted)},
  {name: 'Changed', kind: 'number', value: log => count(log.readingsUpdated)},
  {name: 'Rejected', kind: 'number', value: log => count(log.readingsRejected)},
  {name: 'Request', kind: 'wide', value: log => h('code', {}, log.request ?? '–')},
];

/** What a run was, as facts. */
export const runFacts = run => facts([['Kind', run.kind], ['Started', instant(run.startedAt, null, {focus: true})], ['Ended', run.finishedAt ? instant(run.finishedAt, null, {focus: true}) : state('running')],
  ['Rule set', h('code', {}, run.ruleSet ?? '–')], ['Configuration', h('code', {}, run.configurationHash ?? '–')], ['Version', run.version]]);

export default {
  title: 'Run', path: 'runs/:id', heading: (run, {id}) => `Run ${id}`,
  load: ({id, after}, signal) => get('runs/' + encodeURIComponent(id), {limit: 50, after}, signal),
  view: (run, {id, after}) => [h('p', {class: 'crumbs'}, link('#/runs', 'Runs')), h('h1', {tabindex: -1}, `Run ${id}`), section('Run', runFacts(run)),
    section('Requests', run.items.length === 0 ? nothing('No requests are recorded.') : table('Requests of the run', requestColumns, run.items), pager(run, after))],
};
