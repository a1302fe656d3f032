// The frame of every page: connection, open alerts, version.

import {h, link} from '../dom.js';
import {count} from '../format.js';
import {clock, commonZone, instant} from '../time.js';

const WORDS = {live: 'Live', polling: 'Every 15 s', away: 'No connection', stale: 'No data', locked: 'Token required'};

const LOST = ['away', 'stale'];
const now = () => new Date().toISOString();

/** Shows the state of the connection, and since when it is lost. What is shown of a service that is lost does not look well. */
export function linkState(node, state, since = now()) {
  if (node.dataset.state === state || (state === 'live' && node.dataset.state === 'stale')) return;
  const words = LOST.includes(state) ? `${WORDS[state]} since ${clock(since, commonZone())}` : WORDS[state];
  node.dataset.state = state;
  document.body.toggleAttribute('data-stale', LOST.includes(state));
  node.replaceChildren(h('span', {class: 'dot', 'aria-hidden': 'true'}), words);
}

/** The service responds, but cannot read its data. */
export const stale = (node, {since, detail}) => { node.title = detail; linkState(node, 'stale', since); };

/** The service has sent an overview. */
export function fresh(node) {
  if (!LOST.includes(node.dataset.state)) return;
  node.removeAttribute('title');
  node.dataset.state = '';
  linkState(node, 'live');
}

/** What is wrong with the service itself, on every page but the overview, which says it at the top. */
export function sayTroubles(node, {troubles = []}) {
  node.hidden = troubles.length === 0;
  node.replaceChildren(...troubles.map(({part, since, reason}) => h('p', {}, h('strong', {}, part), `: ${reason} `, h('span', {class: 'since'}, '(since ', instant(since), ')'))));
}

/** Shows the number of open alerts in the navigation. */
export function sayAlerts(pages, state) {
  const open = Object.values(state.alertsOpen ?? {}).reduce((sum, n) => sum + n, 0);
  const here = pages.querySelector('a[href="#/alerts"]');
  here.replaceChildren('Alerts', open ? h('span', {class: state.alertsOpen.critical ? 'badge bad' : 'badge', 'aria-label': `, ${count(open)} open`}, count(open)) : '');
}

/** Makes a screen reader read the headline when it changes, on every page. */
export function sayNews(node, state) {
  if (node.textContent !== state.headline) node.textContent = state.headline;
}

export function sayVersion(foot, state) {
  foot.replaceChildren(`Wattline ${state.version ?? ''} · profile ${state.profile ?? '–'} · `, h('a', {href: 'api/openapi.json'}, 'API'), ' · ', link('#/metrics', 'Metrics'), ' · ', link('#/health', 'Health'));
}

/** Shows the result of an action for a few seconds; screen readers read it out. */
export function toast(text) {
  const node = h('p', {class: 'toast'}, text);
  document.getElementById('toasts').append(node);
  setTimeout(() => node.remove(), 8000);
}
