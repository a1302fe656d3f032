// The overview: the state of the service, completeness by day, open alerts, sites and the last runs.

import {h, button, facts, link, nothing, section} from '../dom.js';
import {get} from '../api.js';
import {count, duration, percent, plural} from '../format.js';
import {instant} from '../time.js';
import {to} from '../router.js';
import {heatmap} from '../parts/heatmap.js';
import {grade, scale, sign, state} from '../parts/signs.js';
import {pager, table} from '../parts/table.js';
import {askAndAct} from '../parts/ask.js';
import {runColumns} from './runs.js';

const NARROW = 560;

const headline = overview => h('div', {class: 'headline ' + overview.level}, sign(overview.level),
  h('div', {}, h('h1', {tabindex: -1}, overview.headline), h('p', {class: 'more'}, 'as of ', instant(overview.now)), h('ul', {}, overview.reasons.filter(reason => reason !== overview.headline).map(reason => h('li', {}, reason)))));

const dial = (name, value, more, hash) => h('li', {}, h(hash ? 'a' : 'div', {class: 'dial', href: hash}, h('span', {class: 'name'}, name), h('strong', {}, value), h('span', {class: 'more'}, more)));

/** One channel's figures: whose they are, and what they count from. */
const behind = channel => channel ? [`${channel.channelName ?? channel.channelId}, last reading `, instant(channel.lastReading)] : 'no channel has a reading';

function dials(overview) {
  const {channels, alertsOpen} = overview;
  const alerts = alertsOpen.critical + alertsOpen.warning + alertsOpen.info;
  return h('ul', {class: 'dials'},
    dial('Complete, 7 days', percent(overview.completeness), scale(overview.completeness)),
    dial('Behind by', duration(overview.lagSeconds), behind(overview.laggingChannel), overview.laggingChannel && to('channels', overview.laggingChannel.channelId)),
    dial('Channels live', count(channels.live), [plural(channels.dead, 'dead', 'dead'), ', ', `${count(channels.paused)} paused, ${count(channels.quarantined)} in quarantine`], '#/channels'),
    dial('Alerts', count(alerts), alerts ? `${count(alertsOpen.critical)} critical, ${count(alertsOpen.warning)} warnings` : 'none open', '#/alerts'),
    dial('Missing readings', count(overview.readingsMissing), `in ${plural(overview.gapsOpen, 'open gap')}`, '#/gaps'),
    dial('Dead letters', count(overview.deadLettersOpen), ['open', overview.spoolFiles ? `; ${plural(overview.spoolFiles, 'response')} in the spool` : ''], '#/dead-letters'));
}

function source(overview, refresh) {
  const paused = overview.ingestionPaused;
  const turn = button(paused ? 'Resume ingestion …' : 'Pause ingestion …', () => askAndAct({
    title: paused ? 'Resume ingestion' : 'Pause ingestion', confirm: paused ? 'Resume' : 'Pause', danger: !paused, done: refresh,
    text: paused ? 'Polls and backfill continue.' : 'Polls and backfill wait until somebody resumes them, also across a restart of the service.',
    what: () => [paused ? 'ingestion/resume' : 'ingestion/pause', {}, paused ? 'Ingestion is running.' : 'Ingestion is paused.']}), {'data-key': 'ingestion'});
  return section('Ingestion', facts([['Source', state(overview.source, {unknown: 'idle', responding: 'good', silent: 'bad'}[overview.source])], ['Circuit breaker', state(overview.breaker)], ['Ingestion', paused ? state('paused') : state('running', 'good')], ['Responses in the spool', count(overview.spoolFiles)]]), turn);
}

const sites = list => list.items.length === 0 ? nothing('No site is known yet. The first metadata sync lists them.') : table('Sites', [
  {name: 'Site', head: true, value: site => link(to('sites', site.siteId), site.name ?? site.siteId)},
  {name: 'Time zone', value: site => site.timezone ?? 'UTC'},
  {name: 'Channels', kind: 'number', value: site => link(to('channels', {site: site.siteId}), count(site.channels))},
  {name: 'Complete, 7 days', kind: 'number', value: site => percent(site.completeness)},
  {name: 'Grade', value: site => grade(site.grade)}], list.items);

/** Grading all channels takes the service a moment. The rest of the page does not wait for it; until then the sites are those of the last load. */
let lastSites = null;
function sitesPanel(asked) {
  const box = h('div', {}, lastSites ? sites(lastSites) : h('p', {class: 'waiting'}, 'Loading …'));
  asked.then(list => { lastSites = list; box.replaceChildren(sites(list)); }, problem => problem.name !== 'AbortError' && box.replaceChildren(h('p', {class: 'failed'}, problem.message)));
  return section('Sites', box);
}

const alertList = (list, open) => list.items.length === 0 ? nothing('No open alerts.') : [h('ul', {class: 'rows'}, list.items.map(alert =>
  h('li', {}, state(alert.severity), link(to('alerts', alert.alertId), alert.summary), h('span', {class: 'more'}, 'since ', instant(alert.startedAt))))),
  list.next ? h('p', {}, link('#/alerts', `All ${count(open)} open alerts`)) : null];

/** A person who is called at night needs the alerts first. */
const whatIsWrongFirst = (alerts, alertsAndSource, completeness) => alerts.items.length ? [alertsAndSource, completeness] : [completeness, alertsAndSource];

export default {
  title: 'Overview', path: '',
  load: async ({after}, signal) => {
    const days = window.innerWidth < NARROW ? 14 : 30;
    const siteList = get('sites', {limit: 50}, signal);
    siteList.catch(() => { /* shown in the panel of the sites */ });
    const [overview, map, alerts] = await Promise.all([get('overview', {}, signal), get('heatmap', {days, limit: 100, after}, signal), get('alerts', {state: 'open', limit: 6}, signal)]);
    return {overview, map, siteList, alerts};
  },
  view: ({overview, map, siteList, alerts}, {after}, refresh) => [
    headline(overview), dials(overview),
    ...whatIsWrongFirst(alerts, h('div', {class: 'pair'}, section('Open alerts', alertList(alerts, Object.values(overview.alertsOpen).reduce((sum, n) => sum + n, 0))), source(overview, refresh)),
      section('Completeness by day', map.items.length === 0 ? nothing('No channel is known yet.') : heatmap(map), pager(map, after))),
    sitesPanel(siteList),
    section('Last runs', overview.runs.length === 0 ? nothing('No runs yet.') : table('Last runs', runColumns, overview.runs)),
  ],
};
