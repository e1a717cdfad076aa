// The rules of the scenario: their limits, whether they are reached, and what one more of each would bring.

import { change, price, regionPrice } from './form.js';
import { html, nothing } from './lit-html.js';
import { fixedOf, get } from './store.js';
import { number, percent, t } from './words.js';

/** @typedef {import('./types').State} State */
/** @typedef {import('./types').Place} Place */
/** @typedef {{name: string, limit: string, used: string, reached: boolean, worth?: number | null, solved?: string}} Rule worth: by the multiplier; solved: the pointer of what was solved again */

/** @param {State} state */
export function rules(state) {
  if (!state.answer) return nothing;
  const rows = [...shared(state), ...ofPlaces(state), ...ofMinors(state), ...regions(state), ...fixed(state)];
  return html`<div class="scroll"><table data-rules><thead><tr><th>${t('rule')}</th><th class="n">${t('limit')}</th><th class="n">${t('used')}</th><th>${t('reached')}</th><th class="n">${t('oneMoreShort')}</th></tr></thead>
    <tbody>${rows.map((one) => html`<tr data-rule=${one.name}><th scope="row">${one.name}</th><td class="n">${one.limit}</td><td class="n">${one.used}</td><td>${t(one.reached ? 'yes' : 'no')}</td><td class="n">${brings(state, one)}</td></tr>`)}</tbody></table></div>`;
}

/** @param {State} state @param {Rule} rule */
function brings(state, rule) {
  if (!rule.solved) return typeof rule.worth === 'number' ? '≈ ' + change(rule.worth) : '';
  const units = state.prices && state.prices.doc === state.doc ? state.prices.known.get(rule.solved) : undefined;
  if (units === undefined) return '';
  if (units === null) return t('impossibleCell');
  const words = change(units / 1e6);
  return rule.solved.startsWith('/fixed/') ? t('releasedCell', words) : words;
}

/** @param {number | undefined} least @param {number | undefined} most */
function between(least, most) {
  if (least === most) return number(least || 0);
  if (least === undefined) return '≤ ' + number(most || 0);
  return most === undefined ? '≥ ' + number(least) : `${number(least)}–${number(most)}`;
}

/** Over all candidates: their prices are the multipliers. @param {State} state @returns {Rule[]} */
function shared(state) {
  const totals = /** @type {import('./types').Answer} */ (state.answer).result.totals;
  const row = (/** @type {string} */ name, /** @type {number | undefined} */ least, /** @type {number | undefined} */ most, /** @type {number} */ used, /** @type {string} */ rule) => ({
    name: t(name), limit: between(least, most), used: number(used), reached: used === least || used === most, worth: price(state, rule),
  });
  const [persons, minors] = [get(state.doc, '/demand/persons'), get(state.doc, '/demand/minors') || 0];
  const most = get(state.doc, '/minors/municipalities/atMost');
  return [
    row('persons', persons, persons, totals.persons, 'persons'),
    ...(minors > 0 ? [row('minors', minors, minors, totals.minors, 'minors')] : []),
    ...(state.doc.selection ? [row('share', ...bounds(state.doc.selection, totals.candidates), totals.selected, 'selected')] : []),
    ...(most !== undefined && minors > 0 ? [row('at.minors.municipalities.atMost', undefined, most, totals.minorsMunicipalities, 'minorsMunicipalities')] : []),
  ];
}

/** The least and the most who may be asked. @param {any} selection @param {number} candidates @returns {[number | undefined, number | undefined]} */
function bounds(selection, candidates) {
  if (selection.share === undefined) return [selection.atLeast, selection.atMost];
  const tolerance = selection.tolerance || 0;
  return [
    Math.max(0, Math.floor((selection.share - tolerance) * candidates + 1e-9)),
    Math.min(candidates, Math.ceil((selection.share + tolerance) * candidates - 1e-9)),
  ];
}

