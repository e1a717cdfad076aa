// Which controls of the scenario a sweep varies, and between what: every number that the form has a control for.

import { criterion } from './form.js';
import { html, nothing } from './lit-html.js';
import { get } from './store.js';
import { has, number, parse, t } from './words.js';

/** @typedef {import('./types').State} State */
/**
 * @typedef {object} Range a control that can vary
 * @property {string} name of the axis
 * @property {string} group of the form
 * @property {string} label
 * @property {string} at pointer of the field; empty for figures
 * @property {{indicator: string, year: number} | null} figure whose cells get noise; `to` is its relative standard deviation
 * @property {number} from
 * @property {number} to
 * @property {number} digits
 * @property {boolean} on
 */

const POINTS = 2000;
const NOISE = 0.02;

/** Whole numbers, each with the least it may be. @type {[string, string, string, number][]} */
const WHOLE = [
  ['demand', 'demand', '/demand/persons', 1], ['demand_minors', 'demand', '/demand/minors', 0],
  ['minimum', 'places', '/places/minimum', 1], ['cap', 'places', '/places/maximum', 1],
  ['at_least', 'selection', '/selection/atLeast', 0], ['at_most', 'selection', '/selection/atMost', 0],
  ['settled_from', 'candidates', '/candidates/settledIn/from', 0], ['settled_to', 'candidates', '/candidates/settledIn/to', 0],
  ['minors_group', 'minors', '/minors/minimumGroup', 1], ['minors_maximum', 'minors', '/minors/maximum', 1],
  ['minors_places', 'minors', '/minors/municipalities/atMost', 0],
];
/** Others, each with the most it may be. @type {[string, string, string, number][]} */
const REAL = [
  ['share', 'selection', '/selection/share', 1], ['tolerance', 'selection', '/selection/tolerance', 1],
  ['cap_share', 'places', '/places/maximumShareOf/share', Infinity], ['cap_per1000', 'places', '/places/maximumPer1000/value', Infinity],
  ['minors_share', 'minors', '/minors/maximumShare', 1],
  ['cost_moved', 'previous', '/previous/costPerPersonMoved', Infinity], ['cost_switch', 'previous', '/previous/costPerSwitch', Infinity],
];
const YEARS = ['settled_from', 'settled_to'];

/** What is set up, of which document. @type {{of: any, ranges: Range[], count: string}} */
let setup = { of: null, ranges: [], count: String(POINTS) };

/** @param {number} value @param {number} digits */
const rounded = (value, digits) => Math.round(value * 10 ** digits) / 10 ** digits;

