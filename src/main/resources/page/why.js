// Why: what would change it, the rules and what one more of each would bring, the criteria, the line of the next, the proof.

import { find, reason } from './analyses.js';
import { become } from './app.js';
import { html, nothing, render } from './lit-html.js';
import { criterion } from './form.js';
import * as line_ from './line.js';
import * as outlook from './outlook.js';
import { rules } from './rules.js';
import { digits, facts } from './panel.js';
import * as stability from './stability.js';
import { FIRST, same, shares } from './store.js';
import { number, percent, t } from './words.js';

/** @typedef {import('./types').State} State */

const LINE = 15;

/** Whether what opening the view asks for has been asked. */
let opened = false;

/** What is under way goes on and is there when the view is opened again; nothing further is begun. */
export function left() {
  opened = false;
}

/** The first analyses of a view that is opened, one after the other. @param {State} state @param {() => void} again */
async function open(state, again) {
  opened = true;
  for (const [name, part] of /** @type {const} */ ([['stability', stability], ['queue', line_]])) {
    const there = find(state, name);
    if (opened && !reason(state) && !(there && same(there.doc, state.doc))) await part.begin(state, again);
  }
}

/** @param {HTMLElement} host @param {State} state @param {any} on */
export function show(host, state, on) {
  const again = () => {
    if (state.view === 'why') show(host, state, on);
  };
  /** Another scenario on the map; Back leads here again. @param {any} doc */
  const toMap = (doc) => {
    state.view = FIRST.view;
    become(doc);
    window.scrollTo(0, 0);
  };
  if (!opened && !reason(state)) open(state, again);
  const answer = state.answer;
  if (!answer) {
    render(html`<p>${t('nothingYet')}</p>`, host);
    return;
  }
  render(html`<div class="outlook"><section id="stability">${stability.view(state, again)}</section><section id="outlook">${outlook.view(state, on, toMap, again)}</section></div>
    <section id="queue">${line_.view(state, on, toMap, again)}</section>
    <p class="hint">${t('labelsHint')}</p>
    <div class="outlook"><section><h2>${t('whyRules')}</h2><p class="hint">${t('whyRulesHint')}</p>${rules(state)}</section>
    <section><h2>${t('whyCriteria')}</h2>${criteria(state)}
      <h2>${t('whyProof')}</h2>${proof(state, on)}</section></div>
    <div class="columns"><section>${line(state, on, false)}</section><section>${line(state, on, true)}</section></div>`, host);
  stability.paint(state, on);
}

/** @param {State} state */
function criteria(state) {
  const weights = shares(state.doc);
  const fits = state.answer?.result.fit?.criteria || {};
  return html`<div class="scroll"><table><thead><tr><th></th><th class="n">${t('weight')}</th><th class="n">${t('fitWord')}</th></tr></thead><tbody>
    ${state.doc.criteria.map((/** @type {any} */ one, /** @type {number} */ i) => html`<tr><th scope="row">${criterion(one.id)}</th><td class="n">${percent(weights[i] / 100, 0)}</td><td class="n">${typeof fits[one.id] === 'number' ? percent(fits[one.id]) : ''}</td></tr>`)}</tbody></table></div>`;
}

/** @param {State} state @param {any} on @param {boolean} selected */
function line(state, on, selected) {
  const candidates = [...(state.answer?.candidates.values() || [])].filter((one) => one.selected === selected && one.loss !== null);
  // Up to the least lower limit the order is that of the losses; beyond it only the losses themselves are known.
  const known = Math.min(...[...(state.answer?.candidates.values() || [])].filter((one) => one.selected === selected && one.by !== 'solve').map((one) => Number(one.loss ?? one.atLeast ?? 0)));
  const isPlaced = (/** @type {any} */ one) => one.by === 'solve' && Number(one.loss) <= known;
  candidates.sort((a, b) => Number(isPlaced(b)) - Number(isPlaced(a)) || Number(a.loss) - Number(b.loss));
  const near = Math.abs(state.answer?.result.objective || 0) / 10000;
  const tossUps = candidates.filter((one) => Number(one.loss) <= near).length;
  return html`<h2>${t(selected ? 'whyFirstOut' : 'whyNext')}</h2><p class="hint">${t(selected ? 'whyFirstOutHint' : 'whyNextHint')}</p>
    <table data-line=${selected ? 'out' : 'next'}><tbody>${candidates.slice(0, LINE).map((one, i) => {
      const f = facts(state, one.municipality);
      const loss = Number(one.loss) / 1e6;
      return html`<tr><td class="n">${isPlaced(one) ? i + 1 : ''}</td><th scope="row"><button type="button" class="link" @click=${() => on.select(f.id)}>${f.name}</button> <small>${f.county}</small></th><td class="n">${one.by === 'certificate' ? t('atLeastWord') + ' ' : ''}${number(loss, digits(loss))}</td></tr>`;
    })}</tbody></table>
    ${tossUps > 0 ? html`<p class="hint">${t('tossUps', tossUps, number(tossUps))}</p>` : nothing}`;
}

/** @param {State} state @param {any} on */
function proof(state, on) {
  const result = state.answer?.result;
  if (!result || result.status !== 'OPTIMAL' || !result.certificate) return html`<p>${t('proofNone')}</p>`;
  return html`<p>${t('proofWords', number(Number(result.objective) / 1e6, 6), number(result.certificate.bound / 1e6, 6), number(result.certificate.open.length))}</p>
    ${state.readOnly ? nothing : html`<p class="actions"><button type="button" @click=${() => on.take('certificate')}>${t('certificate')}</button></p>`}`;
}
