// Findings of the checks over stored readings, and a person's word that the readings are right.

import {h, button} from '../dom.js';
import {instant, span} from '../time.js';
import {askAndAct} from './ask.js';
import {state} from './signs.js';

const accept = (finding, done) => askAndAct({title: 'Accept the finding', text: `${finding.reason} The readings are right all the same: it lowers no grade, raises no alert and marks no reading.`, confirm: 'Accept', done,
  fields: [{name: 'reason', label: 'Why', hint: 'Others read it beside the finding.'}, {name: 'until', label: 'Until', type: 'date', required: false, hint: 'First day (UTC) on which it counts again. Empty: for ever.'}],
  what: ({reason, until}) => ['findings/accept', {finding: finding.findingId, reason, ...(until ? {until} : {})}, 'Accepted.']});

const withdraw = (finding, done) => askAndAct({title: 'Withdraw the acceptance', text: `${finding.reason} It counts again, and marks its readings.`, confirm: 'Withdraw', done,
  what: () => ['findings/withdraw', {finding: finding.findingId}, 'It counts again.']});

const word = finding => !finding.acceptedBy ? '–' : [state(finding.counts ? 'accepted, which is over' : 'accepted', finding.counts ? 'idle' : 'good'), h('p', {class: 'more'}, finding.acceptedReason),
  h('p', {class: 'more'}, `by ${finding.acceptedBy}`, finding.acceptedUntil ? [' until ', instant(finding.acceptedUntil, 'UTC')] : null)];

const deed = (name, what, finding, refresh) => button(name + ' …', () => what(finding, refresh), {'data-key': `${name}-${finding.findingId}`, 'aria-label': `${name}: ${finding.rule}, ${finding.reason}`});

/** Columns of a table of findings; refresh shows what has become of one. */
export const findingColumns = (zone, refresh) => [
  {name: 'Severity', value: finding => state(finding.severity)},
  {name: 'Rule', head: true, value: finding => h('code', {}, finding.rule)},
  {name: 'From – to', value: finding => span(finding.start, finding.end, zone)},
  {name: 'Found', kind: 'wide', value: finding => finding.reason},
  {name: 'Somebody’s word', value: word},
  {name: 'Do', value: finding => h('span', {class: 'actions'}, finding.counts ? deed('Accept', accept, finding, refresh) : deed('Withdraw', withdraw, finding, refresh))},
];