/** @param {string} step of a pointer */
const escaped = (step) => String(step).replace(/~/g, '~0').replace(/\//g, '~1');

/** A control with a range of whole numbers around its value. @param {string} name @param {string} group @param {string} at @param {string} label @param {number} value @param {number} least @returns {Range} */
function whole(name, group, at, label, value, least) {
  const width = YEARS.includes(name) ? 1 : Math.max(2, Math.round(value / 10));
  return { name, group, at, label, figure: null, digits: 0, from: Math.max(least, value - width), to: value + width, on: false };
}

/** The controls that can vary, each with a range around its present value. @param {State} state @returns {Range[]} */
function ranges(state) {
  const doc = state.doc;
  /** @type {Range[]} */
  const list = [];
  const real = (/** @type {string} */ name, /** @type {string} */ group, /** @type {string} */ at, /** @type {string} */ label, /** @type {number} */ low, /** @type {number} */ high, on = false) =>
    list.push({ name, group, at, label, figure: null, digits: 4, from: rounded(low, 4), to: rounded(high, 4), on });
  const criteria = doc.criteria || [];
  for (const one of criteria) {
    const weight = Number(one.weight) || 0;
    real(`weight_${one.id}`, 'criteria', `/criteria/${escaped(one.id)}/weight`, t('sweep.weight', criterion(one.id)), weight / 2, weight * 1.5 || 0.1, criteria.length > 1);
  }
  for (const one of criteria) {
    const strength = one.tilt?.strength;
    const width = Math.max(0.1, Math.abs(Number(strength)) / 2);
    if (typeof strength === 'number') real(`strength_${one.id}`, 'tilts', `/criteria/${escaped(one.id)}/tilt/strength`, t('sweep.strength', criterion(one.id)), strength - width, strength + width);
    const power = one.base?.power;
    if (typeof power === 'number') real(`power_${one.id}`, 'tilts', `/criteria/${escaped(one.id)}/base/power`, t('sweep.power', criterion(one.id)), power * 0.8, power * 1.2 || 0.2);
  }
  for (const [name, group, at, least] of WHOLE) {
    const value = get(doc, at);
    if (typeof value === 'number') list.push(whole(name, group, at, worded(at), value, least));
  }
  for (const [name, group, at, most] of REAL) {
    const value = get(doc, at);
    if (typeof value === 'number') real(name, group, at, worded(at), value * 0.8, Math.min(most, value * 1.2 || 0.1));
  }
  return [...list, ...bounds(state), ...figures(state)];
}

/** The name of a field. @param {string} pointer */
const worded = (pointer) => t('at' + pointer.replace(/\//g, '.'));

/** Bounds of regions. @param {State} state @returns {Range[]} */
const bounds = (state) =>
  (state.doc.regions || []).flatMap((/** @type {any} */ one, /** @type {number} */ i) =>
    ['persons', 'minors', 'selected'].flatMap((band) => ['atLeast', 'atMost'].filter((end) => typeof one[band]?.[end] === 'number').map((end) => {
      const name = one.name || state.dataset?.counties[one.county] || t('region', i + 1);
      return whole(`region_${i}_${band}_${end}`, 'regions', `/regions/${i}/${band}/${end}`, `${name}: ${t((end === 'atLeast' ? 'least.' : 'most.') + band)}`, one[band][end], 0);
    })));

/** The latest year of each figure that criteria read. @param {State} state @returns {Range[]} */
function figures(state) {
  /** @type {Map<string, Range>} */
  const all = new Map();
  for (const one of state.doc.criteria || []) {
    for (const figure of [one.base, one.tilt]) {
      const year = figure?.year ?? figure?.years?.to;
      if (!figure?.indicator || typeof year !== 'number') continue;
      const words = 'indicator.' + figure.indicator;
      const label = t('sweep.noise', has(words) ? t(words) : figure.indicator.replace(/_/g, ' '), year);
      all.set(figure.indicator + year, { name: `figure_${figure.indicator}_${year}`, group: 'figures', at: '', label, figure: { indicator: figure.indicator, year }, digits: 4, from: 0, to: NOISE, on: false });
    }
  }
  return [...all.values()];
}

/** Sets up what the document on screen has; what was chosen stays where it is still there. @param {State} state */
export function follow(state) {
  if (setup.of === state.doc && setup.ranges[0]?.label === ranges(state)[0]?.label) return;
  const kept = (/** @type {Range} */ one) => setup.ranges.find((old) => old.name === one.name)?.on ?? one.on;
  setup = { of: state.doc, ranges: ranges(state).map((one) => ({ ...one, on: kept(one) })), count: setup.count };
}

/** What an axis is called. @param {string} name */
export const labelOf = (name) => (name === 'quota' ? t('sweep.quota') : setup.ranges.find((one) => one.name === name)?.label || name);

/** The document of the sweep. Minors keep their share of the persons where these vary and they do not themselves. @param {State} state */
export function asked(state) {
  const chosen = setup.ranges.filter((one) => one.on);
  const axes = chosen.map((one) => (one.figure ? { name: one.name, figure: one.figure, normal: { relative: one.to } } : { name: one.name, at: one.at, between: [one.from, one.to], ...(one.digits > 0 ? { digits: one.digits } : {}) }));
  const [persons, minors] = [Number(get(state.doc, '/demand/persons')), Number(get(state.doc, '/demand/minors'))];
  const isOn = (/** @type {string} */ name) => chosen.some((one) => one.name === name);
  const more = isOn('demand') && !isOn('demand_minors') && minors > 0 ? [{ name: 'quota', at: '/demand/minors', of: 'demand', times: rounded(minors / persons, 6) }] : [];
  return { name: state.doc.name || '', scenario: state.doc, draws: { count: parse(setup.count) ?? 0, seed: 1, axes: [...axes, ...more] }, keep: ['totals', 'fits', 'selected'] };
}

/** @param {State} state @param {boolean} isRunning @param {() => void} start @param {() => void} again */
export function form(state, isRunning, start, again) {
  const typed = (/** @type {Range} */ one, /** @type {'from' | 'to'} */ end, /** @type {any} */ input) => {
    one[end] = parse(input.value) ?? one[end];
    again();
  };
  const field = (/** @type {Range} */ one, /** @type {'from' | 'to'} */ end) =>
    html`<input inputmode="decimal" size="7" aria-label=${`${one.label}: ${t(one.figure ? 'sweep.deviation' : 'sweep.' + end)}`} ?disabled=${!one.on} .value=${number(one[end], plainly(one))} @change=${(/** @type {any} */ e) => typed(one, end, e.target)} />`;
  const row = (/** @type {Range} */ one) => html`<tr><td><label><input type="checkbox" data-range=${one.name} .checked=${one.on} @change=${(/** @type {any} */ e) => { one.on = e.target.checked; again(); }} /> ${one.label}</label></td>
    <td>${one.figure ? nothing : field(one, 'from')}</td><td>${field(one, 'to')}</td></tr>`;
  const groups = [...new Set(setup.ranges.map((one) => one.group))];
  const table = (/** @type {string} */ group) => html`<div class="scroll"><table><thead><tr><th>${t('sweep.vary')}</th><th>${group === 'figures' ? nothing : t('sweep.from')}</th><th>${t(group === 'figures' ? 'sweep.deviation' : 'sweep.to')}</th></tr></thead><tbody>${setup.ranges.filter((one) => one.group === group).map(row)}</tbody></table></div>`;
  const on = (/** @type {string} */ group) => setup.ranges.filter((one) => one.group === group && one.on).length;
  return html`<form id="sweep-form" @submit=${(/** @type {Event} */ e) => { e.preventDefault(); start(); }}>
    ${groups.map((group) => (group === 'criteria' ? table(group) : html`<details data-group=${group}><summary>${t('sweep.group.' + group)}${on(group) > 0 ? ` (${number(on(group))})` : ''}</summary>${table(group)}</details>`))}
    <p class="actions"><label>${t('sweep.count')} <input id="sweep-count" inputmode="numeric" size="8" .value=${setup.count} @change=${(/** @type {any} */ e) => { setup.count = e.target.value; }} /></label>
      <button id="sweep-start" ?disabled=${isRunning || state.readOnly !== '' || !setup.ranges.some((one) => one.on)}>${t('sweep.start')}</button></p></form>`;
}

/** As many digits as the values of a range have. @param {Range} one */
const plainly = (one) => (one.digits === 0 ? 0 : Math.max(2, ...[one.from, one.to].map((value) => Math.min(4, (String(value).split('.')[1] || '').length))));
