// The levers of one municipality: what would bring it in, or push it out, each with its allocation to show.

import { effort, isStale, mark } from './analyses.js';
import { allocation } from './export.js';
import { criterion } from './form.js';
import { selecting } from './line.js';
import { html, nothing } from './lit-html.js';
import { svg } from './map.js';
import { facts } from './panel.js';
import { json } from './service.js';
import { set, shares } from './store.js';
import { has, number, percent, t } from './words.js';

/** @typedef {import('./types').State} State */
/** @typedef {(doc: any) => void} Show */
/** @typedef {{from: number, to: number}} Interval */

const STEP = 1e-6;
const MANY = 12;
const ZONES = 3;

/** @param {Show} show @param {any} doc the scenario, or what promises it @param {string} what it is of */
export const button = (show, doc, what) => html`<button type="button" class="small" @click=${async () => show(typeof doc === 'function' ? await doc() : doc)} title=${t('showHint')} aria-label=${`${t('show')}: ${what}`}>${t('show')}</button>`;

/** Who else changes. @param {State} state @param {any[]} list @param {any} [on] */
export function changes(state, list, on) {
  const sorted = list.slice().sort((a, b) => Math.abs(b.to.persons - b.from.persons) - Math.abs(a.to.persons - a.from.persons));
  const name = (/** @type {string} */ id) => (on ? html`<button type="button" class="link" @click=${() => on.select(id)}>${facts(state, id).name}</button>` : facts(state, id).name);
  return html`<details class="moves"><summary>${t('changedCount', list.length, number(list.length))}</summary><ul class="changes">${sorted.slice(0, MANY).map((one) => html`<li>${name(one.municipality)}
    <span>${one.from.persons > 0 ? number(one.from.persons) : '–'} → <b>${one.to.persons > 0 ? number(one.to.persons) : '–'}</b>${one.from.persons === one.to.persons ? html` <small>${t('minorsChanged', number(one.from.minors), number(one.to.minors))}</small>` : nothing}</span></li>`)}
    ${list.length > MANY ? html`<li>${t('andOthers', list.length - MANY, number(list.length - MANY))}</li>` : nothing}</ul></details>`;
}

/** Lever by lever. @param {State} state @param {any} one @param {Show} show */
export function levers(state, one, show) {
  const found = one.result.municipalities[0];
  if (!found) return nothing;
  const some = found.levers.filter((/** @type {any} */ lever) => lever.lever !== 'nothing');
  return html`<h3>${t(found.selected ? 'leversOutTitle' : 'leversTitle')}</h3><p class="hint">${t('leversHint')}</p><ul class="levers">${some.map((/** @type {any} */ lever) => (lever.in ? html`<li data-lever="weight">${strip(state, one, lever, show, !found.selected)}</li>` : leverView(state, one, found, lever, show)))}</ul>
    <p class="hint">${t('weightsHint')}</p>${effort(one.result)}`;
}

/** What an answer rests on. @param {any} lever */
const rests = (lever) => mark(lever.known ? lever.label : 'unknown');

/** A weight: the shares at which it is asked as a picture and in words, and the nearest one on the other side to show. @param {State} state @param {any} one @param {any} lever @param {Show} show @param {boolean} bringsIn */
function strip(state, one, lever, show, bringsIn) {
  const { criterion: name, now: share, in: inside, doubtful } = lever;
  const words = inside.length === 0 ? t('noShare') : inside.map(between).join(', ');
  const at = bringsIn ? nearest(inside, share) : nearest(outside([...inside, ...doubtful]), share);
  const sentence = t('sharesIn', criterion(name), words, percent(share, 0));
  const zones = doubtful.slice(0, ZONES).map((/** @type {Interval} */ zone) => (zone.from === zone.to ? finely(zone.from) : t('fromTo', finely(zone.from), finely(zone.to)))).join(', ');
  return html`<div class="strip" data-weight=${name}><p>${sentence} ${rests(lever)} ${at === null || isStale(state, one) ? nothing : button(show, weighed(state.doc, name, at), `${criterion(name)} ${exact(at)}`)}</p>
    ${picture(inside, doubtful, share, sentence)}${doubtful.length > 0 ? html`<p class="hint" data-doubtful>${t('doubtfulZones', zones)}${doubtful.length > ZONES ? ' ' + t('andZones', doubtful.length - ZONES, number(doubtful.length - ZONES)) : ''}</p>` : nothing}</div>`;
}

/** @param {number} share */
const finely = (share) => percent(share, 4);

/** @param {Interval} one */
const between = (one) => (one.from === one.to ? exact(one.from) : t('fromTo', exact(one.from), exact(one.to)));

/** A share with the digits that it has, at least so many as people read. @param {number} share */
const exact = (share) => percent(share, Math.abs(share * 100 - Math.round(share * 100)) < 1e-9 ? 0 : 2);

/** @param {Interval[]} inside */
function outside(inside) {
  /** @type {Interval[]} */
  const gaps = [];
  let from = 0;
  for (const one of inside.slice().sort((a, b) => a.from - b.from)) {
    if (one.from > from) gaps.push({ from, to: one.from - STEP });
    from = Math.max(from, one.to + STEP);
  }
  if (from <= 1) gaps.push({ from, to: 1 });
  return gaps;
}

/** The share nearest to a given one, or null when there is none. @param {Interval[]} intervals @param {number} share */
function nearest(intervals, share) {
  const ends = intervals.map((one) => Math.min(Math.max(share, one.from), one.to));
  ends.sort((a, b) => Math.abs(a - share) - Math.abs(b - share));
  return ends.length > 0 ? Math.round(ends[0] / STEP) * STEP : null;
}

