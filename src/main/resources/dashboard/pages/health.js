// Health, part by part, and since when a part is wrong.

import {h, nothing} from '../dom.js';
import {getText} from '../api.js';
import {instant} from '../time.js';
import {state} from '../parts/signs.js';
import {table} from '../parts/table.js';

const columns = [
  {name: 'Part', head: true, value: part => part.name},
  {name: 'State', value: part => state(part.status, {UP: 'good', UNKNOWN: 'idle'}[part.status] ?? 'bad')},
  {name: 'Since', value: part => part.since ? instant(part.since) : '–'},
  {name: 'Reason', kind: 'wide', value: part => part.reason ?? '–'},
];

export default {
  title: 'Health', path: 'health',
  load: async (parameters, signal) => JSON.parse(await getText('health', [200, 503], signal)),
  view: ({parts}) => [h('h1', {tabindex: -1}, 'Health'), h('p', {class: 'lead'}, 'The parts of the running service, as /health gives them to monitoring.'),
    h('div', {class: 'panel'}, parts.length ? table('Parts of the service', columns, parts) : nothing('No parts.'))],
};
