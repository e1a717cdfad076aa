// What a sweep found: the map of the share asked, one municipality, effects, curves, what decides each, and the strips.

import * as boxes from './boxes.js';
import { pointLink } from './boxes.js';
import { chart, label } from './charts.js';
import { html, nothing } from './lit-html.js';
import { HexMap, svg } from './map.js';
import { facts } from './panel.js';
import { dark } from './picture.js';
import { compare, languageNow, number, percent, t } from './words.js';

/** @typedef {import('./types').State} State */
/** @typedef {{id: string, summary: any, labelOf: (axis: string) => string, open: (point: number, event: Event) => void}} Swept */

const CLASSES = ['never', 'rarely', 'mostly', 'certain'];
const LIGHT = ['#e4e4e4', '#f0c987', '#6aa7d6', '#0b4f8a'];
const DARK = ['#33383e', '#a9762a', '#3f7eb3', '#8cc4f2'];
const OUTPUTS = ['objective', 'fit_total', 'selected'];
/** A band ends where an output does. */
const CURVES = [{ output: 'fit_total', digits: 4, ceiling: 1 }, { output: 'selected', digits: 1, ceiling: Infinity }];
const FLOOR = 0;
const RARE = ['FEASIBLE', 'INFEASIBLE', 'UNKNOWN', 'INVALID', 'DEFECT'];
const DECIDED = 20;
const HEATS = 5;

/** @type {HexMap | null} */
let map = null;
let drawn = '';

const colours = () => (dark.matches ? DARK : LIGHT);

/** @param {Swept} sweep @param {State} state @param {any} on @param {() => void} again */
export function view(sweep, state, on, again) {
  const { axes, municipalities, allocated, solved } = sweep.summary;
  if (allocated === 0) return rare(sweep);
  const count = (/** @type {string} */ kind) => municipalities.filter((/** @type {any} */ one) => one.class === kind).length;
  const varying = axes.filter((/** @type {any} */ axis) => axis.bins.length > 1);
  return html`<h2>${t('sweep.who')}</h2>
    <p id="sweep-classes">${CLASSES.slice().reverse().map((kind) => html`<span class="swatch"><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill=${colours()[CLASSES.indexOf(kind)]}></rect></svg> ${t('sweep.class.' + kind)}: <b>${number(count(kind))}</b> </span>`)}</p>
    <p id="sweep-allocated" class="quiet">${t('sweep.allocated', number(allocated), number(solved))}</p>
    ${rare(sweep)}
    <div class="columns"><figure><figcaption>${t('sweep.map')}</figcaption><div class="maphost" id="sweep-map"></div></figure>
    <div><section id="sweep-one" aria-live="polite">${one(sweep, state, again)}</section>
    <h2>${t('sweep.effects')}</h2><p class="quiet">${t('sweep.effectsNote')}</p>${axes.map((/** @type {any} */ axis) => bars(sweep, axis))}
    <p><a href=${`v1/sweeps/${encodeURIComponent(sweep.id)}/summary?format=html&language=${state.language}`} target="_blank" rel="noopener">${t('sweep.report')}</a></p></div></div>
    ${varying.length > 0 ? html`<h2>${t('sweep.curves')}</h2><p class="quiet">${t('sweep.curvesNote')}</p><div id="sweep-curves">${varying.map((/** @type {any} */ axis) => curves(sweep, varying, axis))}</div>
    <h2>${t('sweep.matrix')}</h2><p class="quiet">${t('sweep.matrixNote')}</p>${matrix(sweep, state, on, varying)}` : nothing}
    <h2>${t('sweep.each')}</h2><p class="quiet">${t('sweep.eachNote')}</p>${places(sweep, state, on)}`;
}

/** The outcomes that are no proven allocation, each with a point. @param {Swept} sweep */
function rare(sweep) {
  const { status, statusAt, solved } = sweep.summary;
  const some = RARE.filter((kind) => status[kind] > 0);
  return some.length === 0 ? nothing : html`<p id="sweep-rare">${some.map((kind) => html`<span data-status=${kind}>${t('sweep.status.' + kind)}: <b>${number(status[kind])}</b> (${percent(status[kind] / solved, 1)}) ${pointLink(sweep, statusAt[kind] ?? null, t('sweep.example'))} </span>`)}</p>`;
}

