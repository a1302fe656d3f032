// What people did to the service over HTTP and JMX, also what was refused.

import {h, nothing} from '../dom.js';
import {get} from '../api.js';
import {instant} from '../time.js';
import {state} from '../parts/signs.js';
import {pager, table} from '../parts/table.js';

const LEVELS = {done: 'good', refused: 'warn', failed: 'bad'};

const columns = [
  {name: 'When', value: entry => instant(entry.at)},
  {name: 'Who', head: true, value: entry => entry.who},
  {name: 'Way', value: entry => [entry.via, entry.origin ? h('span', {class: 'more'}, ` from ${entry.origin}`) : null]},
  {name: 'What', value: entry => h('code', {}, entry.action)},
  {name: 'To', value: entry => entry.target ?? '–'},
  {name: 'With', kind: 'wide', value: entry => entry.details ? h('code', {}, JSON.stringify(entry.details)) : '–'},
  {name: 'Outcome', value: entry => [state(entry.outcome, LEVELS[entry.outcome]), entry.answer ? h('p', {class: 'more'}, entry.answer) : null]},
];

export default {
  title: 'Audit', path: 'audit',
  load: ({after}, signal) => get('audit', {limit: 50, after}, signal),
  view: (list, {after}) => [h('h1', {tabindex: -1}, 'Audit'), h('p', {class: 'lead'}, 'What people did to the running service over HTTP and JMX, also what was refused or failed. The name is what the caller said; the token is the proof that the caller may.'),
    h('div', {class: 'panel'}, list.items.length === 0 ? nothing('Nobody has done anything yet.') : table('Audit', columns, list.items), pager(list, after))],
};
