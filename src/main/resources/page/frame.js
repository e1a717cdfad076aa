// The frame around it: head, sentence, banners, changes, and the ways out.

import { html, nothing } from './lit-html.js';
import { digits, facts } from './panel.js';
import { VIEWS } from './store.js';
import { compare, number, percent, signed, t } from './words.js';

/** @typedef {import('./types').State} State */

const LANGUAGES = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** How much better there may be. @param {import('./types').Result} result */
const unproven = (result) => (result.gap === null ? t('unprovenOpen') : t('unproven', number(result.gap / 1e6, 1)));

/** Proven, or by how much better there may be. @param {State} state */
export function proof(state) {
  const result = state.last;
  if (!result) return nothing;
  if (result.status === 'INFEASIBLE') return html`<span class="mark bad">${t('infeasibleMark')}</span>`;
  if (result.status === 'OPTIMAL') {
    return html`<span class="mark" title=${t('provenMeans')}>${result.proof === 'CERTIFIED' ? t('proven') : t('claimed')}</span>`;
  }
  if (result.status === 'FEASIBLE') return html`<span class="mark warn">${unproven(result)}</span>`;
  return html`<span class="mark warn">${t('notFound')}</span>`;
}

/** @param {State} state @param {any} on */
export function head(state, on) {
  return html`<div class="brand"><h1>Bosett</h1><p class="scenario" title=${state.doc?.name || ''}>${state.doc?.name || ''}</p><span id="proof">${proof(state)}</span></div>
    <nav aria-label=${t('views')}>${Object.keys(VIEWS).map((view) => html`<a href="#" data-view=${view} aria-current=${view === state.view ? 'page' : nothing} @click=${(/** @type {Event} */ e) => on.view(e, view)}>${t('view.' + view)}</a>`)}</nav>
    <div class="tools">
      <button type="button" data-menu="more" aria-expanded=${on.menuOpen()} @click=${on.menu}>${t('takeOut')}</button>
      <label class="quiet language"><span class="hidden">${t('language')}</span><select id="language" @change=${(/** @type {any} */ e) => on.language(e.target.value)}>
        ${Object.entries(LANGUAGES).map(([id, name]) => html`<option value=${id} lang=${id} ?selected=${id === state.language}>${name}</option>`)}</select></label>
    </div>
    ${on.menuOpen() ? menu(state, on) : nothing}`;
}

/** @param {State} state @param {any} on */
function menu(state, on) {
  const item = (/** @type {string} */ what, /** @type {boolean} */ there = true) =>
    there ? html`<button type="button" role="menuitem" data-export=${what} @click=${() => on.take(what)}>${t('take.' + what)}</button>` : nothing;
  return html`<div class="menu" role="menu">
    ${item('link')}${item('print')}${item('svg', !!state.answer)}${item('png', !!state.answer)}${item('scenario')}
    ${state.readOnly ? nothing : html`<hr />${item('csv')}${item('xlsx')}${item('geojson')}${item('certificate')}<p class="quiet">${t('takeKeeps')}</p>`}
  </div>`;
}

/** The whole in one sentence. @param {State} state */
export function sentence(state) {
  const answer = state.answer;
  if (!answer) return html`<p class="sentence" id="sentence">${state.last ? t('nothingYet') : t('reading')}</p>`;
  const { totals, fit } = answer.result;
  const bold = (/** @type {number} */ value) => html`<b>${number(value)}</b>`;
  const words = t('sentence', totals.persons, totals.selected, totals.candidates, totals.minors, totals.minorsMunicipalities);
  const parts = words.split(/\{(\w+)\}/);
  /** @type {Record<string, any>} */
  const values = {
    persons: bold(totals.persons),
    selected: bold(totals.selected),
    candidates: number(totals.candidates),
    minors: number(totals.minors),
    places: number(totals.minorsMunicipalities),
    fit: fit && fit.total !== null ? percent(fit.total) : '',
  };
  const stale = state.last !== answer.result;
  return html`<p class="sentence ${stale ? 'stale' : ''}" id="sentence">${parts.map((part, i) => (i % 2 === 1 ? values[part] : part))}${!stale && answer.result.status === 'FEASIBLE' ? html` <span id="gap">${unproven(answer.result)}.</span>` : nothing}</p>`;
}

/** What stands above everything. What is said of a state that is not the usual one comes when there is one. @param {State} state @param {any} on */
export function banners(state, on) {
  return html`${state.offline ? html`<p class="banner bad" role="alert" id="offline">${t('offline')}</p>` : nothing}
    ${state.readOnly ? html`<p class="banner" id="readonly">${t('readOnly', state.readOnly)} <button type="button" class="link" @click=${on.otherKey}>${t('otherKey')}</button></p>` : nothing}
    ${state.notice ? html`<p class="banner" id="notice" role="status">${state.notice} <button type="button" class="link" @click=${on.noticed}>${t('close')}</button></p>` : nothing}
    ${isUnusual(state) ? on.troubles(state) : nothing}`;
}

/** @param {State} state */
const isUnusual = (state) => state.needsKey || !!state.run || state.faults.length > 0 || (!!state.last && state.last.status !== 'OPTIMAL');

