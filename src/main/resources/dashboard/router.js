// Finds the page of an address: #/channels/61001?start=... A page is {title, path, load(parameters, signal), view(data, parameters, refresh)}.

/** A part that is not encoded correctly stays as it is. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The part of the address behind '#': {path: ['channels', '61001'], query: {start: ..}}. */
export function where(hash = location.hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  return {path: path.split('/').filter(Boolean).map(decoded), query: Object.fromEntries(new URLSearchParams(query))};
}

/** The address of a page: to('channels', 61001, {start: ..}). */
export function to(...parts) {
  const query = typeof parts[parts.length - 1] === 'object' ? parts.pop() : {};
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return '#/' + parts.map(encodeURIComponent).join('/') + (given.length ? '?' + new URLSearchParams(given) : '');
}

/** The same page with other parameters. */
export function withQuery(changes) {
  const {path, query} = where();
  return to(...path, {...query, ...changes});
}

/** Finds the page whose pattern ('channels/:id') fits; parameters of path and query in one object. */
export function find(pages, {path, query}) {
  for (const page of pages) {
    const pattern = page.path.split('/').filter(Boolean);
    if (pattern.length !== path.length) continue;
    if (!pattern.every((part, i) => part.startsWith(':') || part === path[i])) continue;
    const named = Object.fromEntries(pattern.map((part, i) => [part.slice(1), path[i]]).filter(([,], i) => pattern[i].startsWith(':')));
    return {page, parameters: {...query, ...named}};
  }
  return null;
}