/** A rule of each place by itself, reached where somebody stands at it. @param {State} state @param {string} pointer @param {string} limit @param {(place: Place) => boolean} isAt @param {string} [words] @returns {Rule[]} */
function single(state, pointer, limit, isAt, words = 'placesAt') {
  const n = [...(state.answer?.byId.values() || [])].filter(isAt).length;
  return [{ name: t('at' + pointer.replace(/\//g, '.')), limit, used: t(words, number(n)), reached: n > 0, solved: pointer }];
}

/** Which of two caps a place stands at is told by what it brings to raise one. @param {State} state @param {string} pointer @param {string} limit @param {(place: Place) => boolean} isAt @returns {Rule[]} */
function ofCap(state, pointer, limit, isAt) {
  const isOne = !(get(state.doc, '/places/maximumShareOf') && get(state.doc, '/places/maximumPer1000'));
  const units = state.prices && state.prices.doc === state.doc ? state.prices.known.get(pointer) : undefined;
  return single(state, pointer, limit, isAt, 'placesAtCap').map((one) => ({ ...one, reached: one.reached && (isOne || units !== 0) }));
}

/** @param {State} state */
function ofPlaces(state) {
  const places = state.doc.places || {};
  const atCap = (/** @type {Place} */ one) => one.binding.includes('cap') && one.persons !== places.maximum;
  return [
    ...single(state, '/places/minimum', number(places.minimum ?? 10), (one) => one.binding.includes('minimum')),
    ...(places.maximum !== undefined ? single(state, '/places/maximum', number(places.maximum), (one) => one.persons === places.maximum) : []),
    ...(places.maximumShareOf ? ofCap(state, '/places/maximumShareOf/share', percent(places.maximumShareOf.share, 0), atCap) : []),
    ...(places.maximumPer1000 ? ofCap(state, '/places/maximumPer1000/value', number(places.maximumPer1000.value, Number.isInteger(places.maximumPer1000.value) ? 0 : 1), atCap) : []),
  ];
}

/** @param {State} state */
function ofMinors(state) {
  const { minimumGroup, maximumShare, maximum } = state.doc.minors || {};
  if (!(get(state.doc, '/demand/minors') > 0)) return [];
  return [
    ...(minimumGroup > 1 ? single(state, '/minors/minimumGroup', number(minimumGroup), (one) => one.minors === minimumGroup) : []),
    ...(maximumShare < 1 ? single(state, '/minors/maximumShare', percent(maximumShare, 0), (one) => one.minors > 0 && one.minors === Math.floor(maximumShare * one.persons + 1e-9)) : []),
    ...(maximum !== undefined ? single(state, '/minors/maximum', number(maximum), (one) => one.minors === maximum && maximum > 0) : []),
  ];
}

/** A row for each end of a region's bounds that is set. @param {State} state @returns {Rule[]} */
function regions(state) {
  const asked = [...(state.answer?.byId.values() || [])];
  return (state.doc.regions || []).flatMap((/** @type {any} */ region, /** @type {number} */ r) => {
    const inside = asked.filter((one) => (region.municipalities ? region.municipalities.includes(one.municipality) : one.county === region.county));
    const name = region.name || state.dataset?.counties[region.county] || t('region', r + 1);
    return ['persons', 'minors', 'selected'].filter((band) => region[band]).map((band) => {
      const used = band === 'selected' ? inside.length : inside.reduce((sum, one) => sum + Number(one[/** @type {'persons'} */ (band)]), 0);
      const { atLeast, atMost } = region[band];
      return {
        name: `${name}, ${t(band === 'selected' ? 'asked' : band).toLowerCase()}`,
        limit: between(atLeast, atMost),
        used: number(used),
        reached: used === atLeast || used === atMost,
        worth: regionPrice(state, r, band, 'atMost') ?? regionPrice(state, r, band, 'atLeast'),
      };
    });
  });
}

/** What is fixed of single municipalities; its price is that of its release. @param {State} state @returns {Rule[]} */
function fixed(state) {
  return (state.doc.fixed || []).map((/** @type {any} */ entry) => {
    const id = entry.municipality;
    const { persons, selected } = fixedOf(state.doc, id);
    return {
      name: t('fixedRule', state.dataset?.byId.get(id)?.name || id),
      limit: persons !== undefined ? number(persons) : t(selected === false ? 'notAsked' : 'asked'),
      used: number(state.answer?.byId.get(id)?.persons || 0),
      reached: true,
      solved: '/fixed/' + id,
    };
  });
}
