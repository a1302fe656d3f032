// Focus, scrolled tables and opened details survive a refresh of the page.

const keyed = (root, selector, key) => new Map([...root.querySelectorAll(selector)].map(node => [key(node), node]));
const scrollers = root => keyed(root, '.scroller', node => node.getAttribute('aria-label') ?? node.className);
const details = root => keyed(root, 'details', node => node.className);

/** Remembers the state; gives a function that restores it in the new content. */
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

/** Whether a person is doing something that a refresh would destroy. */
export const isBusy = root => document.hidden || document.querySelector('dialog[open]') !== null || root.querySelector('input:focus, select:focus, textarea:focus') !== null
  || (!getSelection().isCollapsed && root.contains(getSelection().anchorNode));
