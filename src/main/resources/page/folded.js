// What of the form is folded: rules that are seldom changed, and the document itself.

import { html, nothing } from './lit-html.js';
import { criterion, faultsAt, price, regionPrice, slider } from './form.js';
import { indicatorName } from './panel.js';
import { get } from './store.js';
import { number, t } from './words.js';

/** @typedef {import('./types').State} State */

/** The inside of a group. @param {string} group @param {State} state @param {any} on @returns {any} */
export function body(group, state, on) {
  switch (group) {
    case 'caps': return caps(state, on);
    case 'candidates': return candidates(state, on);
    case 'minorsRules': return minors(state, on);
    case 'tilts': return tilts(state, on);
    case 'regions': return regions(state, on);
    case 'fixedRules': return fixed(state, on);
    case 'previous': return previous(state, on);
    case 'fitRule': return fit(state, on);
    case 'solverRule': return solver(state, on);
    default: return documentView(state, on);
  }
}

/** @param {any} ref */
const source = (ref) => t('ofIndicator', ref.indicator, ref.year || (ref.years ? `${ref.years.from}–${ref.years.to}` : ''));

/** @param {State} state @param {any} on */
function caps(state, on) {
  const share = get(state.doc, '/places/maximumShareOf');
  const rate = get(state.doc, '/places/maximumPer1000');
  return html`
    ${share ? html`${slider(state, on, { pointer: '/places/maximumShareOf/share', label: t('maximumShareOf'), min: 0, max: 200, percent: true })}<p class="hint">${source(share)}</p>` : nothing}
    ${rate ? html`${slider(state, on, { pointer: '/places/maximumPer1000/value', label: t('maximumPer1000'), min: 0, max: 50, step: 0.5, digits: 1 })}<p class="hint">${source(rate)}</p>` : nothing}
    ${slider(state, on, { pointer: '/places/maximum', label: t('maximum'), min: 1, max: 1000, optional: true, missing: 1000 })}`;
}

/** @param {State} state @param {any} on */
function candidates(state, on) {
  const settled = get(state.doc, '/candidates/settledIn');
  const include = get(state.doc, '/candidates/include') || [];
  const exclude = get(state.doc, '/candidates/exclude') || [];
  const name = (/** @type {string} */ id) => state.dataset?.byId.get(id)?.name || id;
  return html`
    ${settled ? html`
      ${slider(state, on, { pointer: '/candidates/settledIn/from', label: t('settledFrom'), min: settled.to - 15, max: settled.to })}
      ${slider(state, on, { pointer: '/candidates/settledIn/to', label: t('settledTo'), min: settled.from, max: state.dataset?.year || settled.to })}` : html`<p class="hint">${t('allCandidates')}</p>`}
    ${include.length > 0 ? html`<p>${t('included')}: ${include.map(name).join(', ')}</p>` : nothing}
    ${exclude.length > 0 ? html`<p>${t('excluded')}: ${exclude.map(name).join(', ')}</p>` : nothing}
    ${state.selected ? html`<p class="actions"><button type="button" @click=${() => on.exclude(state.selected)}>${exclude.includes(state.selected) ? t('excludeNoMore', name(state.selected)) : t('exclude', name(state.selected))}</button></p>` : nothing}`;
}

/** @param {State} state @param {any} on */
function minors(state, on) {
  return html`
    ${minorsCandidates(state, on)}
    ${slider(state, on, { pointer: '/minors/minimumGroup', label: t('minimumGroup'), min: 1, max: 20, missing: 1 })}
    ${slider(state, on, { pointer: '/minors/maximumShare', label: t('maximumShare'), min: 0, max: 100, percent: true, missing: 1 })}
    ${slider(state, on, { pointer: '/minors/maximum', label: t('minorsMaximum'), min: 1, max: 200, optional: true, missing: 200 })}
    ${slider(state, on, { pointer: '/minors/municipalities/atMost', label: t('minorsPlaces'), min: 0, max: 200, optional: true, missing: 200, price: price(state, 'minorsMunicipalities') })}`;
}

/** Who may take minors: those of a list, or those of whom an indicator says enough. @param {State} state @param {any} on */
function minorsCandidates(state, on) {
  const at = '/minors/candidates';
  const who = get(state.doc, at);
  if (!who) return nothing;
  const isListed = Array.isArray(who);
  const digits = [who.atLeast, who.atMost].every((one) => one === undefined || Number.isInteger(one)) ? 0 : 2;
  const limit = (/** @type {'atLeast' | 'atMost'} */ end) => who[end] === undefined ? nothing
    : slider(state, on, { pointer: `${at}/${end}`, label: t(`at.minors.candidates.${end}`, indicatorName(who.indicator)), min: 0, max: Math.max(100, 2 * (get(state.base, `${at}/${end}`) || 0)), digits, step: digits === 0 ? 1 : 0.01 });
  return html`<div class="field" data-field=${at}>
    <p>${isListed ? t('minorsListed', who.map((/** @type {string} */ id) => state.dataset?.byId.get(id)?.name || id).join(', ')) : t('minorsMeeting', indicatorName(who.indicator), who.year)}
      <button type="button" class="link" @click=${() => on.put(at, undefined)}>${t('remove')}</button></p>
    ${faultsOf(state, at, [''])}</div>
    ${isListed ? nothing : html`${limit('atLeast')}${limit('atMost')}`}`;
}

/** The faults of an entry and of its members. @param {State} state @param {string} at @param {string[]} members */
const faultsOf = (state, at, members) =>
  [...new Set(members.flatMap((one) => faultsAt(state, at + one)))].map((words) => html`<p class="fault">${words}</p>`);

