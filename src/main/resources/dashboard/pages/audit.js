// The audit log: actions over HTTP and JMX, refused and failed ones included.

import {h, nothing} from '../dom.js';
import {get} from '../api.js';
import {instant} from '../time.js';
import {state} from '../parts/signs.js';
import {pager, table} from '../parts/table.js';

const LEVELS = {done: 'good', refused: 'warn', failed: 'bad'};

const columns = [
  {name: 'When', value: entry => instant(entry.at)},
  {name: 'Who', head: true, value: entry => entry.who},
  {name: 'Via', value: entry => [entry.via, entry.origin ? h('span', {class: 'more'}, ` from ${entry.origin}`) : null]},
  {name: 'Action', value: entry => h('code', {}, entry.action)},
  {name: 'Target', value: entry => entry.target ?? '–'},
  {name: 'Arguments', kind: 'wide', value: entry => entry.details ? h('code', {}, JSON.stringify(entry.details)) : '–'},
  {name: 'Outcome', value: entry => [state(entry.outcome, LEVELS[entry.outcome]), entry.answer ? h('p', {class: 'more'}, entry.answer) : null]},
];

export default {
  title: 'Audit', path: 'audit',
  load: ({after}, signal) => get('audit', {limit: 50, after}, signal),
  view: (list, {after}) => [h('h1', {tabindex: -1}, 'Audit'), h('p', {class: 'lead'}, 'Actions on the running service over HTTP and JMX, refused and failed ones included. The name is what the caller gave; the token proves that the caller is allowed to act.'),
    h('div', {class: 'panel'}, list.items.length === 0 ? nothing('No actions yet.') : table('Audit', columns, list.items), pager(list, after))],
};
