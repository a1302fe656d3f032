// Alerts, open and past, and silences.

import {h, button, link, nothing, section} from '../dom.js';
import {get} from '../api.js';
import {instant} from '../time.js';
import {to} from '../router.js';
import {state} from '../parts/signs.js';
import {choice, pager, table} from '../parts/table.js';
import {askAndAct} from '../parts/ask.js';

/** Acknowledges an alert: a person works on it. */
export const acknowledge = (alert, done) => askAndAct({title: 'Acknowledge', text: alert.summary, confirm: 'Acknowledge', done,
  what: () => ['alerts/acknowledge', {alert: alert.alertId}, 'Acknowledged. Everybody who was notified is told that you work on it.']});

/** Opens a silence, filled in from an alert. */
export const silence = (about, done) => askAndAct({
  title: 'Silence', text: 'A silenced alert sends no notifications; the alert itself goes on.', confirm: 'Silence', done,
  fields: [{name: 'rule', label: 'Rule', value: about.rule ?? '', required: false, hint: 'Empty: every rule. Fill in at least one of rule, site and channel.'}, {name: 'site', label: 'Site', value: about.siteId ?? '', required: false, hint: 'Empty: every site.'},
    {name: 'channel', label: 'Channel', value: about.channelId ?? '', required: false, hint: 'A number. Empty: every channel.'}, {name: 'for', label: 'Duration', value: '2h', hint: '30m, 2h, 7d'},
    {name: 'reason', label: 'Reason'}],
  what: ({channel, rule, site, ...rest}) => ['alerts/silence', {...rest, ...(rule ? {rule} : {}), ...(site ? {site} : {}), ...(channel ? {channel: Number(channel)} : {})}, 'Silenced.']});

const actions = (alert, refresh) => alert.state === 'resolved' ? '–' : h('span', {class: 'actions'},
  alert.state === 'firing' ? button('Acknowledge …', () => acknowledge(alert, refresh), {'data-key': `ack-${alert.alertId}`, 'aria-label': `Acknowledge: ${alert.summary}`}) : null,
  button('Silence …', () => silence(alert, refresh), {'data-key': `silence-${alert.alertId}`, 'aria-label': `Silence: ${alert.summary}`}));

const columns = refresh => [
  {name: 'Severity', value: alert => state(alert.severity)},
  {name: 'Alert', head: true, value: alert => link(to('alerts', alert.alertId), alert.summary)},
  {name: 'State', value: alert => [state(alert.state), alert.acknowledgedBy && alert.state === 'acknowledged' ? h('span', {class: 'more'}, ` ${alert.acknowledgedBy}`) : null, alert.quietReason ? h('p', {class: 'more'}, alert.quietReason) : null]},
  {name: 'Since', value: alert => instant(alert.startedAt)},
  {name: 'Until', value: alert => alert.resolvedAt ? instant(alert.resolvedAt) : '–'},
  {name: 'Actions', value: alert => actions(alert, refresh)},
];

/** Columns of a list of silences, here and on the page of an alert. */
export const silenceColumns = refresh => [
  {name: 'Scope', head: true, value: item => [item.rule ?? 'every rule', item.siteId ? `, site ${item.siteName ?? item.siteId}` : '', item.channelId ? `, channel ${item.channelName ? `${item.channelName} (${item.channelId})` : item.channelId}` : '']},
  {name: 'Until', value: item => instant(item.endsAt)},
  {name: 'Reason', value: item => item.reason},
  {name: 'By', value: item => item.createdBy},
  {name: 'Actions', value: item => button('End …', () => askAndAct({title: 'End the silence', text: item.reason, confirm: 'End', done: refresh, what: () => ['silences/end', {silence: item.silenceId}, 'The silence has ended.']}),
    {'aria-label': `End the silence: ${item.reason}`, 'data-key': `end-${item.silenceId}`})},
];

export default {
  title: 'Alerts', path: 'alerts',
  load: async ({state: which, after}, signal) => {
    const [list, silences] = await Promise.all([get('alerts', {state: which === 'all' ? 'all' : 'open', limit: 50, after}, signal), get('silences', {}, signal)]);
    return {list, silences};
  },
  view: ({list, silences}, {state: which, after}, refresh) => [h('h1', {tabindex: -1}, 'Alerts'),
    choice('State', 'state', which, [[null, 'Open'], ['all', 'Open and past']]),
    h('div', {class: 'panel'}, list.items.length === 0 ? nothing(which === 'all' ? 'No alerts yet.' : 'No open alerts.') : table('Alerts', columns(refresh), list.items), pager(list, after)),
    section('Silences', silences.items.length === 0 ? nothing('No active silences.') : table('Silences', silenceColumns(refresh), silences.items),
      button('Silence …', () => silence({}, refresh), {'data-key': 'silence'}))],
};