/** @param {State} state @param {any} on */
function tilts(state, on) {
  return state.doc.criteria.map((/** @type {any} */ one, /** @type {number} */ i) => html`
    <h3>${criterion(one.id)}</h3><p class="hint">${source(one.base || {})}</p>
    ${slider(state, on, { pointer: `/criteria/${i}/base/power`, label: t('power'), min: 0, max: 2, step: 0.05, digits: 2, missing: 1, optional: true })}
    ${one.tilt ? html`${slider(state, on, { pointer: `/criteria/${i}/tilt/strength`, label: t('strength'), min: -1, max: 1, step: 0.05, digits: 2 })}<p class="hint">${source(one.tilt)}</p>` : nothing}`);
}

/** @param {State} state @param {any} on */
function regions(state, on) {
  const all = state.doc.regions || [];
  const counties = Object.entries(state.dataset?.counties || {});
  return html`${all.map((/** @type {any} */ one, /** @type {number} */ i) => {
    const name = one.name || state.dataset?.counties[one.county] || t('region', i + 1);
    const bands = ['persons', 'minors', 'selected'].filter((band) => one[band]);
    return html`<h3>${name} <button type="button" class="link" @click=${() => on.removeRegion(i)}>${t('remove')}</button></h3>
      ${bands.map((band) => html`
        ${one[band].atLeast !== undefined ? slider(state, on, { pointer: `/regions/${i}/${band}/atLeast`, label: t('least.' + band), min: 0, max: 1000, price: regionPrice(state, i, band, 'atLeast') }) : nothing}
        ${one[band].atMost !== undefined ? slider(state, on, { pointer: `/regions/${i}/${band}/atMost`, label: t('most.' + band), min: 0, max: 1000, price: regionPrice(state, i, band, 'atMost') }) : nothing}`)}
      ${faultsAt(state, `/regions/${i}`).map((words) => html`<p class="fault">${words}</p>`)}`;
  })}
  ${counties.length > 1 ? html`<form class="actions" @submit=${on.addRegion}>
    <select name="county" aria-label=${t('county')}>${counties.map(([id, name]) => html`<option value=${id}>${name}</option>`)}</select>
    <button>${t('addRegion')}</button></form>` : nothing}`;
}

/** @param {State} state @param {any} on */
function fixed(state, on) {
  const all = state.doc.fixed || [];
  if (all.length === 0) return html`<p class="hint">${t('noneFixed')}</p>`;
  return html`<ul class="plain">${all.map((/** @type {any} */ one, /** @type {number} */ i) => html`<li data-field=${'/fixed/' + i}>
    <button type="button" class="link" @click=${() => on.select(one.municipality)}>${state.dataset?.byId.get(one.municipality)?.name || one.municipality}</button>
    ${one.persons !== undefined ? number(one.persons) : one.selected === false ? t('notAsked') : t('asked')}
    <button type="button" class="link" @click=${() => on.fixed(one.municipality, null)}>${t('unfix')}</button>
    ${faultsOf(state, '/fixed/' + i, ['', '/persons', '/minors', '/selected'])}</li>`)}</ul>`;
}

/** @param {State} state @param {any} on */
function previous(state, on) {
  const allocation = get(state.doc, '/previous/allocation');
  if (!allocation) {
    return html`<p class="hint">${t('noPrevious')}</p>
      <p class="actions"><button type="button" @click=${() => on.usePrevious()}>${t('usePrevious')}</button></p>`;
  }
  return html`<p class="hint">${t('previousNumbers', Object.keys(allocation).length)}</p>
    ${slider(state, on, { pointer: '/previous/costPerPersonMoved', label: t('costPerson'), min: 0, max: 1, step: 0.01, digits: 2, missing: 0 })}
    ${slider(state, on, { pointer: '/previous/costPerSwitch', label: t('costSwitch'), min: 0, max: 20, step: 0.5, digits: 1, missing: 0 })}
    <p class="actions"><button type="button" @click=${() => on.put('/previous', undefined)}>${t('remove')}</button></p>`;
}

/** @param {State} state @param {any} on */
function fit(state, on) {
  const now = state.doc.fit || 'proportional';
  return html`<div role="radiogroup" aria-label=${t('group.fitRule')}>${['proportional', 'overlap', 'score'].map((one) => html`
    <label class="radio"><input type="radio" name="fit" .checked=${now === one} @change=${() => on.put('/fit', one)} /> <span>${t('fit.' + one)}<small>${t('fitMeans.' + one)}</small></span></label>`)}</div>`;
}

/** @param {State} state @param {any} on */
function solver(state, on) {
  const now = get(state.doc, '/solver/name') || 'decomposition';
  return html`<label class="row">${t('group.solverRule')} <select @change=${(/** @type {any} */ e) => on.put('/solver/name', e.target.value === 'decomposition' ? undefined : e.target.value)}>
    ${['decomposition', 'cp-sat', 'highs', 'scip', 'cbc', 'spreadsheet'].map((one) => html`<option ?selected=${one === now}>${one}</option>`)}</select></label>`;
}

/** @param {State} state @param {any} on */
function documentView(state, on) {
  const others = state.faults;
  return html`<textarea id="document" rows="16" spellcheck="false" aria-label=${t('group.document')} .value=${JSON.stringify(state.doc, null, 2)}></textarea>
    ${others.map((one) => html`<p class="fault"><code>${one.pointer || '/'}</code> ${one.detail}</p>`)}
    <p class="actions"><button type="button" @click=${() => on.documentTyped(/** @type {any} */ (document.getElementById('document')).value)}>${t('applyDocument')}</button>
    <button type="button" @click=${() => on.downloadDocument()}>${t('download')}</button></p>`;
}
