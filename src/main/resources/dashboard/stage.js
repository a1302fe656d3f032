// Loads and shows a page and keeps it up to date; shows what is wrong and tries again. Focus and scroll position stay.

import {h, button} from './dom.js';
import {clock, commonZone} from './time.js';
import {isBusy, keep} from './parts/keep.js';

const RETRY_MILLIS = 5000;

export class Stage {
  /** @param ready what every page waits for */
  constructor(content, notice, askForToken, ready) {
    Object.assign(this, {content, notice, askForToken, ready, turn: 0, shownAt: null});
  }

  /** Shows another page from its top. */
  async open(page, parameters) {
    Object.assign(this, {page, parameters, shownAt: null});
    document.title = `${page.title} – Wattline`;
    this.content.setAttribute('aria-busy', 'true');
    await this.load(true);
  }

  /** Loads the same page again; not while a person types or a dialog is open. */
  async refresh() {
    if (this.page && this.shownAt && !isBusy(this.content)) await this.load(false);
  }

  /** Shows the same data again, after the time zone or the units have changed. */
  again() {
    this.said = null;
    if (this.shownAt && this.data) this.show(this.data, false);
  }

  async load(fresh) {
    const turn = ++this.turn;
    this.running?.abort();
    this.running = new AbortController();
    clearTimeout(this.retry);
    const waiting = fresh && setTimeout(() => this.content.replaceChildren(h('p', {class: 'waiting', role: 'status'}, 'Loading …')), 200);
    try {
      const [data] = await Promise.all([this.page.load(this.parameters, this.running.signal), this.ready]);
      if (turn !== this.turn) return;
      this.shownAt = new Date().toISOString();
      this.notice.hidden = true;
      this.show(data, fresh);
    } catch (problem) {
      if (turn === this.turn && problem.name !== 'AbortError') this.fail(problem, fresh);
    } finally {
      clearTimeout(waiting);
    }
  }

  show(data, fresh) {
    const said = JSON.stringify(data);
    if (!fresh && said === this.said) return;
    Object.assign(this, {said, data});
    document.title = `${this.page.heading?.(data, this.parameters) ?? this.page.title} – Wattline`;
    const restore = keep(this.content);
    const view = this.page.view(data, this.parameters, () => this.load(false));
    this.content.replaceChildren(...[view].flat().filter(Boolean));
    this.content.removeAttribute('aria-busy');
    if (fresh) {
      window.scrollTo(0, 0);
      this.focusHeading();
    } else {
      restore();
    }
  }

  /** Makes a screen reader read the name of the new page; the very first page leaves the focus at the top. */
  focusHeading() {
    if (this.opened) this.content.querySelector('h1')?.focus({preventScroll: true});
    this.opened = true;
  }

  fail(problem, fresh) {
    if (problem.status === 401) return this.askForToken(() => this.load(fresh));
    const again = button('Try again', () => this.load(fresh));
    if (fresh || !this.shownAt) {
      const heading = problem.status === 404 ? 'Not found' : problem.status === 0 ? 'No connection' : problem.title;
      this.content.replaceChildren(h('h1', {tabindex: -1}, heading), h('p', {class: 'failed'}, problem.status === 0 ? 'Wattline does not respond. Is the service running?' : problem.message),
        h('ul', {}, problem.errors.map(error => h('li', {}, typeof error === 'string' ? error : Object.values(error).join(': ')))), h('p', {class: 'actions'}, again));
      this.content.removeAttribute('aria-busy');
    } else {
      this.notice.replaceChildren(h('span', {}, `${problem.message} Shown as of ${clock(this.shownAt, commonZone())}.`), again);
      this.notice.hidden = false;
    }
    if (problem.status === 0 || problem.status >= 500) this.retry = setTimeout(() => this.load(fresh), RETRY_MILLIS);
  }
}
