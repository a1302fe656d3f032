// The JSON API: questions are free on this machine, actions need the token. The token is kept for this tab only.

const TOKEN = 'wattline.token';
const WHO = 'wattline.by';

/** What the service says when it cannot or will not. status 0 = it did not answer. */
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

/** Address of a question; what is null or empty is left out. */
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
    throw new Problem(0, 'Wattline does not answer', 'Wattline does not answer.');
  }
}

async function read(answer) {
  const json = /json/.test(answer.headers.get('Content-Type') ?? '');
  const body = json ? await answer.json() : {detail: await answer.text()};
  if (answer.ok) return body;
  throw new Problem(answer.status, body.title ?? `Answer ${answer.status}`, body.detail ?? body.error, body.errors);
}

/** Asks: get('channels', {q: 'chiller'}). Throws a Problem. */
export const get = async (path, parameters, signal) => read(await send(address(path, parameters), {headers: authorization(), signal}));

/** Asks for something to be done, in the name of the one who is set. Throws a Problem. */
export const act = async (path, body) => read(await send(address(path),
  {method: 'POST', headers: {...authorization(), 'Content-Type': 'application/json'}, body: JSON.stringify({...body, by: who()})}));

/** A question that is asked again only when asked to: sites change seldom. */
const kept = new Map();
export function getOnce(path, parameters) {
  if (!kept.has(path)) kept.set(path, get(path, parameters).catch(problem => { kept.delete(path); throw problem; }));
  return kept.get(path);
}
