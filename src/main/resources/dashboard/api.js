// The JSON API: reading is free on this machine, actions need the token. The token is kept for this tab only.

const TOKEN = 'wattline.token';
const WHO = 'wattline.by';

/** An error of the service. Status 0: it did not respond. */
export class Problem extends Error {
  constructor(status, title, detail, errors) {
    super(detail || title);
    Object.assign(this, {status, title, errors: errors ?? []});
  }
}

export const token = () => sessionStorage.getItem(TOKEN) ?? '';
export const setToken = value => value ? sessionStorage.setItem(TOKEN, value) : sessionStorage.removeItem(TOKEN);
export const who = () => sessionStorage.getItem(WHO) ?? '';
export const setWho = value => sessionStorage.setItem(WHO, value);

export const authorization = () => token() ? {Authorization: 'Bearer ' + token()} : {};

/** The URL of a request; parameters that are null or empty are left out. */
export function address(path, parameters = {}) {
  const url = new URL('api/' + path, document.baseURI);
  Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '').forEach(([name, value]) => url.searchParams.set(name, value));
  return url;
}

async function send(url, options) {
  try {
    return await fetch(url, {cache: 'no-store', credentials: 'omit', ...options});
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Problem(0, 'No connection', 'Wattline does not respond.');
  }
}

async function read(answer) {
  const json = /json/.test(answer.headers.get('Content-Type') ?? '');
  const body = json ? await answer.json() : {detail: await answer.text()};
  if (answer.ok) return body;
  throw new Problem(answer.status, body.title ?? `Status ${answer.status}`, body.detail ?? body.error, body.errors);
}

/** Reads: get('channels', {q: 'chiller'}). Throws a Problem. */
export const get = async (path, parameters, signal) => read(await send(address(path, parameters), {headers: authorization(), signal}));

/** Reads a text outside the API, such as the metrics. Throws a Problem, except where the status is one of those allowed. */
export async function getText(path, allowed, signal) {
  const answer = await send(new URL(path, document.baseURI), {headers: authorization(), signal});
  return allowed.includes(answer.status) ? answer.text() : read(answer);
}

/** Runs an action under the name that is set. Throws a Problem. */
export const act = async (path, body) => read(await send(address(path),
  {method: 'POST', headers: {...authorization(), 'Content-Type': 'application/json'}, body: JSON.stringify({...body, by: who()})}));

/** A request whose response is kept, for data that seldom changes. */
const kept = new Map();
export function getOnce(path, parameters) {
  if (!kept.has(path)) kept.set(path, get(path, parameters).catch(problem => { kept.delete(path); throw problem; }));
  return kept.get(path);
}
