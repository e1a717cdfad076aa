// Sweep: the present scenario with ranges, solved at thousands of points, and what the answer hangs on.

import { html, nothing, render } from './lit-html.js';
import { HexMap } from './map.js';
import { facts } from './panel.js';
import { dark } from './picture.js';
import { followed } from './events.js';
import { Refusal, json } from './service.js';
import { get } from './store.js';
import { compare, number, parse, percent, t } from './words.js';

/** @typedef {import('./types').State} State */
/** @typedef {{name: string, at: string, label: string, from: number, to: number, digits: number, on: boolean}} Range */

const CLASSES = ['never', 'rarely', 'mostly', 'certain'];
const LIGHT = ['#e4e4e4', '#f0c987', '#6aa7d6', '#0b4f8a'];
const DARK = ['#33383e', '#a9762a', '#3f7eb3', '#8cc4f2'];
const POINTS = 2000;
const OUTPUTS = ['objective', 'fit_total', 'selected'];

/** What is set up, of which document. @type {{of: any, ranges: Range[], count: string}} */
let setup = { of: null, ranges: [], count: String(POINTS) };
/** What is watched, until it is left. @type {{id: string, job: any, summary: any, problem: string, leaving: AbortController}} */
let watched = fresh('', null);
/** @type {HexMap | null} */
let map = null;
let drawn = '';

/** @param {number} value @param {number} digits */
const rounded = (value, digits) => Math.round(value * 10 ** digits) / 10 ** digits;

