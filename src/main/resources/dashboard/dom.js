// Makes nodes. Values from outside become text; nothing here parses HTML.

const SVG = 'http://www.w3.org/2000/svg';

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') Object.entries(value).forEach(([event, listener]) => node.addEventListener(event, listener));
    else if (name === 'value') node.value = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** An element: h('p', {class: 'note'}, 'text', otherNode). Null, undefined and false are left out, also as attributes. */
export const h = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes ?? {}, children);

/** The same for drawings. */
export const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes ?? {}, children);

/** A link inside the dashboard. */
export const link = (hash, ...children) => h('a', {href: hash}, ...children);

/** A button with an action. */
export const button = (label, action, attributes = {}) => h('button', {type: 'button', ...attributes, on: {click: action}}, label);

/** A part of a page with its own heading. */
export function section(title, ...children) {
  const id = 'h-' + title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return h('section', {class: 'panel', 'aria-labelledby': id}, h('h2', {id}, title), ...children);
}

/** Names with their values. A null value is left out; an array is one value with several parts. */
export const facts = (pairs, layout = '') => h('dl', {class: 'facts ' + layout}, pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
  .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));

/** The text of an empty list. */
export const nothing = text => h('p', {class: 'empty'}, text);
