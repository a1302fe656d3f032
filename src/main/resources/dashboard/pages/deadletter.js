// One dead letter: every reason, and the payload from the source.

import {h, button, facts, link, section} from '../dom.js';
import {get} from '../api.js';
import {count} from '../format.js';
import {instant} from '../time.js';
import {to} from '../router.js';
import {state} from '../parts/signs.js';
import {table} from '../parts/table.js';
import {discard, replay, setAside} from './deadletters.js';

const failures = [{name: 'Rule', head: true, value: failure => h('code', {}, failure.rule)}, {name: 'Reason', value: failure => failure.reason}];

export default {
  title: 'Dead letter', path: 'dead-letters/:id', heading: letter => `Dead letter ${letter.id}`,
  load: ({id}, signal) => get('dead-letters/' + encodeURIComponent(id), {}, signal),
  view: (letter, {id}, refresh) => [h('p', {class: 'crumbs'}, link('#/dead-letters', 'Dead letters')), h('h1', {tabindex: -1}, `Dead letter ${id}`),
    section('Reason', h('p', {class: 'prose'}, letter.reason), facts([['State', state(letter.status)], ['Rule', h('code', {}, letter.rule)], ['Rule set', letter.ruleSet], ['Set aside', setAside(letter)],
      ['Channel', letter.channelId ? link(to('channels', letter.channelId), letter.channelName ?? String(letter.channelId)) : 'unknown'], ['Reading of', instant(letter.readingTimestamp, letter.timezone, {focus: true})],
      ['Stage', letter.stage], ['First received', instant(letter.receivedAt, null, {focus: true})], ['Times received', count(letter.timesSeen)], ['Run', letter.runId ? link(to('runs', letter.runId), String(letter.runId)) : null],
      ['Closed', letter.closedAt ? [instant(letter.closedAt), ` by ${letter.closedBy ?? '–'}`] : null], ['Reason for closing', letter.closeReason]]),
    letter.failures?.length ? table('Every rule that failed', failures, letter.failures, {hideCaption: false}) : null,
    letter.status === 'open' ? h('p', {class: 'actions'}, button('Replay …', () => replay({ids: [letter.id]}, letter.reason, refresh), {class: 'main'}), button('Discard …', () => discard([letter.id], letter.reason, refresh))) : null),
    section('Payload', h('pre', {class: 'payload', tabindex: 0, 'aria-label': 'Payload'}, JSON.stringify(letter.payload, null, 2)))],
};
