// What is wrong, what was wrong, and what nobody is told of for a while.

import {h, button, link, nothing, section} from '../dom.js';
import {get} from '../api.js';
import {instant} from '../time.js';
import {to} from '../router.js';
import {state} from '../parts/signs.js';
import {choice, pager, table} from '../parts/table.js';
import {askAndAct} from '../parts/ask.js';

/** Somebody says that they are at it. */
export const acknowledge = (alert, done) => askAndAct({title: 'Acknowledge', text: alert.summary, confirm: 'I am at it', done,
  what: () => ['alerts/acknowledge', {alert: alert.alertId}, 'Acknowledged: whoever was told hears that you are at it.']});

/** Nobody is told for a while: of what an alert is about, or of whatever is filled in. */
export const silence = (about, done) => askAndAct({
  title: 'Silence', text: 'Nobody is told meanwhile; the alert lives on.', confirm: 'Silence', done,
  fields: [{name: 'rule', label: 'Rule', value: about.rule ?? '', required: false, hint: 'Empty: every rule. One of rule, site and channel is needed.'}, {name: 'site', label: 'Site', value: about.siteId ?? '', required: false, hint: 'Empty: every site.'},
    {name: 'channel', label: 'Channel', value: about.channelId ?? '', required: false, hint: 'A number. Empty: every channel.'}, {name: 'for', label: 'For how long', value: '2h', hint: '30m, 2h, 7d'},
    {name: 'reason', label: 'Why'}],
  what: ({channel, rule, site, ...rest}) => ['alerts/silence', {...rest, ...(rule ? {rule} : {}), ...(site ? {site} : {}), ...(channel ? {channel: Number(channel)} : {})}, 'Silenced.']});

const actions = (alert, refresh) => alert.state === 'resolved' ? '–' : h('span', {class: 'actions'},
  alert.state === 'firing' ? button('Acknowledge …', () => acknowledge(alert, refresh), {'data-key': `ack-${alert.alertId}`, 'aria-label': `Acknowledge: ${alert.summary}`}) : null,
  button('Silence …', () => silence(alert, refresh), {'data-key': `silence-${alert.alertId}`, 'aria-label': `Silence: ${alert.summary}`}));

const columns = refresh => [
  {name: 'Severity', value: alert => state(alert.severity)},
  {name: 'What', head: true, value: alert => link(to('alerts', alert.alertId), alert.summary)},
  {name: 'State', value: alert => [state(alert.state), alert.acknowledgedBy && alert.state === 'acknowledged' ? h('span', {class: 'more'}, ` ${alert.acknowledgedBy}`) : null, alert.quietReason ? h('p', {class: 'more'}, alert.quietReason) : null]},
  {name: 'Since', value: alert => instant(alert.startedAt)},
  {name: 'Until', value: alert => alert.resolvedAt ? instant(alert.resolvedAt) : '–'},
  {name: 'Do', value: alert => actions(alert, refresh)},
];

const silenceColumns = refresh => [
  {name: 'Of what', head: true, value: item => [item.rule ?? 'every rule', item.siteId ? `, site ${item.siteName ?? item.siteId}` : '', item.channelId ? `, channel ${item.channelId}` : '']},
  {name: 'Until', value: item => instant(item.endsAt)},
  {name: 'Why', value: item => item.reason},
  {name: 'By', value: item => item.createdBy},
  {name: 'Do', value: item => button('End …', () => askAndAct({title: 'End the silence', text: item.reason, confirm: 'End', done: refresh, what: () => ['silences/end', {silence: item.silenceId}, 'The silence is over.']}),
    {'aria-label': `End the silence: ${item.reason}`, 'data-key': `end-${item.silenceId}`})},
];

export default {
  title: 'Alerts', path: 'alerts',
  load: async ({state: which, after}, signal) => {
    const [list, silences] = await Promise.all([get('alerts', {state: which === 'all' ? 'all' : 'open', limit: 50, after}, signal), get('silences', {}, signal)]);
    return {list, silences};
  },
  view: ({list, silences}, {state: which, after}, refresh) => [h('h1', {tabindex: -1}, 'Alerts'),
    choice('Which', 'state', which, [[null, 'Open'], ['all', 'Open and past']]),
    h('div', {class: 'panel'}, list.items.length === 0 ? nothing(which === 'all' ? 'There has been no alert.' : 'No alert is open.') : table('Alerts', columns(refresh), list.items), pager(list, after)),
    section('Silences', silences.items.length === 0 ? nothing('Nothing is silenced.') : table('Silences', silenceColumns(refresh), silences.items),
      button('Silence …', () => silence({}, refresh), {'data-key': 'silence'}))],
};
