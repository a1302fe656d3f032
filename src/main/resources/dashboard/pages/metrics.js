// The metrics as Prometheus scrapes them.

import {h} from '../dom.js';
import {getText} from '../api.js';

export default {
  title: 'Metrics', path: 'metrics',
  load: async (parameters, signal) => ({text: await getText('metrics', [200], signal)}),
  view: ({text}) => [h('h1', {tabindex: -1}, 'Metrics'), h('p', {class: 'lead'}, 'All metrics as /metrics gives them to Prometheus, with their help texts.'),
    h('pre', {class: 'payload whole', tabindex: 0, role: 'group', 'aria-label': 'Metrics'}, text)],
};
