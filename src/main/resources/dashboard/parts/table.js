// Tables with a caption; wide ones scroll within themselves, and can be scrolled with the keyboard. On a telephone a row with actions is a card,
// with its buttons in reach.

import {h, link} from '../dom.js';
import {withQuery} from '../router.js';

/**
 * @param columns [{name, value(item) -> node or text, kind: 'number' | 'wide' | undefined, head: true for the row's heading}]
 */
export function table(caption, columns, items, {hideCaption = true} = {}) {
  const head = h('thead', {}, h('tr', {}, columns.map(column => h('th', {scope: 'col', class: column.kind}, column.name))));
  const rows = items.map(item => h('tr', {}, columns.map(column => h(column.head ? 'th' : 'td', {scope: column.head ? 'row' : null, class: column.kind, 'data-name': column.name}, h('div', {}, column.value(item))))));
  const acts = columns.some(column => column.name === 'Actions');
  return h('div', {class: 'scroller', tabindex: 0, role: 'group', 'aria-label': caption},
    h('table', {class: acts ? 'acts' : null}, h('caption', {class: hideCaption ? 'unseen' : null}, caption), head, h('tbody', {}, rows)));
}

/** Links to the next page and back to the first, if there are more pages. */
export function pager(list, after) {
  if (!list.next && !after) return null;
  return h('nav', {class: 'pager', 'aria-label': 'More rows'}, after ? link(withQuery({after: null}), 'First page') : null, list.next ? link(withQuery({after: list.next}), 'Next page') : null);
}

/** Links that choose among a few values of a parameter of the page. */
export function choice(label, name, present, options) {
  return h('nav', {class: 'choice', 'aria-label': label}, options.map(([value, text]) =>
    h('a', {href: withQuery({[name]: value, after: null}), 'aria-current': (present ?? '') === (value ?? '') ? 'true' : null, 'data-key': `${name}-${value}`}, text)));
}
