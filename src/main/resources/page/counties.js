// The counties: how many municipalities of each are asked, for how many persons and minors.

import { html, render } from './lit-html.js';
import { number, t } from './words.js';

/** @typedef {import('./types').State} State */

/** @param {HTMLElement} host @param {State} state */
export function show(host, state) {
  const rows = sums(state);
  render(html`<h2>${t('countiesTitle')}</h2><div class="scroll"><table id="county-sums"><thead><tr><th>${t('county')}</th><th class="n">${t('asked')}</th><th class="n">${t('persons')}</th><th class="n">${t('minors')}</th></tr></thead>
    <tbody>${rows.map((one) => html`<tr><th scope="row">${one.name}</th><td class="n">${number(one.asked)}</td><td class="n">${number(one.persons)}</td><td class="n">${number(one.minors)}</td></tr>`)}</tbody></table></div>`, host);
}

/** In the order of the dataset; a county of which nobody is asked has zeros. @param {State} state */
function sums(state) {
  const names = state.dataset?.counties || {};
  const known = new Map(Object.keys(names).map((id) => [id, { name: names[id], asked: 0, persons: 0, minors: 0 }]));
  for (const place of state.answer?.byId.values() || []) {
    const sum = known.get(state.dataset?.byId.get(place.municipality)?.county || '');
    if (!sum || place.persons === 0) continue;
    sum.asked += 1;
    sum.persons += place.persons;
    sum.minors += place.minors;
  }
  return [...known.values()];
}
