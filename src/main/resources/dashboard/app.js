// Starts the dashboard: pages, navigation, connection, token and time zone.

import {h, link} from './dom.js';
import {find, where} from './router.js';
import {Stage} from './stage.js';
import {follow} from './live.js';
import {getOnce} from './api.js';
import {setUnits} from './format.js';
import {setCommonZone, showUtc} from './time.js';
import {askForToken} from './parts/ask.js';
import {fresh, linkState, sayAlerts, sayNews, sayTroubles, sayVersion, stale} from './parts/frame.js';
import overview from './pages/overview.js';
import channels from './pages/channels.js';
import channel from './pages/channel.js';
import reading from './pages/reading.js';
import alerts from './pages/alerts.js';
import alert from './pages/alert.js';
import deadLetters from './pages/deadletters.js';
import deadLetter from './pages/deadletter.js';
import anomalies from './pages/anomalies.js';
import forecasts from './pages/forecasts.js';
import gaps from './pages/gaps.js';
import runs from './pages/runs.js';
import run from './pages/run.js';
import audit from './pages/audit.js';
import backfill from './pages/backfill.js';
import backfills from './pages/backfills.js';
import health from './pages/health.js';
import metrics from './pages/metrics.js';
import site from './pages/site.js';

const PAGES = [overview, site, channels, channel, reading, alerts, alert, deadLetters, deadLetter, gaps, anomalies, forecasts, runs, run, audit, backfill, backfills, health, metrics];
const NAVIGATION = [['#/', 'Overview'], ['#/channels', 'Channels'], ['#/alerts', 'Alerts'], ['#/dead-letters', 'Dead letters'], ['#/gaps', 'Gaps'], ['#/anomalies', 'Anomalies'], ['#/forecasts', 'Forecasts'], ['#/runs', 'Runs'], ['#/audit', 'Audit']];
/** The shortest time between two refreshes of a page, however often the service reports changes. */
const REFRESH_MIN_MILLIS = 5000;

const GROUND_WAIT_MILLIS = 300;

const element = id => document.getElementById(id);
// the first value needs the zone of the sites and the units; if they are late, the page starts with UTC and without units
const ground = Promise.all([getOnce('sites', {limit: 500}).then(sites => setCommonZone([...new Set(sites.items.map(site => site.timezone))])), getOnce('columns').then(columns => setUnits(columns.items))]).catch(() => {});
const stage = new Stage(element('content'), element('notice'), askForToken, Promise.race([ground, new Promise(soon => setTimeout(soon, GROUND_WAIT_MILLIS))]));
const missing = {title: 'Not found', load: async () => null, view: () => [h('h1', {tabindex: -1}, 'Not found'), h('p', {}, 'This page does not exist. ', link('#/', 'Overview'))]};

function open() {
  const {page, parameters} = find(PAGES, where()) ?? {page: missing, parameters: {}};
  const here = '#/' + (where().path[0] ?? '').replace('backfills', 'gaps');
  element('pages').querySelectorAll('a').forEach(a => a.getAttribute('href') === here ? a.setAttribute('aria-current', 'page') : a.removeAttribute('aria-current'));
  element('banner').toggleAttribute('data-said', page.path === '');
  stage.open(page, parameters);
}

element('pages').append(h('ul', {}, NAVIGATION.map(([hash, name]) => h('li', {}, link(hash, name)))));
element('skip').addEventListener('click', event => { event.preventDefault(); element('content').focus(); });
element('key').addEventListener('click', () => askForToken(() => stage.refresh()));
element('zone').addEventListener('click', event => {
  const on = event.currentTarget.getAttribute('aria-pressed') !== 'true';
  event.currentTarget.setAttribute('aria-pressed', String(on));
  showUtc(on);
  stage.again();
});

let refreshedAt = 0;
let later;
const refreshSoon = () => {
  clearTimeout(later);
  later = setTimeout(() => { refreshedAt = Date.now(); stage.refresh(); }, Math.max(0, refreshedAt + REFRESH_MIN_MILLIS - Date.now()));
};
follow({
  overview: state => {
    fresh(element('link'));
    sayAlerts(element('pages'), state);
    sayTroubles(element('banner'), state);
    sayVersion(element('foot'), state);
    sayNews(element('news'), state);
    refreshSoon();
  },
  unavailable: trouble => {
    stale(element('link'), trouble);
    refreshSoon();
  },
  link: state => linkState(element('link'), state),
});

window.addEventListener('hashchange', open);
document.addEventListener('visibilitychange', () => stage.refresh());
ground.then(() => stage.again());
open();
