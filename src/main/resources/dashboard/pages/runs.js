// Runs: every execution that writes readings.

import {h, link, nothing} from '../dom.js';
import {get} from '../api.js';
import {count} from '../format.js';
import {instant} from '../time.js';
import {to} from '../router.js';
import {state} from '../parts/signs.js';
import {pager, table} from '../parts/table.js';

/** Columns of a list of runs, here and on the overview. */
export const runColumns = [
  {name: 'Run', head: true, value: run => link(to('runs', run.runId), `${run.kind} ${run.runId}`)},
  {name: 'Started', value: run => instant(run.startedAt)},
  {name: 'Ended', value: run => run.finishedAt ? instant(run.finishedAt) : state('running')},
  {name: 'Requests', kind: 'number', value: run => count(run.windows)},
  {name: 'Failed', kind: 'number', value: run => count(run.failed)},
  {name: 'New', kind: 'number', value: run => count(run.inserted)},
  {name: 'Changed', kind: 'number', value: run => count(run.updated)},
  {name: 'Rejected', kind: 'number', value: run => count(run.rejected)},
];

export default {
  title: 'Runs', path: 'runs',
  load: ({after}, signal) => get('runs', {limit: 50, after}, signal),
  view: (list, {after}) => [h('h1', {tabindex: -1}, 'Runs'), h('p', {class: 'lead'}, 'Every execution that writes readings: polls, backfills, replays, estimates.'),
    h('div', {class: 'panel'}, list.items.length === 0 ? nothing('No runs yet.') : table('Runs', runColumns, list.items), pager(list, after))],
};
