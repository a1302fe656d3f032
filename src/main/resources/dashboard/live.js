// Follows the service while the page is open: server-sent events, read with fetch so that the token can be sent; without a stream, a request every 15 s.

import {address, authorization, get, Problem} from './api.js';

const POLL_MILLIS = 15000;
const PAUSE_MIN_MILLIS = 1000;
const PAUSE_MAX_MILLIS = 30000;
/** A heartbeat comes every 15 s; a stream that is silent for longer is dead. */
const SILENCE_MAX_MILLIS = 40000;

const sleep = millis => new Promise(resolve => setTimeout(resolve, millis));

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

async function stream(listener, alive) {
  const cut = new AbortController();
  let watch;
  const beat = () => { clearTimeout(watch); watch = setTimeout(() => cut.abort(), SILENCE_MAX_MILLIS); };
  beat();
  try {
    const answer = await fetch(address('events'), {headers: {...authorization(), Accept: 'text/event-stream'}, cache: 'no-store', credentials: 'omit', signal: cut.signal});
    if (!answer.ok || !answer.body) throw new Problem(answer.status, 'No stream');
    alive();
    const feed = eventParser(listener);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      beat();
      feed(piece.value);
    }
  } finally {
    clearTimeout(watch);
  }
}

/**
 * Follows the service for ever: onOverview(body) for each new state, onLink('live' | 'polling' | 'away' | 'locked') when the connection changes.
 */
export async function follow(onOverview, onLink) {
  let pause = PAUSE_MIN_MILLIS;
  for (;;) {
    try {
      await stream((event, data) => event === 'overview' && onOverview(data), () => { pause = PAUSE_MIN_MILLIS; onLink('live'); });
    } catch { /* the plain request below says what is wrong */ }
    try {
      onOverview(await get('overview'));
      onLink('polling');
      await sleep(Math.min(pause, POLL_MILLIS));
    } catch (problem) {
      onLink(problem.status === 401 ? 'locked' : 'away');
      await sleep(pause);
    }
    pause = Math.min(pause * 2, PAUSE_MAX_MILLIS);
  }
}