/** Who differs from the saved scenario, largest first. @param {State} state */
export function changes(state) {
  if (!state.answer || !state.saved || state.answer === state.saved) return [];
  const ids = new Set([...state.answer.byId.keys(), ...state.saved.byId.keys()]);
  return [...ids]
    .map((id) => facts(state, id))
    .filter((f) => f.persons !== f.saved || f.minors !== f.savedMinors)
    .sort((a, b) => Math.abs(b.persons - b.saved) - Math.abs(a.persons - a.saved) || compare(a.name, b.name));
}

/** @param {State} state @param {any} on @param {boolean} isChanged whether the document differs */
export function changesView(state, on, isChanged) {
  const all = changes(state);
  if (!isChanged) return html`<h2>${t('changesTitle')}</h2><p class="quiet" id="changed" data-changed="0">${t('unchanged')}</p>`;
  const entered = all.filter((f) => f.saved === 0).length;
  const left = all.filter((f) => f.persons === 0).length;
  const groups = [
    { name: 'entering', of: all.filter((f) => f.saved === 0) },
    { name: 'leaving', of: all.filter((f) => f.persons === 0) },
    { name: 'gaining', of: all.filter((f) => f.saved > 0 && f.persons > f.saved) },
    { name: 'losing', of: all.filter((f) => f.persons > 0 && f.persons < f.saved) },
    { name: 'minorsMoved', of: all.filter((f) => f.persons === f.saved) },
  ].filter((group) => group.of.length > 0);
  const effect = state.saved?.result.objective !== null && state.saved && state.answer?.result.objective !== null && state.answer
    ? (Number(state.answer.result.objective) - Number(state.saved.result.objective)) / 1e6 : null;
  return html`<h2>${t('changesTitle')}</h2>
    <p id="changed" data-changed=${all.length} ?hidden=${state.answer?.result !== state.last || state.faults.length > 0}><b>${t('changedCount', all.length, number(all.length))}</b> ${t('inAndOut', number(entered), number(left))}</p>
    ${effect !== null && all.length > 0 ? html`<p class="quiet">${t('objectiveChange', signed(effect, digits(Math.abs(effect))))}</p>` : nothing}
    <p class="actions">
      <button type="button" @click=${on.undo}>${t('undo')}</button>
      <button type="button" @click=${on.revert}>${t('revert')}</button>
      ${state.readOnly ? nothing : html`<button type="button" @click=${on.askName} aria-expanded=${on.naming()}>${t('saveAs')}</button>`}
    </p>
    ${on.naming() ? html`<form class="actions" @submit=${on.save}><label>${t('name')} <input name="name" required maxlength="1000" .value=${state.doc.name || ''} /></label><button>${t('save')}</button></form>` : nothing}
    ${groups.map((group) => html`<details class="moves" data-moves=${group.name} ?open=${group.name === 'entering' || group.name === 'leaving' || group.of.length <= 12}><summary>${t(group.name)} (${number(group.of.length)})</summary>
      <ul class="changes">${group.of.map((f) => html`<li><button type="button" class="link" @click=${() => on.select(f.id)}>${f.name}</button>
      <span>${f.saved > 0 ? number(f.saved) : '–'} → <b>${f.persons > 0 ? number(f.persons) : '–'}</b>${f.persons === f.saved ? html` <small>${t('minorsChanged', number(f.savedMinors), number(f.minors))}</small>` : nothing}</span></li>`)}</ul></details>`)}`;
}

/**
 * @param {State} state @param {any} on @param {{value: string, label: string}[]} modes
 * @param {import('./map.js').Scale} scale
 */
export function mapTools(state, on, modes, scale) {
  const first = scale.kind === 'change' ? nothing : html`<li><i class="hollow"></i>${scale.kind === 'loss' ? t('unknown') : t('notAsked')}</li>`;
  return html`<div class="maptools"><label><span class="quiet">${t('shows')}</span>
      <select id="mode" @pointerenter=${on.modes} @focus=${on.modes} @change=${(/** @type {any} */ e) => on.mode(e.target.value)}>${modes.map((one) => html`<option value=${one.value} ?selected=${one.value === state.mode}>${one.label}</option>`)}</select></label>
    ${state.dataset?.boundaries ? html`<button type="button" id="borders" aria-pressed=${state.borders} @click=${on.borders}>${t('trueBorders')}</button>` : nothing}
    <button type="button" id="table-only" aria-pressed=${state.tableOnly} @click=${on.tableOnly}>${t('tableOnly')}</button></div>
    <ul class="legend" aria-label=${t('legend')}>${first}${scale.labels.map((label, i) => html`<li><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill=${scale.colours[i]}></rect></svg>${label}</li>`)}</ul>`;
}

/** What of the table is shown. @param {State} state @param {any} on */
export function filters(state, on) {
  return html`${['all', 'asked', 'notAsked', 'changed'].map((one) => html`<label><input type="radio" name="filter" value=${one} .checked=${state.filter === one} @change=${() => on.filter(one)} />${t('filter.' + one)}</label>`)}`;
}
