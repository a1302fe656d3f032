// Dead letters by rule and one by one; they can be replayed or discarded.

import {h, button, link, nothing, section} from '../dom.js';
import {get} from '../api.js';
import {count} from '../format.js';
import {instant} from '../time.js';
import {to, withQuery} from '../router.js';
import {state} from '../parts/signs.js';
import {choice, pager, table} from '../parts/table.js';
import {askAndAct, askAndRepeat} from '../parts/ask.js';

const outcome = ({kept, rejected, broken}) => `Replayed: ${count(kept)} kept, ${count(rejected)} rejected again${broken ? `, ${count(broken)} failed and stay open` : ''}.`;

export const replay = (which, text, done) => askAndAct({title: 'Replay', text, confirm: 'Replay', done, what: () => ['dead-letters/replay', which, outcome]});

const plus = (sum, answer) => Object.fromEntries(['kept', 'rejected', 'broken'].map(name => [name, (sum[name] ?? 0) + answer[name]]));

const replayAll = (rule, done) => askAndRepeat({title: 'Replay all', text: `All open dead letters of rule ${rule} are validated again by the present rules. Closing the dialog stops after the part in progress.`,
  confirm: 'Replay all', done, path: 'dead-letters/replay', body: {rule}, add: plus, words: outcome});

const discardAll = (rule, done) => askAndRepeat({title: 'Discard all', text: `All open dead letters of rule ${rule} are discarded; their payloads are kept.`, confirm: 'Discard all', danger: true, done,
  fields: [{name: 'reason', label: 'Reason'}], path: 'dead-letters/discard', body: {rule}, add: (sum, answer) => ({discarded: (sum.discarded ?? 0) + answer.discarded.length}),
  words: ({discarded}) => `Discarded: ${count(discarded)}.`});

export const discard = (ids, text, done) => askAndAct({title: 'Discard', text, confirm: 'Discard', danger: true, done, fields: [{name: 'reason', label: 'Reason'}],
  what: ({reason}) => ['dead-letters/discard', {ids, reason}, 'Discarded. The payload is kept.']});

const actions = (letter, refresh) => letter.status !== 'open' ? '–' : h('span', {class: 'actions'},
  button('Replay …', () => replay({ids: [letter.id]}, letter.reason, refresh), {'data-key': `replay-${letter.id}`, 'aria-label': `Replay dead letter ${letter.id}`}),
  button('Discard …', () => discard([letter.id], letter.reason, refresh), {'data-key': `discard-${letter.id}`, 'aria-label': `Discard dead letter ${letter.id}`}));

export const setAside = ({columns: names}) => names.length === 0 ? 'the reading' : [h('code', {}, names.join(', ')), ' only'];

const columns = refresh => [
  {name: 'Dead letter', head: true, value: letter => link(to('dead-letters', letter.id), String(letter.id))},
  {name: 'Channel', value: letter => letter.channelId ? link(to('channels', letter.channelId), letter.channelName ?? String(letter.channelId)) : 'unknown'},
  {name: 'Reading of', value: letter => instant(letter.readingTimestamp, letter.timezone)},
  {name: 'Rule', value: letter => h('code', {}, letter.rule)},
  {name: 'Set aside', value: setAside},
  {name: 'Reason', kind: 'wide', value: letter => h('div', {class: 'clamp', title: letter.reason}, letter.reason)},
  {name: 'Received', value: letter => [instant(letter.receivedAt), letter.timesSeen > 1 ? h('span', {class: 'more'}, ` ${count(letter.timesSeen)} times`) : null]},
  {name: 'State', value: letter => state(letter.status)},
  {name: 'Actions', value: letter => actions(letter, refresh)},
];

const byRule = (rules, refresh) => rules.length === 0 ? nothing('No open dead letters.') : table('Open dead letters by rule', [
  {name: 'Rule', head: true, value: item => link(withQuery({rule: item.rule, after: null}), item.rule)},
  {name: 'Open', kind: 'number', value: item => count(item.open)},
  {name: 'Reading kept', kind: 'number', value: item => count(item.partial)},
  {name: 'Channels', kind: 'number', value: item => count(item.channels)},
  {name: 'Newest', value: item => instant(item.newest)},
  {name: 'Actions', value: item => h('span', {class: 'actions'}, button('Replay all …', () => replayAll(item.rule, refresh), {'data-key': `all-${item.rule}`, 'aria-label': `Replay all of ${item.rule}`}),
    button('Discard all …', () => discardAll(item.rule, refresh), {'data-key': `discard-all-${item.rule}`, 'aria-label': `Discard all of ${item.rule}`}))},
], rules);

function search({channel, rule}) {
  const go = event => {
    event.preventDefault();
    location.hash = withQuery({...Object.fromEntries(new FormData(event.target)), after: null});
  };
  return h('form', {class: 'search', role: 'search', 'aria-label': 'Dead letters', on: {submit: go}},
    h('div', {class: 'field'}, h('label', {for: 'rule'}, 'Rule'), h('input', {id: 'rule', name: 'rule', value: rule ?? '', autocomplete: 'off'})),
    h('div', {class: 'field'}, h('label', {for: 'channel'}, 'Channel'), h('input', {id: 'channel', name: 'channel', value: channel ?? '', inputmode: 'numeric', autocomplete: 'off'})),
    h('button', {type: 'submit', class: 'main'}, 'Filter'));
}

export default {
  title: 'Dead letters', path: 'dead-letters',
  load: async ({status, rule, channel, after}, signal) => {
    const [list, rules] = await Promise.all([get('dead-letters', {status: status ?? 'open', rule, channel, limit: 50, after}, signal), get('dead-letters/rules', {}, signal)]);
    return {list, rules: rules.items};
  },
  view: ({list, rules}, parameters, refresh) => [h('h1', {tabindex: -1}, 'Dead letters'), h('p', {class: 'lead'}, 'Readings, or single values of them, that broke a rule. Nothing is lost: correct the rule or the meter, then replay them.'),
    section('By rule', byRule(rules, refresh)), section('Dead letters', search(parameters),
      choice('State', 'status', parameters.status, [[null, 'Open'], ['replayed', 'Replayed'], ['discarded', 'Discarded']]),
      list.items.length === 0 ? nothing('No dead letter matches.') : table('Dead letters', columns(refresh), list.items), pager(list, parameters.after))],
};
