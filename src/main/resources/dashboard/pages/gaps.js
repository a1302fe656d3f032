// Gaps, and the backfill jobs that request them again.

import {h, button, link, nothing, section} from '../dom.js';
import {get} from '../api.js';
import {count, duration, plural} from '../format.js';
import {instant, span} from '../time.js';
import {to} from '../router.js';
import {state} from '../parts/signs.js';
import {choice, pager, table} from '../parts/table.js';
import {askAndAct} from '../parts/ask.js';

const FILLABLE = {true: 'can be filled', false: 'the source has no data', null: 'unknown yet'};

const gapColumns = [
  {name: 'Channel', head: true, value: gap => link(to('channels', gap.channelId, {start: gap.start, end: gap.end}), gap.channelName ?? String(gap.channelId))},
  {name: 'Missing from – to', value: gap => span(gap.start, gap.end, gap.timezone)},
  {name: 'Readings', kind: 'number', value: gap => count(gap.readings)},
  {name: 'Reason', value: gap => String(gap.reason ?? 'unknown').replace(/_/g, ' ')},
  {name: 'Fillable', value: gap => [FILLABLE[gap.fillable], gap.lastAnswer ? h('p', {class: 'more'}, gap.lastAnswer) : null]},
  {name: 'State', value: gap => state(gap.state)},
];

const DEED = {pause: ['Pause', 'The job waits until it is resumed.', 'The job is paused.'], resume: ['Resume', 'The job continues where it stopped.', 'The job is running.'], cancel: ['Cancel', 'What was read is kept; the rest is not read.', 'The job is cancelled.']};

const deed = (job, what, done) => button(DEED[what][0] + ' …', () => askAndAct({title: `${DEED[what][0]} job ${job.jobId}`, text: DEED[what][1], confirm: DEED[what][0] + ' the job', danger: what === 'cancel', done,
  what: () => ['backfills/' + what, {job: job.jobId}, DEED[what][2]]}), {'data-key': `${what}-${job.jobId}`, 'aria-label': `${DEED[what][0]} job ${job.jobId}`});

/** What can be done with a job. */
export const actions = (job, refresh) => h('span', {class: 'actions'}, job.state === 'open' ? deed(job, 'pause', refresh) : null, job.state === 'paused' ? deed(job, 'resume', refresh) : null,
  ['open', 'paused'].includes(job.state) ? deed(job, 'cancel', refresh) : null);

export const progress = job => [h('progress', {max: Math.max(1, job.windows), value: job.windowsOver, 'aria-label': `Job ${job.jobId}`}),
  h('span', {class: 'more'}, ` ${count(job.windowsOver)} of ${plural(job.windows, 'window')}${job.secondsLeft ? ', ' + duration(job.secondsLeft) + ' left' : ''}`)];

/** Columns of a list of jobs, here and on the page of all jobs. */
export const jobColumns = refresh => [
  {name: 'Job', head: true, value: job => [link(to('backfills', job.jobId), `${job.jobId} ${job.kind}`), h('span', {class: 'more'}, ` by ${job.createdBy}`)]},
  {name: 'Opened', value: job => instant(job.createdAt)},
  {name: 'State', value: job => [state(job.state, {open: 'info'}[job.state]), job.error ? h('p', {class: 'more clamp', title: job.error}, job.error) : null]},
  {name: 'Progress', kind: 'wide', value: progress},
  {name: 'Readings', kind: 'number', value: job => count(job.fetched)},
  {name: 'New', kind: 'number', value: job => count(job.inserted)},
  {name: 'Failed', kind: 'number', value: job => count(job.windowsFailed)},
  {name: 'Actions', value: job => actions(job, refresh)},
];

const opened = ({job}) => job ? `Job ${job} is open.` : 'There is nothing to read.';

const ids = text => text.split(/[\s,]+/).filter(Boolean).map(Number);

const startDays = done => askAndAct({title: 'Read days again', text: 'The source is asked for every reading of these days (UTC). What is there already is not rewritten.', confirm: 'Start', done,
  fields: [{name: 'startDate', label: 'First day', type: 'date'}, {name: 'endDate', label: 'End, not included', type: 'date'}, {name: 'channels', label: 'Channels', required: false, hint: 'Numbers, separated by spaces. Empty: all.'}],
  what: ({startDate, endDate, channels}) => ['backfills', {startDate, endDate, ...(channels.trim() ? {channels: ids(channels)} : {})}, opened]});

const startGaps = done => askAndAct({title: 'Fill the gaps', text: 'Requests every open gap from the source, except those that the source has refused for good.', confirm: 'Start', done,
  fields: [{name: 'channels', label: 'Channels', required: false, hint: 'Numbers, separated by spaces. Empty: all.'}],
  what: ({channels}) => ['backfills', {gaps: true, ...(channels.trim() ? {channels: ids(channels)} : {})}, opened]});

export default {
  title: 'Gaps', path: 'gaps',
  load: async ({state: which, site, channel, after}, signal) => {
    const [list, jobs] = await Promise.all([get('gaps', {state: which === 'all' ? 'all' : 'open', site, channel, limit: 50, after}, signal), get('backfills', {limit: 10}, signal)]);
    return {list, jobs};
  },
  view: ({list, jobs}, parameters, refresh) => [h('h1', {tabindex: -1}, 'Gaps and backfill'), h('p', {class: 'lead'}, 'Readings that should exist but do not, and the jobs that request them from the source again.'),
    section('Backfill jobs', h('p', {class: 'actions'}, button('Fill the gaps …', () => startGaps(refresh), {class: 'main', 'data-key': 'start-gaps'}), button('Read days again …', () => startDays(refresh), {'data-key': 'start-days'})),
      jobs.items.length === 0 ? nothing('No jobs yet.') : [table('Backfill jobs', jobColumns(refresh), jobs.items), jobs.next ? h('p', {}, link('#/backfills', 'All backfill jobs')) : null]),
    section('Gaps', choice('State', 'state', parameters.state, [[null, 'Open'], ['all', 'Open and closed']]),
      list.items.length === 0 ? nothing('No gaps.') : table('Gaps', gapColumns, list.items), pager(list, parameters.after))],
};
