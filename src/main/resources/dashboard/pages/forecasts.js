// What will go wrong, and beside it how often such forecasts were right.

import {h, nothing} from '../dom.js';
import {get} from '../api.js';
import {number} from '../format.js';
import {instant, span} from '../time.js';
import {choice, pager, table} from '../parts/table.js';

const WHAT = {month: 'Month below 99 %', gateway: 'Gateway fails', clock: 'Clock half an interval off', full: 'Full',
  backlog: 'Backlog is still there', late: 'Later than the look-back'};

const share = value => value === null ? '–' : `${number(100 * value)} %`;

const skill = value => value === null ? '–' : number(value);

const columns = [
  {name: 'What', head: true, value: forecast => [WHAT[forecast.kind], h('p', {class: 'more'}, forecast.subjectName)]},
  {name: 'Probability', kind: 'number', value: forecast => share(forecast.probability)},
  {name: 'When (80 %)', value: forecast => forecast.dueLow === null ? ['until ', instant(forecast.horizonEnd)]
    : forecast.dueHigh === null ? ['not before ', instant(forecast.dueLow)] : span(forecast.dueLow, forecast.dueHigh)},
  {name: 'Why and what to do', kind: 'wide', value: forecast => [forecast.sentence,
    h('p', {class: 'more'}, `${forecast.advice} ${forecast.ownAction}`)]},
  {name: 'Reported', value: forecast => forecast.muted ? 'muted' : forecast.warned ? 'yes' : 'no'},
];

const scores = [
  {name: 'What', head: true, value: score => [WHAT[score.kind], h('p', {class: 'more'}, score.sentence)]},
  {name: 'Settled', kind: 'number', value: score => number(score.settled)},
  {name: 'Skill: base rate', kind: 'number', value: score => skill(score.skillBase)},
  {name: 'Skill: persistence', kind: 'number', value: score => skill(score.skillPersistence)},
  {name: 'Right 72 h before', kind: 'number', value: score => share(score.precision72h)},
  {name: 'Found 72 h before', kind: 'number', value: score => share(score.recall72h)},
  {name: 'In 80 % interval', kind: 'number', value: score => share(score.withinShare)},
  {name: 'False a site and month', kind: 'number', value: score => skill(score.falsePerSiteMonth)},
];

export default {
  title: 'Forecasts', path: 'forecasts',
  load: async ({state, site, after}, signal) => {
    const [list, record] = await Promise.all([
      get('forecasts', {state: state === 'all' ? 'all' : 'warned', site, limit: 50, after}, signal),
      get('forecasts/scores', {}, signal)]);
    return {list, record};
  },
  view: ({list, record}, parameters) => [h('h1', {tabindex: -1}, 'What will go wrong'),
    h('p', {class: 'lead'}, 'A forecast is frozen when it is made and compared with what happens. A kind that is no '
      + 'better than a guess is muted.'),
    choice('Forecasts', 'state', parameters.state, [[null, 'Those that warn'], ['all', 'All']]),
    list.items.length === 0 ? nothing('No forecast warns.') : table('Forecasts', columns, list.items),
    pager(list, parameters.after),
    h('h2', {}, 'How often they were right in the last 90 days'), table('Track record', scores, record.items)],
};
