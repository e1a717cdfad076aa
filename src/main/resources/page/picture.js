// What the map shows: modes, scales of colours, and the picture of an answer.

import { changes } from './frame.js';
import { facts, indicatorName, newest, sortOf } from './panel.js';
import { FIRST, VIEWS, get } from './store.js';
import { number, percent, signed, t } from './words.js';

/** @typedef {import('./types').State} State */
/** @typedef {import('./types').Json} Json */
/** @typedef {import('./map.js').Scale} Scale */

const BLUES = {
  light: ['#cfe1f3', '#a9cbe9', '#7db0dc', '#5394cc', '#2f75b5', '#17528f', '#08306b'],
  dark: ['#23364d', '#2b4c72', '#35659b', '#4781c0', '#69a0d8', '#9cc3ea', '#d3e5f8'],
};
const CHANGE = ['#8c3a00', '#c4621a', '#eb9d5c', '#f8d3b0', '#efefef', '#b9d3ec', '#6fa5d6', '#2c6fb0', '#0b3a70'];

/** @type {MediaQueryList} */
export const dark = matchMedia('(prefers-color-scheme: dark)');

export const surface = () => (dark.matches ? '#2a2d31' : '#fafafa');

const blues = () => (dark.matches ? BLUES.dark : BLUES.light);

/** Persons, in classes above the minimum. @param {number} minimum @returns {Scale} */
export function personsScale(minimum) {
  const limits = [minimum, ...[15, 20, 30, 50, 100].filter((one) => one > minimum)];
  const labels = limits.map((one, i) => {
    if (i === 0) return minimum > 1 ? number(one) : '1';
    const from = limits[i - 1] + 1;
    return from === one ? number(one) : `${number(from)}–${number(one)}`;
  });
  labels.push(t('over', number(limits[limits.length - 1])));
  return { kind: 'persons', limits, colours: blues().slice(7 - labels.length), labels };
}

/** @returns {Scale} */
export function changeScale() {
  const limits = [-100, -30, -10, -1, 0, 9, 29, 99];
  const labels = [
    ...[-100, -30, -10, -1].map((one) => '≤ ' + number(one)), '0',
    ...[1, 10, 30, 100].map((one) => '≥ ' + signed(one)),
  ];
  return { kind: 'change', limits, colours: CHANGE, labels };
}

/** Losses as shares of the objective. @returns {Scale} */
export function lossScale() {
  const limits = [0, 0.0001, 0.0005, 0.001, 0.005, 0.01];
  const labels = limits.map((one) => (one === 0 ? percent(0, 0) : '≤ ' + percent(one, one < 0.001 ? 2 : 1)));
  labels.push(t('over', percent(0.01, 0)));
  return { kind: 'loss', limits, colours: blues(), labels };
}

/** Sevenths of the values, rounded to what people read. @param {number[]} values @param {number} digits @returns {Scale} */
export function septiles(values, digits) {
  const sorted = values.slice().sort((a, b) => a - b);
  /** @type {number[]} */
  const limits = [];
  for (let k = 1; k < 7 && sorted.length > 0; k++) {
    const limit = rounded(sorted[Math.min(sorted.length - 1, Math.floor((k * sorted.length) / 7))]);
    if (limits.length === 0 || limit > limits[limits.length - 1]) limits.push(limit);
  }
  const labels = limits.map((one) => '≤ ' + number(one, digitsOf(one, digits)));
  labels.push(t('over', number(limits[limits.length - 1] || 0, digitsOf(limits[limits.length - 1] || 0, digits))));
  return { kind: 'septiles', limits, colours: blues().slice(7 - labels.length), labels };
}

/** Two significant digits. @param {number} value */
function rounded(value) {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return Math.round(Math.round(value / unit) * unit * 1e6) / 1e6;
}

/** @param {number} value @param {number} most */
function digitsOf(value, most) {
  for (let digits = 0; digits < most; digits++) {
    if (Math.abs(value - Number(value.toFixed(digits))) < 1e-9) return digits;
  }
  return most;
}

/** @param {Scale} scale @param {number} value */
export function colour(scale, value) {
  let i = 0;
  while (i < scale.limits.length && value > scale.limits[i]) i++;
  return scale.colours[Math.min(i, scale.colours.length - 1)];
}