/** The municipality that is selected. @param {Swept} sweep @param {State} state @param {() => void} again */
function one(sweep, state, again) {
  const { municipalities, allocated } = sweep.summary;
  const found = municipalities.find((/** @type {any} */ other) => other.municipality === state.selected);
  if (!found) return html`<p class="hint">${t(state.selected ? 'sweep.notInIt' : 'sweep.selectOne')}</p>`;
  const effects = Object.entries(found.effects).filter(([, effect]) => effect !== null && Number(effect) > 0).sort((a, b) => Number(b[1]) - Number(a[1]));
  const most = Math.max(1, ...municipalities.map((/** @type {any} */ other) => other.persons.p95));
  return html`<h2>${facts(state, found.municipality).name || found.name}</h2>
    <p><b data-share>${percent(found.asked / allocated, 1)}</b> ${t('sweep.askedAtShare', number(found.asked), number(allocated))}: ${t('sweep.class.' + found.class)}</p>
    <p>${strip(found.persons, most)} <small>${t('sweep.median', number(found.persons.p50))}</small></p>
    <p data-examples>${pointLink(sweep, found.askedAt, t('sweep.exampleAsked'))} ${pointLink(sweep, found.notAskedAt, t('sweep.exampleNotAsked'))}
      ${found.askedAt === null && found.asked > 0 ? t('sweep.noExample', number(found.asked)) : nothing}</p>
    ${effects.length > 0 ? html`<p>${t('sweep.decidedBy')} ${effects.slice(0, 3).map(([axis, effect]) => `${sweep.labelOf(axis)} ${percent(Number(effect), 0)}`).join(', ')}</p>` : nothing}
    ${found.class === 'rarely' || found.class === 'mostly' ? boxes.view(sweep, found, again) : nothing}`;
}

/** What a bin holds, its numbers with the decimal sign of the language. @param {any} axis @param {any} bin @returns {string} */
const valued = (axis, bin) => (axis.numbers && languageNow() !== 'en' ? bin.values.replace(/\./g, ',') : bin.values);

/** @param {Swept} sweep @param {any} axis */
function bars(sweep, axis) {
  const bins = axis.bins.filter((/** @type {any} */ one) => one.point !== null);
  return html`<div data-axis=${axis.name}><b>${sweep.labelOf(axis.name)}</b> ${[bins[0], bins[bins.length - 1]].filter(Boolean).map((one) => html`<small>${pointLink(sweep, one.point, valued(axis, one) + ':')}</small> `)}
    ${OUTPUTS.map((output) => (axis.effects[output] === null ? nothing : html`<div class="effect"><span>${t('sweep.output.' + output)}</span><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width=${100 * axis.effects[output]} height="8" fill=${colours()[3]}></rect></svg><span>${percent(axis.effects[output], 0)}</span></div>`))}</div>`;
}

/** Each output over an axis; an output has the same scale over every axis. @param {Swept} sweep @param {any[]} axes @param {any} axis */
function curves(sweep, axes, axis) {
  return html`<section data-curves=${axis.name}><h3>${sweep.labelOf(axis.name)}</h3><div class="columns">${CURVES.map(({ output, digits, ceiling }) => {
    const ends = axes.flatMap((other) => other.bins.filter((/** @type {any} */ bin) => bin[output] !== null).flatMap((/** @type {any} */ bin) => [Math.max(FLOOR, bin[output] - bin.deviations[output]), Math.min(ceiling, bin[output] + bin.deviations[output])]));
    const [least, most] = [Math.min(...ends), Math.max(...ends)];
    return most > least ? html`<figure><figcaption>${t('sweep.output.' + output)}</figcaption>${curve(sweep, axis, output, digits, least, most)}</figure>` : nothing;
  })}</div><details><summary>${t('sweep.binPoints')}</summary><p data-bins>${axis.bins.map((/** @type {any} */ bin) => html`${pointLink(sweep, bin.point, valued(axis, bin) + ':')} `)}</p></details></section>`;
}

