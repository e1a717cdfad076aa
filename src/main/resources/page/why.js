// Why: what would change it, the rules and what one more of each would bring, the criteria, the line of the next, the proof.

import { find, reason } from './analyses.js';
import { become } from './app.js';
import { html, nothing, render } from './lit-html.js';
import { criterion, price } from './form.js';
import * as line_ from './line.js';
import * as outlook from './outlook.js';
import { digits, facts } from './panel.js';
import * as stability from './stability.js';
import { FIRST, get, same, shares } from './store.js';
import { number, percent, signed, t } from './words.js';

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
    <div class="columns">
    <section><h2>${t('whyRules')}</h2><p class="hint">${t('whyRulesHint')}</p>${rules(state)}
      <h2>${t('whyCriteria')}</h2>${criteria(state)}
      <h2>${t('whyProof')}</h2>${proof(state, on)}</section>
    <section>${line(state, on, false)}</section><section>${line(state, on, true)}</section></div>`, host);
  stability.paint(state, on);
}

/** @param {State} state */
function rules(state) {
  const totals = state.answer?.result.totals;
  if (!totals) return nothing;
  const share = get(state.doc, '/selection');
  const rows = [
    { name: t('persons'), limit: number(get(state.doc, '/demand/persons')), used: totals.persons, price: price(state, 'persons'), reached: true },
    totals.minors > 0 ? { name: t('minors'), limit: number(get(state.doc, '/demand/minors') || 0), used: totals.minors, price: price(state, 'minors'), reached: true } : null,
    share ? { name: t('share'), limit: band(share, totals.candidates), used: totals.selected, price: price(state, 'selected'), reached: isReached(share, totals) } : null,
    get(state.doc, '/minors/municipalities/atMost') !== undefined
      ? { name: t('at.minors.municipalities.atMost'), limit: number(get(state.doc, '/minors/municipalities/atMost')), used: totals.minorsMunicipalities, price: price(state, 'minorsMunicipalities'), reached: totals.minorsMunicipalities === get(state.doc, '/minors/municipalities/atMost') } : null,
    ...regions(state),
  ].filter((one) => one !== null);
  return html`<div class="scroll"><table><thead><tr><th>${t('rule')}</th><th class="n">${t('limit')}</th><th class="n">${t('used')}</th><th>${t('reached')}</th><th class="n">${t('oneMoreShort')}</th></tr></thead>
    <tbody>${rows.map((one) => html`<tr><th scope="row">${one.name}</th><td class="n">${one.limit}</td><td class="n">${number(one.used)}</td><td>${one.reached ? t('yes') : t('no')}</td><td class="n">${one.price === null ? '' : signed(one.price, Math.abs(one.price) < 0.1 ? 3 : 2)}</td></tr>`)}</tbody></table></div>`;
}

/** Whether as many or as few are asked as may be. @param {any} selection @param {any} totals */
function isReached(selection, totals) {
  const [least, most] = bounds(selection, totals.candidates);
  return totals.selected === least || totals.selected === most;
}

/** A row for each bound of a region. @param {State} state */
function regions(state) {
  const certificate = state.answer?.result.certificate;
  const asked = [...(state.answer?.byId.values() || [])];
  return (state.doc.regions || []).flatMap((/** @type {any} */ region, /** @type {number} */ r) => {
    const inside = asked.filter((one) => (region.municipalities ? region.municipalities.includes(one.municipality) : one.county === region.county));
    const name = region.name || state.dataset?.counties[region.county] || t('region', r + 1);
    return ['persons', 'minors', 'selected'].filter((band) => region[band]).map((band) => {
      const used = band === 'selected' ? inside.length : inside.reduce((sum, one) => sum + Number(one[/** @type {'persons'} */ (band)]), 0);
      const multiplier = certificate?.multipliers.regions?.[r]?.[band];
      const { atLeast, atMost } = region[band];
      return {
        name: `${name}, ${t(band === 'selected' ? 'asked' : band).toLowerCase()}`,
        limit: [atLeast, atMost].map((one) => (one === undefined ? '' : number(one))).join('–'),
        used,
        price: typeof multiplier === 'number' ? multiplier / certificate.scale / 1e6 : null,
        reached: used === atLeast || used === atMost,
      };
    });
  });
}

/** @param {any} selection @param {number} candidates */
function band(selection, candidates) {
  const [least, most] = bounds(selection, candidates);
  return least !== undefined && least === most ? number(least) : [least, most].map((one) => (one === undefined ? '' : number(one))).join('–');
}

/** @param {any} selection @param {number} candidates @returns {(number | undefined)[]} */
function bounds(selection, candidates) {
  if (selection.share === undefined) return [selection.atLeast, selection.atMost];
  const tolerance = selection.tolerance || 0;
  return [
    Math.max(0, Math.floor((selection.share - tolerance) * candidates + 1e-9)),
    Math.min(candidates, Math.ceil((selection.share + tolerance) * candidates - 1e-9)),
  ];
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
  candidates.sort((a, b) => Number(a.loss) - Number(b.loss));
  const near = Math.abs(state.answer?.result.objective || 0) / 10000;
  const tossUps = candidates.filter((one) => Number(one.loss) <= near).length;
  return html`<h2>${t(selected ? 'whyFirstOut' : 'whyNext')}</h2><p class="hint">${t(selected ? 'whyFirstOutHint' : 'whyNextHint')}</p>
    <table data-line=${selected ? 'out' : 'next'}><tbody>${candidates.slice(0, LINE).map((one, i) => {
      const f = facts(state, one.municipality);
      const loss = Number(one.loss) / 1e6;
      return html`<tr><td class="n">${i + 1}</td><th scope="row"><button type="button" class="link" @click=${() => on.select(f.id)}>${f.name}</button> <small>${f.county}</small></th><td class="n">${one.by === 'certificate' ? t('atLeastWord') + ' ' : ''}${number(loss, digits(loss))}</td></tr>`;
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