/** @param {string} hex */
function luminance(hex) {
  const parts = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
  const [r, g, b] = parts.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Black or white, whichever contrasts more. @param {string} fill */
export function ink(fill) {
  const light = luminance(fill);
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}

/** What the map can show of this dataset. @param {State} state */
export function modes(state) {
  const list = [{ value: 'persons', label: t('mode.persons') }];
  const knows = (/** @type {string} */ indicator) => state.dataset?.municipalities.some((one) => one.indicators[indicator]);
  if (knows('population')) list.push({ value: 'per1000', label: t('mode.per1000') });
  if (knows('requested')) list.push({ value: 'change', label: t('mode.change', (state.dataset?.year || 0) - 1) });
  list.push({ value: 'loss', label: t('mode.loss') });
  for (const id of indicators(state)) list.push({ value: 'i:' + id, label: indicatorName(id) });
  return list;
}

/** The indicators that the scenario uses, the one that is shown, and all others once the picker has been opened. @param {State} state */
function indicators(state) {
  const used = new Set();
  for (const one of state.doc?.criteria || []) {
    if (one.base) used.add(one.base.indicator);
    if (one.tilt) used.add(one.tilt.indicator);
  }
  if (state.mode.startsWith('i:')) used.add(state.mode.slice(2));
  for (const one of state.dataset?.indicators || []) used.add(one.id);
  return [...used].filter(Boolean);
}

/** What each tile shows in the mode of the map. @param {State} state @returns {import('./map.js').Picture} */
export function picture(state) {
  /** @type {Map<string, import('./map.js').Shown>} */
  const shown = new Map();
  const asked = new Set(state.answer ? state.answer.byId.keys() : []);
  const changed = new Set();
  const dropped = new Set();
  const outside = new Set();
  const fixed = new Set((state.doc?.fixed || []).map((/** @type {Json} */ one) => one.municipality));
  for (const f of state.answer ? changes(state) : []) {
    changed.add(f.id);
    if (f.persons === 0) dropped.add(f.id);
  }
  const all = state.answer && state.dataset ? state.dataset.municipalities.map((one) => facts(state, one.id)) : [];
  let scale = personsScale(Number(get(state.doc, '/places/minimum') ?? 10));
  if (state.answer && state.answer.candidates.size > 0) {
    for (const f of all) if (!f.candidate) outside.add(f.id);
  }
  if (state.mode === 'per1000') {
    const some = all.filter((f) => f.persons > 0 && f.per1000 !== null);
    scale = septiles(some.map((f) => Number(f.per1000)), 1);
    some.forEach((f) => shown.set(f.id, { value: Number(f.per1000), text: number(Number(f.per1000), Number(f.per1000) < 10 ? 1 : 0) }));
  } else if (state.mode === 'change') {
    scale = changeScale();
    all.filter((f) => f.change !== null && (f.persons > 0 || f.last)).forEach((f) => shown.set(f.id, { value: Number(f.change), text: f.change === 0 ? '0' : signed(Number(f.change)) }));
  } else if (state.mode === 'loss') {
    scale = lossScale();
    const whole = Math.abs(state.answer?.result.objective || 1);
    for (const f of all) {
      if (!f.candidate || f.candidate.loss === null) continue;
      shown.set(f.id, { value: f.candidate.loss / whole, text: number(f.candidate.loss / 1e6, f.candidate.loss < 1e7 ? 1 : 0) });
    }
  } else if (state.mode.startsWith('i:') && state.dataset) {
    const id = state.mode.slice(2);
    const values = state.dataset.municipalities.map((one) => ({ id: one.id, value: newest(one, id) })).filter((one) => one.value !== null);
    scale = septiles(values.map((one) => Number(one.value)), 1);
    values.forEach((one) => shown.set(one.id, { value: Number(one.value), text: compact(Number(one.value)) }));
  } else {
    for (const f of all) if (f.persons > 0) shown.set(f.id, { value: f.persons, text: number(f.persons) });
  }
  return { shown, asked, fixed, changed, dropped, outside, scale };
}

/** @param {number} value */
function compact(value) {
  if (Math.abs(value) >= 10000) return number(value / 1000) + 'k';
  return number(value, Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0);
}

/**
 * Takes view, mode and selection from a link.
 * @param {State} state @param {import('./store.js').Link} link @returns {string[]} what does not fit
 */
export function suited(state, link) {
  /** @type {string[]} */
  const unfit = [];
  const isMode = link.mode.startsWith('i:')
    ? state.dataset?.municipalities.some((one) => one.indicators[link.mode.slice(2)])
    : modes(state).some((one) => one.value === link.mode);
  if (!Object.hasOwn(VIEWS, link.view)) unfit.push('v=' + link.view);
  if (state.dataset && !isMode) unfit.push('m=' + link.mode);
  if (link.selected && state.dataset && !state.dataset.byId.has(link.selected)) unfit.push('sel=' + link.selected);
  if (link.language && !['nb', 'nn', 'en'].includes(link.language)) unfit.push('lang=' + link.language);
  const shape = link.said.get('shape');
  state.borders = link.borders && !!state.dataset?.boundaries;
  if (shape !== null && state.dataset && !state.borders) unfit.push('shape=' + shape);
  state.view = Object.hasOwn(VIEWS, link.view) ? link.view : FIRST.view;
  const mode = isMode ? link.mode : FIRST.mode;
  if (mode !== state.sortedBy) state.sort = sortOf(mode);
  state.mode = state.sortedBy = mode;
  state.selected = link.selected && state.dataset?.byId.has(link.selected) ? link.selected : null;
  return unfit;
}
