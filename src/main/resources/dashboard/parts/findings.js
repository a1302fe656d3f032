// Findings of the checks over stored readings. A person can accept a finding: the readings are right.

import {h, button} from '../dom.js';
import {instant, span} from '../time.js';
import {askAndAct} from './ask.js';
import {state} from './signs.js';

const accept = (finding, done) => askAndAct({title: 'Accept the finding', text: `An accepted finding lowers no grade, raises no alert and marks no reading. ${finding.reason}`, confirm: 'Accept', done,
  fields: [{name: 'reason', label: 'Reason', hint: 'Shown beside the finding.'}, {name: 'until', label: 'Until', type: 'date', required: false, hint: 'First day (UTC) on which the finding counts again. Empty: never.'}],
  what: ({reason, until}) => ['findings/accept', {finding: finding.findingId, reason, ...(until ? {until} : {})}, 'Accepted.']});

const withdraw = (finding, done) => askAndAct({title: 'Withdraw the acceptance', text: `The finding counts again and marks its readings. ${finding.reason}`, confirm: 'Withdraw', done,
  what: () => ['findings/withdraw', {finding: finding.findingId}, 'The finding counts again.']});

const word = finding => !finding.acceptedBy ? '–' : [state(finding.counts ? 'acceptance ended' : 'accepted', finding.counts ? 'idle' : 'good'), h('p', {class: 'more'}, finding.acceptedReason),
  h('p', {class: 'more'}, `by ${finding.acceptedBy}`, finding.acceptedUntil ? [' until ', instant(finding.acceptedUntil, 'UTC')] : null)];

const deed = (name, what, finding, refresh) => button(name + ' …', () => what(finding, refresh), {'data-key': `${name}-${finding.findingId}`, 'aria-label': `${name}: ${finding.rule}, ${finding.reason}`});

/** Columns of a table of findings; refresh shows what has become of one. */
export const findingColumns = (zone, refresh) => [
  {name: 'Severity', value: finding => state(finding.severity)},
  {name: 'Rule', head: true, value: finding => h('code', {}, finding.rule)},
  {name: 'From – to', value: finding => span(finding.start, finding.end, zone)},
  {name: 'Finding', kind: 'wide', value: finding => finding.reason},
  {name: 'Acceptance', value: word},
  {name: 'Actions', value: finding => h('span', {class: 'actions'}, finding.counts ? deed('Accept', accept, finding, refresh) : deed('Withdraw', withdraw, finding, refresh))},
];
