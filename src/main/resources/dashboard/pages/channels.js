// All channels: search, and see which are behind.

import {h, link, nothing} from '../dom.js';
import {get} from '../api.js';
import {percent} from '../format.js';
import {instant} from '../time.js';
import {to, withQuery} from '../router.js';
import {grade, state} from '../parts/signs.js';
import {choice, pager, table} from '../parts/table.js';

const columns = [
  {name: 'Channel', head: true, value: channel => [link(to('channels', channel.channelId), channel.name ?? String(channel.channelId)), h('span', {class: 'more'}, ` ${channel.channelId}`)]},
  {name: 'Site', value: channel => channel.siteName ?? channel.siteId},
  {name: 'Type', value: channel => channel.type ?? '–'},
  {name: 'State', value: channel => state(channel.state)},
  {name: 'Freshness', value: channel => state(channel.health)},
  {name: 'Newest reading', value: channel => instant(channel.newestReading, channel.timezone)},
  {name: 'Complete', kind: 'number', value: channel => percent(channel.completeness)},
  {name: 'Grade', value: channel => grade(channel.grade)},
];

function search(parameters, sites) {
  const go = event => {
    event.preventDefault();
    location.hash = withQuery({...Object.fromEntries(new FormData(event.target)), after: null});
  };
  return h('form', {class: 'search', role: 'search', 'aria-label': 'Channels', on: {submit: go}},
    h('div', {class: 'field'}, h('label', {for: 'q'}, 'Name or number'), h('input', {id: 'q', name: 'q', type: 'search', value: parameters.q ?? '', autocomplete: 'off'})),
    h('div', {class: 'field'}, h('label', {for: 'site'}, 'Site'), h('select', {id: 'site', name: 'site'}, h('option', {value: ''}, 'All sites'),
      sites.map(site => h('option', {value: site.siteId, selected: String(site.siteId) === parameters.site}, site.name ?? site.siteId)))),
    h('button', {type: 'submit', class: 'main'}, 'Find'));
}

export default {
  title: 'Channels', path: 'channels',
  load: async ({q, site, state: only, after}, signal) => {
    const [list, sites] = await Promise.all([get('channels', {q, site, state: only, limit: 100, after}, signal), get('sites', {limit: 500}, signal)]);
    return {list, sites: sites.items};
  },
  view: ({list, sites}, parameters) => [h('h1', {tabindex: -1}, 'Channels'), search(parameters, sites),
    choice('State', 'state', parameters.state, [[null, 'All'], ['live', 'Live'], ['paused', 'Paused'], ['dead', 'Dead'], ['quarantined', 'In quarantine'], ['inactive', 'Inactive']]),
    h('div', {class: 'panel'}, list.items.length === 0 ? nothing('No channel matches.') : table('Channels', columns, list.items), pager(list, parameters.after))],
};
