// Anomalies that detectors found in stored readings, across channels, and what people say of them.

import {h, button, link, nothing, section} from '../dom.js';
import {get} from '../api.js';
import {number, percent, plural} from '../format.js';
import {instant, span} from '../time.js';
import {to} from '../router.js';
import {state} from '../parts/signs.js';
import {choice, pager, table} from '../parts/table.js';
import {askAndAct} from '../parts/ask.js';

const TAKEN_FOR = {meter: 'fault of the meter', operation: 'change of operation', unknown: 'unknown'};

const REASON = {name: 'reason', label: 'Reason', type: 'textarea', hint: 'For the next person who asks.'};

const DEED = {
  accept: ['Normal', 'The detector becomes less sensitive on this channel. A level is learned.', 'The anomaly is normal.', [REASON]],
  confirm: ['Fault', 'The anomaly does not count as a false alarm of its detector.', 'The anomaly is a fault.', [REASON]],
  withdraw: ['Take back', 'The verdict is taken back with its effects.', 'The anomaly has no verdict.', []],
};

const deed = (anomaly, what, done) => button(DEED[what][0] + ' …', () => askAndAct({title: `${DEED[what][0]}: anomaly ${anomaly.anomalyId}`, text: DEED[what][1], confirm: DEED[what][0], done, fields: DEED[what][3],
  what: values => ['anomalies/' + what, {anomaly: anomaly.anomalyId, ...(values.reason ? {reason: values.reason} : {})}, DEED[what][2]]}),
{'data-key': `${what}-${anomaly.anomalyId}`, 'aria-label': `${DEED[what][0]} anomaly ${anomaly.anomalyId}`});

const actions = (anomaly, done) => h('span', {class: 'actions'}, anomaly.verdict ? deed(anomaly, 'withdraw', done) : [deed(anomaly, 'accept', done), deed(anomaly, 'confirm', done)]);

const columns = done => [
  {name: 'Channel', head: true, value: anomaly => [link(to('channels', anomaly.channelId, {start: anomaly.start, end: anomaly.end}), anomaly.channelName ?? String(anomaly.channelId)), h('span', {class: 'more'}, ' ' + (anomaly.siteName ?? ''))]},
  {name: 'From – to', value: anomaly => span(anomaly.start, anomaly.end, anomaly.timezone)},
  {name: 'What', kind: 'wide', value: anomaly => [anomaly.sentence, h('p', {class: 'more'}, `Detector ${anomaly.detector}, taken for: ${TAKEN_FOR[anomaly.cause]}`)]},
  {name: 'Difference kWh', kind: 'number', value: anomaly => anomaly.differenceKwh === null ? '–' : number(anomaly.differenceKwh)},
  {name: 'State', value: anomaly => state(anomaly.state)},
  {name: 'Verdict', value: anomaly => anomaly.verdict ? [anomaly.verdict, h('p', {class: 'more'}, `${anomaly.verdictBy}, `, instant(anomaly.verdictAt), anomaly.verdictReason ? ': ' + anomaly.verdictReason : '')] : 'none yet'},
  {name: 'Actions', value: anomaly => actions(anomaly, done)},
];

const notJudged = ({notJudged: count}) => count === 0 ? 'All channels are judged.' : `${plural(count, 'channel')} not judged: less than four weeks of readings.`;

const detectorColumns = [
  {name: 'Detector', head: true, value: each => each.detector},
  {name: 'False alarms a channel and month', kind: 'number', value: each => each.falseAlarmsPerMonth === null ? '–' : number(each.falseAlarmsPerMonth)},
  {name: 'Right', kind: 'number', value: each => each.precision === null ? '–' : percent(each.precision)},
  {name: 'Measured', value: each => each.measuredAt ? instant(each.measuredAt) : 'not yet'},
  {name: 'Called normal', kind: 'number', value: each => String(each.normal)},
  {name: 'Called a fault', kind: 'number', value: each => String(each.fault)},
  {name: 'Less sensitive on', kind: 'number', value: each => String(each.raisedChannels)},
  {name: 'Muted on', kind: 'number', value: each => String(each.mutedChannels)},
];

const raisedColumns = [
  {name: 'Channel', head: true, value: each => link(to('channels', each.channelId), String(each.channelId))},
  {name: 'Detector', value: each => each.detector},
  {name: 'Effect', value: each => `${each.effect}, from ${each.from} on`},
  {name: 'Why', kind: 'wide', value: each => [each.reason, h('p', {class: 'more'}, `${each.source}, ${each.by}`)]},
];

/** How often each detector is right, measured on the stored readings, and where it is held back. */
const track = ({items, raised}) => section('Detectors', h('p', {class: 'more'}, 'Measured by the newest backtest (wattline anomalies backtest): false alarms in what was not touched, and the share of right alarms where faults were planted.'),
  table('Detectors', detectorColumns, items), raised.length === 0 ? nothing('No detector is held back on any channel.') : table('Raised cut-offs', raisedColumns, raised));

export default {
  title: 'Anomalies', path: 'anomalies',
  load: async ({state: which, site, channel, after}, signal) => {
    const [list, detectors] = await Promise.all([get('anomalies', {state: which === 'all' ? 'all' : 'open', site, channel, limit: 50, after}, signal), get('detectors', {channel}, signal)]);
    return {list, detectors};
  },
  view: ({list, detectors}, parameters, refresh) => [h('h1', {tabindex: -1}, 'Anomalies'), h('p', {class: 'lead'}, 'What a channel\u2019s own history does not explain. An anomaly changes no value. ' + notJudged(detectors)),
    choice('State', 'state', parameters.state, [[null, 'Open'], ['all', 'Open and over']]),
    list.items.length === 0 ? nothing('No anomalies.') : table('Anomalies', columns(refresh), list.items), pager(list, parameters.after), track(detectors)],
};