/** Means of the bins with a band of a standard deviation. @param {Swept} sweep @param {any} axis @param {string} output @param {number} digits @param {number} least @param {number} most */
function curve(sweep, axis, output, digits, least, most) {
  const bins = axis.bins.map((/** @type {any} */ bin, /** @type {number} */ i) => ({ bin, x: 60 + ((i + 0.5) * 330) / axis.bins.length })).filter((/** @type {any} */ one) => one.bin[output] !== null);
  const y = (/** @type {number} */ value) => Math.round(10 * (12 + ((most - value) / (most - least)) * 120)) / 10;
  const pair = (/** @type {number} */ x, /** @type {number} */ value) => `${Math.round(10 * x) / 10},${y(value)}`;
  const mean = (/** @type {any} */ one) => one.bin[output];
  const wide = (/** @type {any} */ one) => one.bin.deviations[output];
  const band = [...bins.map((/** @type {any} */ one) => pair(one.x, Math.min(most, mean(one) + wide(one)))), ...bins.slice().reverse().map((/** @type {any} */ one) => pair(one.x, Math.max(least, mean(one) - wide(one))))];
  const dots = bins.map((/** @type {any} */ one) => {
    const dot = svg('circle', { cx: one.x, cy: y(mean(one)), r: 4, fill: colours()[3] });
    const title = svg('title', {});
    title.textContent = `${valued(axis, one.bin)}: ${number(mean(one), digits)}`;
    dot.append(title);
    if (one.bin.point !== null) dot.addEventListener('click', (event) => sweep.open(one.bin.point, event));
    return dot;
  });
  const ends = bins.length > 0 ? [bins[0], bins[bins.length - 1]] : [];
  const words = `${sweep.labelOf(axis.name)}, ${t('sweep.output.' + output)}: ${ends.map((one) => `${valued(axis, one.bin)} ${number(mean(one), digits)}`).join(' – ')}`;
  return chart(words, 160, [
    svg('line', { x1: 60, x2: 392, y1: 134, y2: 134, stroke: 'currentColor', 'stroke-opacity': 0.4 }),
    label(56, 20, number(most, digits), { 'text-anchor': 'end', 'font-size': 11 }), label(56, 134, number(least, digits), { 'text-anchor': 'end', 'font-size': 11 }),
    svg('polygon', { points: band.join(' '), fill: colours()[2], 'fill-opacity': 0.3 }),
    svg('polyline', { points: bins.map((/** @type {any} */ one) => pair(one.x, mean(one))).join(' '), fill: 'none', stroke: colours()[3], 'stroke-width': 2 }),
    ...dots,
    ...ends.map((one, i) => label(i === 0 ? 60 : 392, 150, valued(axis, one.bin), { 'text-anchor': i === 0 ? 'start' : 'end', 'font-size': 11 })),
  ]);
}

