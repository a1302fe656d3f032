// The frame of every page: connection, open alerts, version.

import {h} from '../dom.js';
import {count} from '../format.js';
import {clock, commonZone} from '../time.js';

const WORDS = {live: 'Live', polling: 'Every 15 s', away: 'No connection', locked: 'Token required'};

/** Shows the state of the connection, and since when it is lost. */
export function linkState(node, state) {
  if (node.dataset.state === state) return;
  const since = state === 'away' ? ` since ${clock(new Date().toISOString(), commonZone())}` : '';
  node.dataset.state = state;
  node.replaceChildren(h('span', {class: 'dot', 'aria-hidden': 'true'}), WORDS[state] + since);
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
  foot.replaceChildren(`Wattline ${state.version ?? ''} · profile ${state.profile ?? '–'} · `, h('a', {href: 'api/openapi.json'}, 'API'), ' · ', h('a', {href: 'metrics'}, 'Metrics'), ' · ',
    h('a', {href: 'health'}, 'Health'));
}

/** Shows the result of an action for a few seconds; screen readers read it out. */
export function toast(text) {
  const node = h('p', {class: 'toast'}, text);
  document.getElementById('toasts').append(node);
  setTimeout(() => node.remove(), 8000);
}
