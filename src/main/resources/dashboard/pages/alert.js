// One alert: what was found, whom it is about, and its story.

import {h, button, facts, link, nothing, section} from '../dom.js';
import {get} from '../api.js';
import {instant} from '../time.js';
import {state} from '../parts/signs.js';
import {table} from '../parts/table.js';
import {acknowledge, silence} from './alerts.js';

const story = [
  {name: 'When', value: event => instant(event.at)},
  {name: 'What', head: true, value: event => String(event.event).replace(/-/g, ' ')},
  {name: 'Who', value: event => event.byWhom ?? '–'},
  {name: 'More', value: event => event.text ?? '–'},
];

const messages = [
  {name: 'Way', head: true, value: message => message.channel},
  {name: 'About', value: message => message.kind},
  {name: 'State', value: message => [state(message.state, {sent: 'good', waiting: 'info', dead: 'bad'}[message.state]), message.lastError ? h('p', {class: 'more'}, message.lastError) : null]},
  {name: 'Written', value: message => instant(message.createdAt)},
  {name: 'Settled', value: message => instant(message.settledAt)},
  {name: 'Tries', kind: 'number', value: message => String(message.attempts)},
];

const about = member => h('li', {}, member.text ?? member.subject?.words ?? JSON.stringify(member.subject ?? member), member.since ? h('span', {class: 'more'}, ' since ', instant(member.since)) : null);

export default {
  title: 'Alert', path: 'alerts/:id',
  load: ({id}, signal) => get('alerts/' + encodeURIComponent(id), {}, signal),
  view: (alert, parameters, refresh) => [h('p', {class: 'crumbs'}, link('#/alerts', 'Alerts')), h('h1', {tabindex: -1}, alert.summary),
    section('What', facts([['Severity', state(alert.severity)], ['State', state(alert.state)], ['Rule', alert.rule ? h('code', {}, alert.rule) : null], ['Site', alert.siteName], ['Since', instant(alert.startedAt, null, {focus: true})],
      ['Until', alert.resolvedAt ? instant(alert.resolvedAt, null, {focus: true}) : null], ['At it', alert.acknowledgedBy], ['Quiet', alert.quietReason]]),
    alert.details ? h('p', {class: 'prose'}, alert.details) : null,
    alert.state === 'resolved' ? null : h('p', {class: 'actions'}, alert.state === 'firing' ? button('Acknowledge …', () => acknowledge(alert, refresh), {class: 'main'}) : null, button('Silence …', () => silence(alert, refresh)))),
    alert.members?.length ? section('Whom it is about', h('ul', {class: 'plain'}, alert.members.map(about))) : null,
    section('Story', alert.story?.length ? table('Story', story, alert.story) : nothing('Nothing is noted.')),
    section('Messages', alert.messages?.length ? table('Messages', messages, alert.messages) : nothing('Nobody was told.'))],
};
