// Compare two of: what is on screen, the saved scenario, a kept allocation, last year, what was really asked.

import { html, nothing, render } from './lit-html.js';
import { bodyOf } from './app.js';
import { axis, chart, label } from './charts.js';
import { criterion } from './form.js';
import { HexMap, svg } from './map.js';
import { cell, facts, sentence } from './panel.js';
import { changeScale } from './picture.js';
import { json } from './service.js';
import { compare, moment, number, percent, signed, t } from './words.js';

/** @typedef {import('./types').State} State */
/** @typedef {{value: string, label: string}} Choice */

/** @type {any[] | null} */
let kept = null;
/** Numbers of kept allocations by id; null while they are fetched. @type {Map<string, Map<string, number> | null>} */
const results = new Map();
/** Allocations whose numbers could not be had, until the view is opened again. @type {Set<string>} */
const gone = new Set();
/** What the service says of the two, for what it was asked. @type {{key: string, said: any}} */
let told = { key: '', said: null };
/** @type {HexMap | null} */
let map = null;
let drawn = '';

/** What there is to compare. @param {State} state @returns {Choice[]} */
function choices(state) {
  const year = state.dataset?.year || 0;
  const knows = (/** @type {number} */ y) => state.dataset?.municipalities.some((one) => cell(one, 'requested', y) !== null);
  const list = [{ value: 'now', label: t('with.now') }];
  if (knows(year)) list.push({ value: 'asked', label: t('with.asked', year) });
  if (knows(year - 1)) list.push({ value: 'last', label: t('with.last', year - 1) });
  if (state.saved) list.push({ value: 'saved', label: t('with.saved') });
  for (const one of kept || []) list.push({ value: one.id, label: `${one.name || one.id}, ${moment(one.createdAt || one.submittedAt || 0)}` });
  for (const id of [state.own.left, state.own.right]) if (id && !list.some((one) => one.value === id)) list.push({ value: id, label: id });
  return list;
}

/** The numbers of a side, or null while they are fetched. @param {State} state @param {string} side @param {() => void} again */
function numbers(state, side, again) {
  if (side === 'now' || side === 'saved') {
    const of = side === 'now' ? state.answer : state.saved;
    return new Map([...(of?.byId.values() || [])].map((one) => [one.municipality, one.persons]));
  }
  if (side === 'last' || side === 'asked') {
    const year = (state.dataset?.year || 0) - (side === 'last' ? 1 : 0);
    return new Map((state.dataset?.municipalities || []).map((one) => [one.id, cell(one, 'requested', year) || 0]));
  }
  if (!results.has(side) && !gone.has(side)) {
    results.set(side, null);
    json(`v1/allocations/${encodeURIComponent(side)}/result`)
      .then((result) => results.set(side, new Map(result.places.map((/** @type {any} */ one) => [one.municipality, one.persons]))))
      .catch(() => {
        results.delete(side);
        gone.add(side);
      })
      .then(again);
  }
  return results.get(side) || null;
}

/** What could not be had is asked for again when the view is opened again. */
export const left = () => gone.clear();

/** A side as the service is asked for it. @param {State} state @param {string} side @param {Map<string, number>} of */
function body(state, side, of) {
  if (results.has(side)) return { allocation: side };
  const { dataset } = state;
  if (dataset?.id && (side === 'asked' || side === 'last')) {
    return { dataset: dataset.id, indicator: 'requested', year: dataset.year - (side === 'last' ? 1 : 0) };
  }
  return { numbers: Object.fromEntries(of) };
}

/** Fits, minors and notes, which the service knows. @param {State} state @param {string[]} sides @param {Map<string, number>[]} both @param {() => void} again */
function fits(state, sides, both, again) {
  const asked = { scenario: bodyOf(state.doc), left: body(state, sides[0], both[0]), right: body(state, sides[1], both[1]) };
  const key = state.language + JSON.stringify(asked);
  if (told.key !== key) {
    told = { key, said: told.said && { ...told.said, isOld: true } };
    json(`v1/comparisons?language=${state.language}`, { method: 'POST', body: asked }).then(
      (said) => {
        if (told.key !== key) return;
        told.said = said;
        again();
      },
      () => {
        // Without the service there are the numbers.
        if (told.key === key) told.said = null;
      }
    );
  }
  return told.said;
}

