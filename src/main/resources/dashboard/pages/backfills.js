// All backfill jobs: open ones first, then those that a person has opened.

import {h, link, nothing} from '../dom.js';
import {get} from '../api.js';
import {pager, table} from '../parts/table.js';
import {jobColumns} from './gaps.js';

export default {
  title: 'Backfill jobs', path: 'backfills',
  load: ({after}, signal) => get('backfills', {limit: 50, after}, signal),
  view: (list, {after}, refresh) => [h('p', {class: 'crumbs'}, link('#/gaps', 'Gaps and backfill')), h('h1', {tabindex: -1}, 'Backfill jobs'),
    h('div', {class: 'panel'}, list.items.length === 0 ? nothing('No jobs yet.') : table('Backfill jobs', jobColumns(refresh), list.items), pager(list, after))],
};
