// One backfill job: what it reads, how far it is, and its last error in full.

import {h, facts, link, section} from '../dom.js';
import {get} from '../api.js';
import {count, duration} from '../format.js';
import {instant, span} from '../time.js';
import {state} from '../parts/signs.js';
import {actions, progress} from './gaps.js';

const rate = job => job.state === 'open' ? `${count(job.readingsPerSecond)} readings a second` : null;

export default {
  title: 'Backfill job', path: 'backfills/:id', heading: job => `Backfill job ${job.jobId}`,
  load: ({id}, signal) => get('backfills/' + encodeURIComponent(id), {}, signal),
  view: (job, {id}, refresh) => [h('p', {class: 'crumbs'}, link('#/gaps', 'Gaps and backfill'), ' / ', link('#/backfills', 'Jobs')), h('h1', {tabindex: -1}, `Backfill job ${id}`),
    section('Job', facts([['Kind', job.kind], ['State', state(job.state, {open: 'info'}[job.state])], ['Range', job.rangeStart ? span(job.rangeStart, job.rangeEnd, 'UTC') : 'open gaps'], ['Channels', count(job.channels)],
      ['Opened', [instant(job.createdAt, null, {focus: true}), ` by ${job.createdBy}`]], ['Finished', job.finishedAt ? instant(job.finishedAt, null, {focus: true}) : null],
      ['Progress', progress(job)], ['Speed', rate(job)], ['Time left', job.secondsLeft ? duration(job.secondsLeft) : null]]), h('p', {}, actions(job, refresh))),
    section('Result', facts([['Readings', count(job.fetched)], ['New', count(job.inserted)], ['Changed', count(job.updated)], ['Rejected', count(job.rejected)], ['Windows failed', count(job.windowsFailed)],
      ['Last error', job.error]]))],
};
