// What a person has done to a page outlives its renewal: focus, scrolled tables, opened details.

const keyed = (root, selector, key) => new Map([...root.querySelectorAll(selector)].map(node => [key(node), node]));
const scrollers = root => keyed(root, '.scroller', node => node.getAttribute('aria-label') ?? node.className);
const details = root => keyed(root, 'details', node => node.className);

/** Remembers; gives a function that brings it back to what stands there then. */
export function keep(root) {
  const focused = document.activeElement?.closest('[data-key]')?.dataset.key;
  const top = window.scrollY;
  const left = new Map([...scrollers(root)].map(([key, node]) => [key, node.scrollLeft]));
  const opened = [...details(root)].filter(([, node]) => node.open).map(([key]) => key);
  return () => {
    details(root).forEach((node, key) => { node.open = opened.includes(key); });
    scrollers(root).forEach((node, key) => { node.scrollLeft = left.get(key) ?? 0; });
    window.scrollTo(0, top);
    if (focused) root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({preventScroll: true});
  };
}

/** Whether somebody is in the middle of something that a renewal would take away. */
export const isBusy = root => document.hidden || document.querySelector('dialog[open]') !== null || root.querySelector('input:focus, select:focus, textarea:focus') !== null
  || (!getSelection().isCollapsed && root.contains(getSelection().anchorNode));
