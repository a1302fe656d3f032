// Follows the service while the page is open: server-sent events, read with fetch so that the token can be sent; without a stream, a request
// every 15 s. A browser allows six connections to a host, so all tabs share one stream: the tab that holds a lock reads it and passes it on.

import {address, authorization, get, Problem} from './api.js';

const POLL_MILLIS = 15000;
const PAUSE_MIN_MILLIS = 1000;
const PAUSE_MAX_MILLIS = 30000;
/** A heartbeat comes every 15 s; a stream that is silent for longer is dead. */
const SILENCE_MAX_MILLIS = 40000;
const SHARED = 'wattline-events';

const sleep = millis => new Promise(resolve => setTimeout(resolve, millis));
const shown = () => document.hidden ? new Promise(resolve => document.addEventListener('visibilitychange', resolve, {once: true})) : null;

/** Parses a stream of events: feed(text) calls listener(event, data) for each whole one. */
export function eventParser(listener) {
  let rest = '';
  return text => {
    rest += text.replace(/\r\n?/g, '\n');
    const blocks = rest.split('\n\n');
    rest = blocks.pop();
    blocks.forEach(block => {
      const field = name => block.split('\n').filter(line => line.startsWith(name + ':')).map(line => line.slice(name.length + 1).replace(/^ /, '')).join('\n');
      if (field('data')) listener(field('event') || 'message', JSON.parse(field('data')));
    });
  };
}

/** Reads the stream until it ends; ends it when the tab is hidden, unless the tab reads for others too. */
async function stream(tell, forOthers, alive) {
  const cut = new AbortController();
  let watch;
  const beat = () => { clearTimeout(watch); watch = setTimeout(() => cut.abort(), SILENCE_MAX_MILLIS); };
  const hide = () => { if (document.hidden) cut.abort(); };
  if (!forOthers) document.addEventListener('visibilitychange', hide);
  beat();
  try {
    const answer = await fetch(address('events'), {headers: {...authorization(), Accept: 'text/event-stream'}, cache: 'no-store', credentials: 'omit', signal: cut.signal});
    if (!answer.ok || !answer.body) throw new Problem(answer.status, 'No stream');
    alive();
    const feed = eventParser(tell);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      beat();
      feed(piece.value);
    }
  } finally {
    clearTimeout(watch);
    document.removeEventListener('visibilitychange', hide);
  }
}

const unavailable = problem => problem.status === 401 ? ['link', 'locked'] : problem.status === 503 ? ['unavailable', {detail: problem.message}] : ['link', 'away'];

/** Reads for ever, and tells (kind, data); ends where the token is missing, so that another tab can try. */
async function read(tell, forOthers) {
  let pause = PAUSE_MIN_MILLIS;
  for (;;) {
    if (!forOthers) await shown();
    try {
      await stream(tell, forOthers, () => { pause = PAUSE_MIN_MILLIS; tell('link', 'live'); });
    } catch { /* the plain request below says what is wrong */ }
    if (!forOthers) await shown();
    try {
      tell('overview', await get('overview'));
      tell('link', 'polling');
      await sleep(Math.min(pause, POLL_MILLIS));
    } catch (problem) {
      tell(...unavailable(problem));
      await sleep(pause);
      if (problem.status === 401 && forOthers) return;
    }
    pause = Math.min(pause * 2, PAUSE_MAX_MILLIS);
  }
}

/** One tab after the other holds the lock; each remembers the newest state, for a tab that is opened later. */
async function share(tell) {
  const channel = new BroadcastChannel(SHARED);
  const newest = new Map();
  let leads = false;
  channel.onmessage = ({data: {kind, data}}) => {
    if (kind !== 'hello') tell(kind, data);
    else if (leads) newest.forEach((value, name) => channel.postMessage({kind: name, data: value}));
  };
  channel.postMessage({kind: 'hello'});
  for (;;) {
    await navigator.locks.request(SHARED, () => {
      leads = true;
      return read((kind, data) => {
        if (kind === 'overview') newest.delete('unavailable');
        newest.set(kind, data);
        channel.postMessage({kind, data});
        tell(kind, data);
      }, true);
    });
    leads = false;
    newest.clear();
  }
}

/**
 * Follows the service for ever. Calls overview(body) for each new state, unavailable({since, detail}) where there is none to be had, and
 * link('live' | 'polling' | 'away' | 'locked') when the connection changes. Locks need a secure context (https, or this machine); elsewhere
 * a tab has a stream of its own while it is shown.
 */
export function follow(listener) {
  const tell = (kind, data) => listener[kind]?.(data);
  return navigator.locks && window.BroadcastChannel ? share(tell) : read(tell, false);
}
