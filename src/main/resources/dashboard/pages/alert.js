// One alert: what was found, its scope, its history and its notifications.

import {h, button, facts, link, nothing, section} from '../dom.js';
import {get} from '../api.js';
import {instant, plusDays} from '../time.js';
import {to} from '../router.js';
import {state} from '../parts/signs.js';
import {table} from '../parts/table.js';
import {acknowledge, silence, silenceColumns} from './alerts.js';

/** The event in words: told-fired -> notified: firing. */
const NOTICES = {fired: 'firing', grew: 'scope has grown', repeated: 'repeated', digest: 'digest', acknowledged: 'acknowledged', expired: 'acknowledgement has expired', resolved: 'resolved'};
const eventOf = event => event.startsWith('told-') ? `notified: ${NOTICES[event.slice(5)] ?? event.slice(5)}` : event === 'quiet' ? 'no notifications' : event.replace(/-/g, ' ');

const story = [
  {name: 'When', value: event => instant(event.at)},
  {name: 'Event', head: true, value: event => eventOf(event.event)},
  {name: 'By', value: event => event.byWhom ?? '–'},
  {name: 'Details', value: event => event.text ?? '–'},
];

const messages = [
  {name: 'Notification channel', head: true, value: message => message.channel},
  {name: 'Kind', value: message => message.kind},
  {name: 'State', value: message => [state(message.state, {sent: 'good', waiting: 'info', dead: 'bad'}[message.state]), message.lastError ? h('p', {class: 'more'}, message.lastError) : null]},
  {name: 'Created', value: message => instant(message.createdAt)},
  {name: 'Completed', value: message => instant(message.settledAt)},
  {name: 'Attempts', kind: 'number', value: message => String(message.attempts)},
];

const nameOf = subject => subject.channelId ? link(to('channels', subject.channelId), subject.name ? `${subject.name} (${subject.channelId})` : String(subject.channelId)) : subject.name ?? subject.siteName ?? 'Wattline';

/** Days around the alert, for a chart: two before it, one after. */
const days = alert => ({start: plusDays(alert.startedAt.slice(0, 10), -2), end: plusDays((alert.resolvedAt ?? alert.startedAt).slice(0, 10), 2)});

/** More than these are behind the link to the channels of the site. */
const CHANNELS_MAX = 10;

/** Where to look next: the channels with their charts, gaps and dead letters, or those of the site. */
function ways(alert) {
  const named = [...(alert.members ?? []).map(({subject}) => subject), ...(alert.mentioned ?? [])].filter(subject => subject.channelId);
  const channels = [...new Map(named.map(subject => [subject.channelId, subject])).values()].slice(0, CHANNELS_MAX);
  const ofChannel = ({channelId, name}) => h('li', {}, link(to('channels', channelId, days(alert)), name ? `Chart of ${name} (${channelId})` : `Chart of ${channelId}`), ' · ', link(to('gaps', {channel: channelId}), 'gaps'), ' · ', link(to('dead-letters', {channel: channelId}), 'dead letters'));
  const ofSite = alert.siteId ? h('li', {}, link(to('channels', {site: alert.siteId}), `Channels of ${alert.siteName ?? alert.siteId}`), ' · ', link(to('gaps', {site: alert.siteId}), 'gaps')) : null;
  const service = channels.length || alert.siteId ? null : h('li', {}, link('#/health', 'Health of the service'), ' · ', link('#/runs', 'runs'));
  return h('ul', {class: 'plain'}, channels.map(ofChannel), ofSite, service);
}

const runbook = text => /^https?:/.test(text) ? h('a', {href: text, rel: 'noreferrer'}, text) : h('code', {}, text);

const about = ({subject, text, since}) => h('li', {}, nameOf(subject), `: ${text ?? ''}`, since ? h('span', {class: 'more'}, ' since ', instant(since)) : null);

export default {
  title: 'Alert', path: 'alerts/:id', heading: alert => alert.summary,
  load: ({id}, signal) => get('alerts/' + encodeURIComponent(id), {}, signal),
  view: (alert, parameters, refresh) => [h('p', {class: 'crumbs'}, link('#/alerts', 'Alerts')), h('h1', {tabindex: -1}, alert.summary),
    section('Alert', facts([['Severity', state(alert.severity)], ['State', state(alert.state)], ['Rule', alert.rule ? h('code', {}, alert.rule) : null], ['Site', alert.siteId ? link(to('channels', {site: alert.siteId}), alert.siteName ?? alert.siteId) : null], ['Since', instant(alert.startedAt, null, {focus: true})],
      ['Until', alert.resolvedAt ? instant(alert.resolvedAt, null, {focus: true}) : null], ['Acknowledged by', alert.acknowledgedBy], ['No notifications because', alert.quietReason]]),
    alert.details ? h('p', {class: 'prose'}, alert.details) : null,
    facts([['What to do', alert.action], ['Runbook', alert.runbook ? runbook(alert.runbook) : null]]),
    alert.state === 'resolved' ? null : h('p', {class: 'actions'}, alert.state === 'firing' ? button('Acknowledge …', () => acknowledge(alert, refresh), {class: 'main'}) : null, button('Silence …', () => silence(alert, refresh)))),
    alert.members?.length ? section('Scope', h('ul', {class: 'plain'}, alert.members.map(about))) : null,
    section('Where to look', ways(alert)),
    section('Silences', alert.silences?.length ? table('Silences of the alert', silenceColumns(refresh), alert.silences) : nothing('No silence covers this alert.')),
    section('History', alert.story?.length ? table('History', story, alert.story) : nothing('No events are recorded.')),
    section('Notifications', alert.messages?.length ? table('Notifications', messages, alert.messages) : nothing('No notifications were sent.'))],
};