/** The municipalities that an axis decides the most; the darker the more. @param {Swept} sweep @param {State} state @param {any} on @param {any[]} axes */
function matrix(sweep, state, on, axes) {
  const largest = (/** @type {any} */ one) => Math.max(0, ...axes.map((axis) => one.effects[axis.name] ?? 0));
  const rows = sweep.summary.municipalities.filter((/** @type {any} */ one) => largest(one) > 0).sort((/** @type {any} */ a, /** @type {any} */ b) => largest(b) - largest(a)).slice(0, DECIDED);
  const cell = (/** @type {number | null} */ effect) => (effect === null ? html`<td></td>` : html`<td class=${'n heat h' + Math.min(HEATS - 1, Math.floor(Math.max(0, effect) * HEATS))}>${number(effect, 2)}</td>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('sweep.matrix')}><table id="sweep-matrix"><thead><tr><th>${t('municipality')}</th>${axes.map((axis) => html`<th class="n">${sweep.labelOf(axis.name)}</th>`)}</tr></thead>
    <tbody>${rows.map((/** @type {any} */ one) => html`<tr data-decided=${one.municipality}><th scope="row">${select(state, one, on)}</th>${axes.map((axis) => cell(one.effects[axis.name]))}</tr>`)}</tbody></table></div>`;
}

/** @param {State} state @param {any} one @param {any} on */
const select = (state, one, on) => html`<button type="button" class="link" @click=${() => on.select(one.municipality)}>${facts(state, one.municipality).name || one.name}</button>`;

/** @param {Swept} sweep @param {State} state @param {any} on */
function places(sweep, state, on) {
  const { municipalities, allocated } = sweep.summary;
  const shown = municipalities.filter((/** @type {any} */ one) => one.asked > 0)
    .sort((/** @type {any} */ a, /** @type {any} */ b) => order(a) - order(b) || b.asked - a.asked || compare(a.name, b.name));
  const most = Math.max(1, ...shown.map((/** @type {any} */ one) => one.persons.p95));
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('sweep.each')}><table id="sweep-places"><thead><tr><th>${t('municipality')}</th><th class="n">${t('sweep.share')}</th><th>${t('persons')}</th><th>${t('sweep.open')}</th></tr></thead><tbody>
    ${shown.map((/** @type {any} */ one) => html`<tr><th scope="row">${select(state, one, on)}</th><td class="n">${percent(one.asked / allocated, 1)}</td><td>${strip(one.persons, most)}</td>
      <td>${pointLink(sweep, one.askedAt, t('sweep.askedAt'))} ${pointLink(sweep, one.notAskedAt, t('sweep.notAskedAt'))}</td></tr>`)}</tbody></table></div>`;
}

/** What is not certain first. @param {any} one */
const order = (one) => (one.class === 'certain' ? 1 : 0);

/** From the 5th to the 95th of a hundred points, on a scale of square roots. @param {{p5: number, p50: number, p95: number}} persons @param {number} most */
function strip(persons, most) {
  const at = (/** @type {number} */ value) => (100 * Math.sqrt(value)) / Math.sqrt(most);
  return html`<span class="spread"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect x=${at(persons.p5)} y="1" width=${Math.max(0.6, at(persons.p95) - at(persons.p5))} height="6" fill=${colours()[2]}></rect><rect x=${at(persons.p50)} width="1" height="8" fill=${colours()[3]}></rect></svg> ${number(persons.p5)}–${number(persons.p95)}</span>`;
}

/** Paints the map once its place is there. @param {Swept} sweep @param {State} state @param {any} on */
export function paint(sweep, state, on) {
  const host = document.getElementById('sweep-map');
  if (!host || !state.dataset) return;
  const { municipalities, allocated } = sweep.summary;
  const words = new Map(municipalities.map((/** @type {any} */ one) => [one.municipality, `${facts(state, one.municipality).name || one.name}: ${percent(one.asked / allocated, 1)}, ${t('sweep.class.' + one.class)}`]));
  if (!map || map.host !== host) {
    map = new HexMap(host, { select: on.select, fix: () => {}, name: (id) => words.get(id) || id });
    drawn = '';
  }
  const look = state.dataset.id + state.language + dark.matches;
  if (drawn !== look) map.draw(state.dataset);
  drawn = look;
  const shown = new Map(municipalities.map((/** @type {any} */ one) => [one.municipality, { value: CLASSES.indexOf(one.class), text: one.class === 'mostly' || one.class === 'rarely' ? String(Math.round((100 * one.asked) / allocated)) : '' }]));
  map.paint({ shown, asked: new Set(shown.keys()), fixed: new Set(), changed: new Set(), dropped: new Set(), outside: new Set(), scale: { kind: 'share', limits: [0, 1, 2], colours: colours(), labels: CLASSES.map((one) => t('sweep.class.' + one)) } }, true);
  map.name((id) => words.get(id) || id);
  map.mark(state.selected || '');
}