/** A criterion with a share of the weight, the others in their proportion. @param {any} doc @param {string} id @param {number} share */
function weighed(doc, id, share) {
  const now = shares(doc);
  const copy = structuredClone(doc);
  const own = copy.criteria.findIndex((/** @type {any} */ one) => one.id === id);
  copy.criteria.forEach((/** @type {any} */ one, /** @type {number} */ i) => {
    one.weight = Number((i === own ? share : ((1 - share) * now[i]) / (100 - now[own])).toFixed(9));
  });
  return copy;
}

/** @param {Interval[]} inside @param {Interval[]} doubtful @param {number} share @param {string} words */
function picture(inside, doubtful, share, words) {
  const x = (/** @type {number} */ at) => 2 + 396 * at;
  const bars = (/** @type {Interval[]} */ list, /** @type {string} */ kind) => list.map((one) => svg('rect', { x: x(one.from), y: 5, width: Math.max(1, x(one.to) - x(one.from)), height: 12, class: kind }));
  return svg('svg', { viewBox: '0 0 400 34', role: 'img', 'aria-label': words }, [
    svg('rect', { x: 2, y: 5, width: 396, height: 12, class: 'whole' }),
    ...bars(inside, 'in'),
    ...bars(doubtful, 'doubt'),
    svg('path', { d: `M${x(share)} 1V21`, class: 'now' }),
    ...[0, 0.25, 0.5, 0.75, 1].map((one) => {
      const text = svg('text', { x: x(one), y: 32, 'text-anchor': one === 0 ? 'start' : one === 1 ? 'end' : 'middle', 'font-size': 11, fill: 'currentColor' });
      text.textContent = percent(one, 0);
      return text;
    }),
  ]);
}

/** @param {State} state @param {any} one @param {any} found the municipality @param {any} lever @param {Show} show */
function leverView(state, one, found, lever, show) {
  const name = nameOf(lever);
  const doc = lever.value === null || lever.value === undefined ? null : changed(state, found.municipality, lever);
  return html`<li data-lever=${lever.lever}><p><b>${name}</b>: ${answer(lever, found.selected)}${ofYears(lever)} ${rests(lever)} ${doc && !isStale(state, one) ? button(show, doc, `${name} ${lever.value}`) : nothing}</p>
    ${lever.changes?.length > 0 ? changes(state, lever.changes) : nothing}</li>`;
}

/** With the digits that it has, six at most. @param {number} value */
const amount = (value) => number(value, Math.min(6, (String(value).split('.')[1] || '').length));

/** What a figure over several years becomes in each, and which years stay for want of a number. @param {any} lever */
function ofYears(lever) {
  const cells = Object.entries(lever.cells || {});
  const becomes = cells.length > 1 ? ' ' + t('leverCells', cells.map(([year, value]) => `${year}: ${amount(value)}`).join('; ')) : '';
  return becomes + (lever.unchanged ? ' ' + t('leverUnchanged', lever.unchanged.join(', ')) : '');
}

/** @param {any} lever @param {boolean} selected */
function answer(lever, selected) {
  const side = (/** @type {string} */ key) => (selected ? key + 'Out' : key);
  if (!lever.known) return t('leverUnknown');
  if (lever.remark) return t('remark.' + lever.remark);
  if (lever.lever === 'candidate') return t(lever.value ? 'leverCandidate' : 'leverNoCandidate');
  if (lever.value === null) return t(side('leverNone'), amount(lever.downTo ?? lever.now), amount(lever.upTo));
  return lever.before === null ? t(side('leverNow'), amount(lever.value)) : t(side('leverIn'), amount(lever.value), amount(lever.before), amount(lever.now));
}

/** @param {any} lever */
function nameOf(lever) {
  if (lever.lever === 'weight') return criterion(lever.criterion);
  if (lever.lever === 'ownBase' || lever.lever === 'ownTilt') {
    const words = 'indicator.' + lever.indicator;
    return t('lever.own', has(words) ? t(words) : lever.indicator.replace(/_/g, ' '));
  }
  return lever.rule ? t('at' + lever.rule.replace(/\//g, '.')) : t('lever.' + lever.lever);
}

/** The scenario with the lever at its value, or what promises it. @param {State} state @param {string} id @param {any} lever */
function changed(state, id, lever) {
  switch (lever.lever) {
    case 'numberSelected': return selecting(state.doc, lever.value);
    case 'demand': return set(state.doc, '/demand/persons', lever.value);
    case 'cap':
    case 'minimum': return set(state.doc, lever.rule, lever.value);
    case 'candidate': return candidate(state.doc, id);
    default: return () => own(state, id, lever);
  }
}

/** The scenario with figures of its own, those of one municipality changed as the lever says. @param {State} state @param {string} id @param {any} lever */
async function own(state, id, lever) {
  const { doc } = state;
  const figures = doc.municipalities || (await json(`v1/allocations/${encodeURIComponent(await allocation(state))}/certificate`)).dataset.municipalities;
  const municipalities = figures.map((/** @type {any} */ one) => {
    if (one.id !== id) return one;
    return { ...one, indicators: { ...one.indicators, [lever.indicator]: { ...one.indicators[lever.indicator], ...lever.cells } } };
  });
  const { dataset, ...others } = doc;
  return { ...others, municipalities };
}

/** @param {any} doc @param {string} id */
function candidate(doc, id) {
  const exclude = (doc.candidates?.exclude || []).filter((/** @type {string} */ one) => one !== id);
  const listed = doc.candidates?.settledIn || doc.candidates?.include;
  const without = set(doc, '/candidates/exclude', exclude.length > 0 ? exclude : undefined);
  return listed ? set(without, '/candidates/include', [...new Set([...(doc.candidates.include || []), id])].sort()) : without;
}
