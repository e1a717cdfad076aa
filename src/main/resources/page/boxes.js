// In which points of a sweep a municipality is asked, or not: boxes of the axes, ever smaller.

import { chart, label } from './charts.js';
import { html, nothing } from './lit-html.js';
import { svg } from './map.js';
import { json } from './service.js';
import { number, percent, t } from './words.js';

/** @typedef {import('./swept.js').Swept} Swept */

/** What was asked last. @type {{key: string, found: any, problem: string}} */
let last = { key: '', found: null, problem: '' };

/** A point as a link that opens it. @param {Swept} sweep @param {number | null} point @param {string} words */
export const pointLink = (sweep, point, words) => (point === null || point === undefined ? nothing : html`<a href="#" data-point=${point} @click=${(/** @type {Event} */ e) => sweep.open(point, e)}>${words} ${number(point)}</a>`);

/** @param {Swept} sweep @param {string} municipality @param {boolean} asked @param {() => void} again */
async function find(sweep, municipality, asked, again) {
  const mine = { key: sweep.id + municipality, found: null, problem: '' };
  last = mine;
  again();
  try {
    mine.found = await json(`v1/sweeps/${encodeURIComponent(sweep.id)}/boxes?municipality=${encodeURIComponent(municipality)}&asked=${asked}`);
  } catch (failure) {
    mine.problem = failure instanceof Error ? failure.message : String(failure);
  }
  again();
}

/** @param {Swept} sweep @param {any} one the municipality @param {() => void} again */
export function view(sweep, one, again) {
  const own = last.key === sweep.id + one.municipality ? last : null;
  const button = (/** @type {boolean} */ asked) => html`<button type="button" data-boxes=${String(asked)} @click=${() => find(sweep, one.municipality, asked, again)}>${t(asked ? 'sweep.whenAsked' : 'sweep.whenNotAsked')}</button>`;
  return html`<p class="actions">${button(true)} ${button(false)}</p>
    ${own?.problem ? html`<p role="alert">${own.problem}</p>` : nothing}
    ${own?.found ? table(sweep, own.found) : nothing}`;
}

/** @param {Swept} sweep @param {any} found */
function table(sweep, found) {
  return html`<h3>${t(found.asked ? 'sweep.whenAsked' : 'sweep.whenNotAsked')}</h3><p class="quiet">${t('sweep.boxesNote')}</p>${tradeOff(found.boxes)}
    <div class="scroll" tabindex="0" role="region" aria-label=${t('sweep.box')}><table id="sweep-boxes"><thead><tr><th class="n">${t('sweep.coverage')}</th><th class="n">${t('sweep.density')}</th><th>${t('sweep.box')}</th><th>${t('sweep.open')}</th></tr></thead>
    <tbody>${found.boxes.map((/** @type {any} */ box) => html`<tr><td class="n">${percent(box.coverage, 0)}</td><td class="n">${percent(box.density, 0)}</td>
      <td>${box.sides.length === 0 ? t('sweep.allPoints') : box.sides.map((/** @type {any} */ side) => sideOf(sweep, side)).join('; ')}</td><td>${pointLink(sweep, box.point, '')}</td></tr>`)}</tbody></table></div>`;
}

/** @param {Swept} sweep @param {any} side */
function sideOf(sweep, side) {
  const text = (/** @type {number} */ value) => number(value, Math.min(4, (String(value).split('.')[1] || '').length));
  const name = sweep.labelOf(side.axis);
  if (side.least === null) return `${name} ≤ ${text(side.most)}`;
  return side.most === null ? `${name} ≥ ${text(side.least)}` : `${name} ${text(side.least)}–${text(side.most)}`;
}

/** Coverage to the right, density upwards. @param {any[]} boxes */
function tradeOff(boxes) {
  const at = (/** @type {any} */ box) => [44 + box.coverage * 340, 132 - box.density * 120];
  const ticks = [0, 0.5, 1].flatMap((share) => [
    svg('line', { x1: 44, x2: 384, y1: 132 - share * 120, y2: 132 - share * 120, stroke: 'currentColor', 'stroke-opacity': 0.15 }),
    label(38, 136 - share * 120, percent(share, 0), { 'text-anchor': 'end', 'font-size': 11 }),
    label(44 + share * 340, 148, percent(share, 0), { 'text-anchor': share === 0 ? 'start' : share === 1 ? 'end' : 'middle', 'font-size': 11 }),
  ]);
  const words = t('sweep.tradeOff', number(boxes.length), percent(boxes[0].density, 0), percent(boxes[boxes.length - 1].density, 0));
  return chart(words, 170, [
    ...ticks,
    label(214, 166, t('sweep.coverage'), { 'text-anchor': 'middle', 'font-size': 11 }), label(46, 10, t('sweep.density'), { 'font-size': 11 }),
    svg('polyline', { points: boxes.map((box) => at(box).map((one) => Math.round(10 * one) / 10).join(',')).join(' '), fill: 'none', stroke: '#6aa7d6', 'stroke-width': 2 }),
    ...boxes.map((box) => svg('circle', { cx: at(box)[0], cy: at(box)[1], r: 3.5, fill: '#2f75b5' })),
  ]);
}
