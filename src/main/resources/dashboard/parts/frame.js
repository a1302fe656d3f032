// What stands around every page: the line to the service, open alerts, version.

import {h} from '../dom.js';
import {count} from '../format.js';
import {clock, commonZone} from '../time.js';

const WORDS = {live: 'Live', polling: 'Every 15 s', away: 'No answer', locked: 'Token needed'};

/** Says how fresh the page is, and since when it is not. */
export function linkState(node, state) {
  if (node.dataset.state === state) return;
  const since = state === 'away' ? ` since ${clock(new Date().toISOString(), commonZone())}` : '';
  node.dataset.state = state;
  node.replaceChildren(h('span', {class: 'dot', 'aria-hidden': 'true'}), WORDS[state] + since);
}

/** The number of open alerts beside the page's name. */
export function sayAlerts(pages, state) {
  const open = Object.values(state.alertsOpen ?? {}).reduce((sum, n) => sum + n, 0);
  const here = pages.querySelector('a[href="#/alerts"]');
  here.replaceChildren('Alerts', open ? h('span', {class: state.alertsOpen.critical ? 'badge bad' : 'badge', 'aria-label': `, ${count(open)} open`}, count(open)) : '');
}

/** A screen reader hears the headline when it changes, on whatever page. */
export function sayNews(node, state) {
  if (node.textContent !== state.headline) node.textContent = state.headline;
}

export function sayVersion(foot, state) {
  foot.replaceChildren(`Wattline ${state.version ?? ''} · profile ${state.profile ?? '–'} · `, h('a', {href: 'api/openapi.json'}, 'API'), ' · ', h('a', {href: 'metrics'}, 'Metrics'), ' · ',
    h('a', {href: 'health'}, 'Health'));
}

/** A short word of what was done, read out by screen readers. */
export function toast(text) {
  const node = h('p', {class: 'toast'}, text);
  document.getElementById('toasts').append(node);
  setTimeout(() => node.remove(), 8000);
}