/** @param {HTMLElement} host @param {State} state @param {any} on */
export function show(host, state, on) {
  const again = () => document.body.dataset.view === 'compare' && show(host, state, on);
  if (!kept) {
    kept = [];
    json('v1/allocations?limit=50&state=SUCCEEDED').then((list) => {
      kept = list.items.filter((/** @type {any} */ one) => one.status !== 'INFEASIBLE');
      again();
    }, () => (kept = null));
  }
  const list = choices(state);
  const first = state.own.left || list[1]?.value || 'now';
  const second = state.own.right || 'now';
  const pick = (/** @type {string} */ name, /** @type {string} */ words, /** @type {string} */ side) => html`<label>${words} <select id=${'compare-' + name} @change=${(/** @type {any} */ e) => on.own(name, e.target.value)}>
      ${list.map((one) => html`<option value=${one.value} ?selected=${one.value === side}>${one.label}</option>`)}</select></label>`;
  const both = [first, second].map((side) => (state.answer ? numbers(state, side, again) : null));
  const [from, to] = both;
  const lost = [first, second].filter((side) => gone.has(side));
  render(html`<p class="actions">${pick('left', t('compareFrom'), first)} ${pick('right', t('compareTo'), second)}
      <button type="button" id="swap" @click=${() => on.own('left', second, 'right', first)}>${t('swap')}</button></p>
    ${from && to ? difference(state, list.filter((one) => one.value === first || one.value === second), [first, second], [from, to], fits(state, [first, second], [from, to], again), on) : lost.length > 0 ? html`<p class="notice">${t('linkUnfit', lost.join(', '))}</p>` : html`<p>${t('reading')}</p>`}`, host);
  if (from && to) picture(state, rows(state, from, to), on);
}

/** @param {State} state @param {Map<string, number>} from @param {Map<string, number>} to */
function rows(state, from, to) {
  return (state.dataset?.municipalities || [])
    .map((one) => ({ id: one.id, name: one.name, left: from.get(one.id) || 0, right: to.get(one.id) || 0 }))
    .filter((one) => one.left > 0 || one.right > 0);
}

/**
 * @param {State} state @param {Choice[]} names @param {string[]} sides @param {Map<string, number>[]} both
 * @param {any} said what the service says @param {any} on
 */
function difference(state, names, sides, both, said, on) {
  const all = rows(state, both[0], both[1]);
  const inBoth = all.filter((one) => one.left > 0 && one.right > 0);
  const less = all.reduce((sum, one) => sum + Math.max(0, one.left - one.right), 0);
  const more = all.reduce((sum, one) => sum + Math.max(0, one.right - one.left), 0);
  const size = (/** @type {any} */ one) => Math.abs(one.right - one.left);
  const sort = (/** @type {any[]} */ some) => some.sort((a, b) => size(b) - size(a) || compare(a.name, b.name));
  const groups = [
    { name: 'entering', of: sort(all.filter((one) => one.left === 0)) },
    { name: 'leaving', of: sort(all.filter((one) => one.right === 0)) },
    { name: 'gaining', of: sort(inBoth.filter((one) => one.right > one.left)) },
    { name: 'losing', of: sort(inBoth.filter((one) => one.right < one.left)) },
  ];
  const name = (/** @type {number} */ i) => names.find((one) => one.value === sides[i])?.label || '';
  return html`${totals(state, [name(0), name(1)], all, said)}
    ${said?.notes.length > 0 ? html`<ul class="hint" id="compare-notes">${said.notes.map((/** @type {string} */ one) => html`<li>${one}</li>`)}</ul>` : nothing}
    <p>${t('inCommon', inBoth.length, t('municipalitiesCount', inBoth.length, number(inBoth.length)))}. ${less + more === 0 ? t('same') : t('placedOtherwise', Math.min(less, more) || Math.max(less, more), number(Math.min(less, more) || Math.max(less, more)))}</p>
    <div class="columns"><figure><figcaption>${t('compareMap')}</figcaption><div class="maphost" id="compare-map"></div><ul class="legend">${changeScale().labels.map((words, i) => html`<li><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill=${changeScale().colours[i]}></rect></svg>${words}</li>`)}</ul></figure>
    <div>${scatter(inBoth, name(0), name(1))}${groups.map((group) => group.of.length === 0 ? nothing : html`<details data-moves=${group.name} ?open=${group.of.length <= 12}><summary>${t(group.name)} (${number(group.of.length)})</summary>
      <ul class="changes">${group.of.map((one) => html`<li><button type="button" class="link" @click=${() => on.select(one.id)}>${one.name}</button><span>${one.left > 0 ? number(one.left) : '–'} → <b>${one.right > 0 ? number(one.right) : '–'}</b></span></li>`)}</ul></details>`)}</div></div>`;
}

