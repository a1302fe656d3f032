// Signs that have the same meaning by form, colour and word.

import {h, svg} from '../dom.js';

const SHAPES = {
  good: svg => [svg('circle', {cx: 8, cy: 8, r: 7}), svg('path', {d: 'M4.5 8.2l2.4 2.4 4.6-5', class: 'ink'})],
  warn: svg => [svg('path', {d: 'M8 1l7.4 13.5H.6z'}), svg('path', {d: 'M8 6v4.2M8 12.2v.3', class: 'ink'})],
  bad: svg => [svg('path', {d: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z'}), svg('path', {d: 'M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2', class: 'ink'})],
  info: svg => [svg('circle', {cx: 8, cy: 8, r: 7}), svg('path', {d: 'M8 7v4.4M8 4.4v.3', class: 'ink'})],
  idle: svg => [svg('circle', {cx: 8, cy: 8, r: 6, class: 'hollow'})],
};

/** The level of each word of the service. */
const LEVELS = {
  critical: 'bad', failed: 'bad', dead: 'bad', open: 'warn', CRITICAL: 'bad', F: 'bad', E: 'bad', refused: 'bad', DOWN: 'bad',
  warning: 'warn', WARNING: 'warn', firing: 'warn', paused: 'idle', D: 'warn', C: 'warn', suspect: 'warn', quarantined: 'warn', pending: 'info', half_open: 'warn', HALF_OPEN: 'warn',
  info: 'info', estimated: 'info', edited: 'info', acknowledged: 'info', running: 'info', B: 'good', A: 'good', live: 'good', measured: 'good', success: 'good', done: 'good', ok: 'good',
  healthy: 'good', inactive: 'idle', OPEN: 'bad', FORCED_OPEN: 'bad', resolved: 'good', closed: 'good', CLOSED: 'good', cancelled: 'idle', discarded: 'idle', replayed: 'good',
};

export const levelOf = word => LEVELS[word] ?? 'idle';

export const sign = level => svg('svg', {viewBox: '0 0 16 16', class: 'sign ' + level, 'aria-hidden': 'true'}, SHAPES[level](svg));

/** A word of the service with its sign. */
export const state = (word, level = levelOf(word)) => word === null || word === undefined ? '–' : h('span', {class: 'state ' + level}, sign(level), String(word).replace(/_/g, ' ').toLowerCase());

/** A grade, A to F, as on a label. */
export const grade = letter => letter ? h('span', {class: 'grade ' + levelOf(letter)}, letter) : '–';

/** Completeness on a scale of 0 to 100 %. */
export function scale(share) {
  const ticks = Array.from({length: 21}, (_, i) => svg('path', {d: `M${i * 10 + 1} ${i % 5 ? 14 : 9}V19`, class: 'tick'}));
  const at = share === null || share === undefined ? null : share * 200 + 1;
  return svg('svg', {viewBox: '0 0 202 22', class: 'scale', preserveAspectRatio: 'none', 'aria-hidden': 'true'}, svg('rect', {x: 1, y: 19, width: 200, height: 2, class: 'rail'}),
    at === null ? null : svg('rect', {x: 1, y: 3, width: Math.max(1, at - 1), height: 5, class: 'fill'}), ticks, at === null ? null : svg('path', {d: `M${at} 1V21`, class: 'hand'}));
}
