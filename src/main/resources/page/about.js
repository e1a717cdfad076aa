// About the figures: what the words mean, where the figures are from, what was filled in, keys, and the call.

import { html, nothing, render } from './lit-html.js';
import { fetched, json } from './service.js';
import { diff } from './store.js';
import { number, t } from './words.js';

/** @typedef {import('./types').State} State */

/** @type {any} */
let about = null;

/** @param {HTMLElement} host @param {State} state @param {any} on */
export async function show(host, state, on) {
  draw(host, state, on);
  fetched('figures').then((figures) => figures?.show(host.querySelector('#new-figures'), state, on));
  if (state.dataset?.id && about?.id !== state.dataset.id) {
    try {
      about = await json(`v1/datasets/${encodeURIComponent(state.dataset.id)}`);
      if (document.body.dataset.view === 'about') draw(host, state, on);
    } catch (failure) {
      about = null;
    }
  }
}

/** @param {HTMLElement} host @param {State} state @param {any} on */
function draw(host, state, on) {
  const filled = state.answer?.result.filledIn || [];
  render(html`<h2>${t('aboutTitle')}</h2><p>${t('aboutWhat')}</p>
    <h2>${t('aboutTerms')}</h2><ul>${['target', 'fit', 'cap', 'loss'].map((one) => html`<li>${t('term.' + one)}</li>`)}</ul>
    ${about ? html`<h2>${t('aboutSources')}</h2><p lang="en">${about.title}. ${(about.notes || []).join(' ')}</p>
      <div class="scroll"><table lang="en"><tbody>${about.indicators.map((/** @type {any} */ one) => html`<tr><th scope="row">${one.id}</th><td>${one.unit}</td><td>${one.source}</td><td>${one.description}</td></tr>`)}</tbody></table></div>` : nothing}
    ${filled.length > 0 ? html`<details id="filled"><summary>${t('aboutFilled', filled.length, number(filled.length))}</summary><div class="scroll"><table><tbody>${filled.slice(0, 400).map((one) => html`<tr><th scope="row">${state.dataset?.byId.get(one.municipality)?.name || one.municipality}</th><td>${one.indicator}</td><td class="n">${number(one.value, 1)}</td><td>${one.from}</td></tr>`)}</tbody></table></div></details>` : nothing}
    <section id="new-figures"></section>
    <h2>${t('aboutKeys')}</h2><ul>${['keyArrows', 'keyLetters', 'keyEnter', 'keyF', 'keyBack'].map((one) => html`<li>${t(one)}</li>`)}</ul>
    <h2>${t('aboutCall')}</h2><p>${t('aboutDocs')} <a href="docs">/docs</a>.</p>
    <pre id="call" tabindex="0">${call(state)}</pre>`, host);
}

/** What gives the answer on screen by the interface. @param {State} state */
function call(state) {
  const address = new URL('v1/previews', location.href.split('#')[0]).href;
  const { kind, id } = state.source;
  const changes = diff(state.base, state.doc);
  const body = kind === 'demo' ? state.doc : { [kind + 'Id']: id, ...(Object.keys(changes).length > 0 ? { changes } : {}) };
  return `curl -s ${address} --json '${JSON.stringify(body, null, 1).replace(/'/g, "'\\''")}'`;
}