/** Persons, municipalities and fits of both sides. @param {State} state @param {string[]} names @param {any[]} all @param {any} said */
function totals(state, names, all, said) {
  const sides = /** @type {const} */ (['left', 'right']);
  const row = (/** @type {string} */ title, /** @type {(side: 'left' | 'right') => string} */ text) =>
    html`<tr><th scope="row">${title}</th>${sides.map((side) => html`<td class="n">${text(side)}</td>`)}</tr>`;
  const fit = (/** @type {any} */ value) => (typeof value === 'number' ? percent(value) : value === null ? t('infiniteFit') : '');
  const knowsMinors = sides.some((side) => said?.[side].totals.minors > 0);
  const fitted = said && sides.some((side) => said[side].fit);
  return html`<div class="scroll"><table id="totals" class=${said?.isOld ? 'stale' : ''}><thead><tr><th></th>${names.map((one) => html`<th class="n">${one}</th>`)}</tr></thead><tbody>
    ${row(t('persons'), (side) => number(all.reduce((sum, one) => sum + one[side], 0)))}
    ${knowsMinors ? row(t('minors'), (side) => (said[side].totals.minors === null ? '' : number(said[side].totals.minors))) : nothing}
    ${row(t('municipalities'), (side) => number(all.filter((one) => one[side] > 0).length))}
    ${said && sides.some((side) => said[side].outside.municipalities > 0) ? row(t('compareOutside'), (side) => number(said[side].outside.municipalities)) : nothing}
    ${fitted ? html`${row(t('fitPersons'), (side) => fit(said[side].fit?.persons))}
      ${state.doc.criteria.map((/** @type {any} */ one) => row(criterion(one.id), (side) => fit(said[side].fit?.criteria[one.id])))}` : nothing}</tbody></table></div>
    ${fitted ? html`<p class="hint">${t('fitsOn')}</p>` : nothing}`;
}

/** @param {any[]} both @param {string} left @param {string} right */
function scatter(both, left, right) {
  if (both.length < 2) return nothing;
  const values = both.flatMap((one) => [one.left, one.right]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = axis(low, high, 42, 392);
  const y = axis(low, high, 172, 10);
  const words = t('compareScatter', right, left);
  return html`<figure><figcaption>${words} <small>${t('logAxes')}</small></figcaption>${chart(words, 198, [
    svg('line', { x1: x.at(low), y1: y.at(low), x2: x.at(high), y2: y.at(high), stroke: 'currentColor', 'stroke-opacity': 0.4 }),
    ...x.ticks.map((one) => label(x.at(one), 188, number(one), { 'text-anchor': 'middle', 'font-size': 11 })),
    ...y.ticks.map((one) => label(36, y.at(one) + 4, number(one), { 'text-anchor': 'end', 'font-size': 11 })),
    ...both.map((one) => {
      const dot = svg('circle', { cx: x.at(one.left), cy: y.at(one.right), r: 3, fill: '#2f75b5', 'fill-opacity': 0.65 });
      const title = svg('title', {});
      title.textContent = `${one.name}: ${number(one.left)} → ${number(one.right)}`;
      dot.append(title);
      return dot;
    }),
  ])}</figure>`;
}

/** @param {State} state @param {any[]} all @param {any} on */
function picture(state, all, on) {
  const host = /** @type {HTMLElement} */ (document.getElementById('compare-map'));
  if (!host || !state.dataset) return;
  if (!map || map.host !== host) {
    map = new HexMap(host, { select: on.select, fix: on.fix, name: (id) => sentence(state, id) });
    drawn = '';
  }
  const look = state.dataset.id + state.language + matchMedia('(prefers-color-scheme: dark)').matches;
  if (drawn !== look) map.draw(state.dataset);
  drawn = look;
  const shown = new Map(all.map((one) => [one.id, { value: one.right - one.left, text: one.right === one.left ? '0' : signed(one.right - one.left) }]));
  map.paint({ shown, asked: new Set(), fixed: new Set(), changed: new Set(), dropped: new Set(), outside: new Set(), scale: changeScale() }, true);
  map.name((id) => `${facts(state, id).name}: ${shown.get(id)?.text || '0'}`);
  map.mark(state.selected || '');
}