/** The controls that can vary, each with a range around its present value. @param {State} state @returns {Range[]} */
function ranges(state) {
  const doc = state.doc;
  /** @type {Range[]} */
  const list = [];
  /** @param {string} name @param {string} at @param {string} label @param {number} digits @param {number} low @param {number} high @param {boolean} isOn */
  const add = (name, at, label, digits, low, high, isOn) => list.push({ name, at, label, digits, from: rounded(low, digits), to: rounded(high, digits), on: isOn });
  for (const one of doc.criteria || []) {
    const weight = Number(one.weight) || 0;
    const at = `/criteria/${String(one.id).replace(/~/g, '~0').replace(/\//g, '~1')}/weight`;
    add(`weight_${one.id}`, at, t('sweep.weight', String(one.id).replace(/_/g, ' ')), 4, weight / 2, weight * 1.5 || 0.1, doc.criteria.length > 1);
  }
  const minimum = Number(get(doc, '/places/minimum'));
  if (minimum) add('minimum', '/places/minimum', t('at.places.minimum'), 0, Math.max(1, minimum - 2), minimum + 2, false);
  const persons = Number(get(doc, '/demand/persons'));
  if (persons) add('demand', '/demand/persons', t('at.demand.persons'), 0, persons * 0.9, persons * 1.1, false);
  const share = Number(get(doc, '/selection/share'));
  if (share) add('share', '/selection/share', t('at.selection.share'), 4, share * 0.9, Math.min(1, share * 1.1), false);
  for (const [name, at] of [['cap', '/places/maximum'], ['cap_share', '/places/maximumShareOf/share'], ['cap_per1000', '/places/maximumPer1000/value']]) {
    const cap = Number(get(doc, at));
    if (cap) add(name, at, t('at' + at.replace(/\//g, '.')), name === 'cap' ? 0 : 3, cap * 0.7, cap * 1.5, false);
  }
  return list;
}

/** The document of the sweep. Minors keep their share of the persons where these vary. @param {State} state */
function asked(state) {
  const axes = setup.ranges.filter((one) => one.on).map((one) => ({ name: one.name, at: one.at, between: [one.from, one.to], ...(one.digits > 0 ? { digits: one.digits } : {}) }));
  const [persons, minors] = [Number(get(state.doc, '/demand/persons')), Number(get(state.doc, '/demand/minors'))];
  const more = axes.some((one) => one.name === 'demand') && minors > 0
    ? [{ name: 'minors', at: '/demand/minors', of: 'demand', times: rounded(minors / persons, 6) }] : [];
  return { name: state.doc.name || '', scenario: state.doc, draws: { count: parse(setup.count) ?? 0, seed: 1, axes: [...axes, ...more] }, keep: ['totals', 'fits', 'selected'] };
}

/** @param {unknown} failure */
function told(failure) {
  if (!(failure instanceof Refusal)) return t('offline');
  const errors = failure.problem.errors || [];
  return errors.length === 0 ? failure.message : errors.slice(0, 5).map((/** @type {any} */ one) => `${one.pointer} ${one.detail}${one.allowed ? ' – ' + one.allowed : ''}`).join('; ');
}

/** @param {State} state @param {any} on @param {() => void} again */
async function start(state, on, again) {
  try {
    const job = await json('v1/sweeps', { method: 'POST', body: asked(state), headers: { Prefer: 'respond-async' } });
    leave();
    watched = fresh(job.id, job);
    on.own('sweep', job.id);
    watch(again);
  } catch (failure) {
    watched.problem = told(failure);
  }
  again();
}

/** @param {string} id @param {any} job */
function fresh(id, job) {
  return { id, job, summary: null, problem: '', leaving: new AbortController() };
}

/** The sweep goes on, nobody listens. */
const leave = () => watched.leaving.abort();

/** Follows the sweep until it has ended; then its summary is shown. @param {() => void} again */
async function watch(again) {
  const mine = watched;
  const path = `v1/sweeps/${encodeURIComponent(mine.id)}`;
  try {
    mine.job = await followed(path, mine.leaving.signal, (now) => {
      mine.job = now;
      again();
    }, (isAway) => {
      mine.problem = isAway ? t('offline') : '';
      if (isAway) again();
    });
    mine.problem = mine.job.failure || '';
    if (mine.job.startedAt && mine.job.progress.done > 0) mine.summary = await json(path + '/summary');
  } catch (failure) {
    if (mine.leaving.signal.aborted) return;
    mine.problem = told(failure);
  }
  again();
}

/** Its last event tells when it has stopped. */
function stop() {
  json(`v1/sweeps/${encodeURIComponent(watched.id)}/cancel`, { method: 'POST', body: {} }).catch(() => null);
}

/** A point as the scenario on screen. @param {number} point @param {any} on @param {Event} event */
async function open(point, on, event) {
  event.preventDefault();
  const found = await json(`v1/sweeps/${encodeURIComponent(watched.id)}/points/${point}`).catch(() => null);
  if (!found) return;
  on.documentTyped(JSON.stringify(found.scenario));
  on.view(event, 'allocation');
}

/** @param {HTMLElement} host @param {State} state @param {any} on */
export function show(host, state, on) {
  const again = () => document.body.dataset.view === 'sweep' && show(host, state, on);
  if (setup.of !== state.doc) setup = { of: state.doc, ranges: merged(ranges(state)), count: setup.count };
  const wanted = state.own.sweep || '';
  if (wanted && wanted !== watched.id) {
    leave();
    watched = fresh(wanted, null);
    watch(again);
  }
  render(html`<p>${t('sweep.what')}</p>${form(state, on, again)}
    ${watched.problem ? html`<p class="banner bad" role="alert">${watched.problem}</p>` : nothing}
    ${watched.job ? progress() : nothing}
    ${watched.summary?.allocated > 0 ? results(state, on) : nothing}`, host);
  if (watched.summary?.allocated > 0) picture(state, on);
}

/** Told when another view takes its place: the sweep goes on, nobody asks. */
export function left() {
  leave();
  if (!watched.job?.endedAt) watched.id = '';
}

/** What was set of the ranges stays where it is still there. @param {Range[]} fresh */
const merged = (fresh) => fresh.map((one) => ({ ...one, on: setup.ranges.find((old) => old.name === one.name)?.on ?? one.on }));

/** @param {State} state @param {any} on @param {() => void} again */
function form(state, on, again) {
  const isRunning = !!watched.job && !watched.job.endedAt;
  /** @param {Range} one @param {'from' | 'to'} end @param {any} input */
  const typed = (one, end, input) => {
    one[end] = parse(input.value) ?? one[end];
    again();
  };
  const field = (/** @type {Range} */ one, /** @type {'from' | 'to'} */ end) =>
    html`<input inputmode="decimal" size="7" aria-label=${`${one.label}: ${t('sweep.' + end)}`} ?disabled=${!one.on} .value=${number(one[end], one.digits)} @change=${(/** @type {any} */ e) => typed(one, end, e.target)} />`;
  return html`<form id="sweep-form" @submit=${(/** @type {Event} */ e) => { e.preventDefault(); start(state, on, again); }}>
    <div class="scroll"><table><thead><tr><th>${t('sweep.vary')}</th><th>${t('sweep.from')}</th><th>${t('sweep.to')}</th></tr></thead><tbody>
    ${setup.ranges.map((one) => html`<tr><td><label><input type="checkbox" data-range=${one.name} .checked=${one.on} @change=${(/** @type {any} */ e) => { one.on = e.target.checked; again(); }} /> ${one.label}</label></td><td>${field(one, 'from')}</td><td>${field(one, 'to')}</td></tr>`)}</tbody></table></div>
    <p class="actions"><label>${t('sweep.count')} <input id="sweep-count" inputmode="numeric" size="8" .value=${setup.count} @change=${(/** @type {any} */ e) => { setup.count = e.target.value; }} /></label>
      <button id="sweep-start" ?disabled=${isRunning || state.readOnly !== '' || !setup.ranges.some((one) => one.on)}>${t('sweep.start')}</button></p></form>`;
}

function progress() {
  const { state, progress: p } = watched.job;
  const rate = p.pointsPerSecond === null ? '' : t('sweep.rate', number(p.pointsPerSecond, 0), number(p.secondsLeft, 0));
  return html`<div class="banner" id="sweep-progress" role="status">
    <progress max=${Math.max(1, p.planned)} value=${p.done} aria-label=${t('sweep.points')}></progress>
    <span>${t('sweep.done', number(p.done), number(p.planned))} ${watched.job.endedAt ? t('sweep.state.' + state) : rate}</span>
    ${watched.job.endedAt ? nothing : html`<button type="button" id="sweep-stop" @click=${stop}>${t('stop')}</button>`}</div>`;
}

const colours = () => (dark.matches ? DARK : LIGHT);

/** @param {State} state @param {any} on */
function results(state, on) {
  const { axes, municipalities, allocated } = watched.summary;
  const count = (/** @type {string} */ kind) => municipalities.filter((/** @type {any} */ one) => one.class === kind).length;
  const shown = municipalities.filter((/** @type {any} */ one) => one.asked > 0)
    .sort((/** @type {any} */ a, /** @type {any} */ b) => order(a) - order(b) || b.asked - a.asked || compare(a.name, b.name));
  const most = Math.max(1, ...shown.map((/** @type {any} */ one) => one.persons.p95));
  return html`<h2>${t('sweep.who')}</h2>
    <p id="sweep-classes">${CLASSES.slice().reverse().map((kind) => html`<span class="swatch"><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill=${colours()[CLASSES.indexOf(kind)]}></rect></svg> ${t('sweep.class.' + kind)}: <b>${number(count(kind))}</b> </span>`)}</p>
    <div class="columns"><figure><figcaption>${t('sweep.map')}</figcaption><div class="maphost" id="sweep-map"></div></figure>
    <div><h2>${t('sweep.effects')}</h2><p class="quiet">${t('sweep.effectsNote')}</p>${axes.map((/** @type {any} */ axis) => bars(axis, on))}
    <p><a href=${`v1/sweeps/${encodeURIComponent(watched.id)}/summary?format=html&language=${state.language}`} target="_blank" rel="noopener">${t('sweep.report')}</a></p></div></div>
    <h2>${t('sweep.each')}</h2><p class="quiet">${t('sweep.eachNote')}</p><div class="scroll"><table id="sweep-places"><thead><tr><th>${t('municipality')}</th><th class="n">${t('sweep.share')}</th><th>${t('persons')}</th><th>${t('sweep.open')}</th></tr></thead><tbody>
    ${shown.map((/** @type {any} */ one) => html`<tr><th scope="row">${facts(state, one.municipality).name || one.name}</th><td class="n">${percent(one.asked / allocated, 1)}</td><td>${strip(one.persons, most)}</td>
      <td>${pointLink(one.askedAt, t('sweep.askedAt'), on)} ${pointLink(one.notAskedAt, t('sweep.notAskedAt'), on)}</td></tr>`)}</tbody></table></div>`;
}

/** What is not certain first. @param {any} one */
const order = (one) => (one.class === 'certain' ? 1 : 0);

/** @param {number | null} point @param {string} words @param {any} on */
const pointLink = (point, words, on) => (point === null ? nothing : html`<a href="#" data-point=${point} @click=${(/** @type {Event} */ e) => open(point, on, e)}>${words} ${number(point)}</a>`);

/** @param {any} axis @param {any} on */
function bars(axis, on) {
  const label = setup.ranges.find((one) => one.name === axis.name)?.label || axis.name;
  const bins = axis.bins.filter((/** @type {any} */ one) => one.point !== null);
  return html`<div data-axis=${axis.name}><b>${label}</b> ${[bins[0], bins[bins.length - 1]].filter(Boolean).map((one) => html`<small>${pointLink(one.point, one.values + ':', on)}</small> `)}
    ${OUTPUTS.map((output) => (axis.effects[output] === null ? nothing : html`<div class="effect"><span>${t('sweep.output.' + output)}</span><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width=${100 * axis.effects[output]} height="8" fill=${colours()[3]}></rect></svg><span>${percent(axis.effects[output], 0)}</span></div>`))}</div>`;
}

/** From the 5th to the 95th of a hundred points, on a scale of square roots. @param {{p5: number, p50: number, p95: number}} persons @param {number} most */
function strip(persons, most) {
  const at = (/** @type {number} */ value) => (100 * Math.sqrt(value)) / Math.sqrt(most);
  return html`<span class="spread"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect x=${at(persons.p5)} y="1" width=${Math.max(0.6, at(persons.p95) - at(persons.p5))} height="6" fill=${colours()[2]}></rect><rect x=${at(persons.p50)} width="1" height="8" fill=${colours()[3]}></rect></svg> ${number(persons.p5)}–${number(persons.p95)}</span>`;
}

/** @param {State} state @param {any} on */
function picture(state, on) {
  const host = /** @type {HTMLElement} */ (document.getElementById('sweep-map'));
  if (!host || !state.dataset) return;
  const { municipalities, allocated } = watched.summary;
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
