// The line: who would come next if more municipalities were asked, who would go first, and other totals.

import { effort, find, isStale, mark, run, runView } from './analyses.js';
import { html, nothing } from './lit-html.js';
import { facts } from './panel.js';
import { set } from './store.js';
import { number, signed, t } from './words.js';

/** @typedef {import('./types').State} State */

const LONG = 12;

/** @param {State} state @param {() => void} again */
export const begin = (state, again) => run(state, 'queue', { kind: 'queue' }, again);

/** A scenario that asks exactly so many municipalities. @param {any} doc @param {number} count */
export const selecting = (doc, count) => set(doc, '/selection', { atLeast: count, atMost: count });

/** @param {State} state @param {any} on @param {(doc: any) => void} show @param {() => void} again */
export function view(state, on, show, again) {
  const one = find(state, 'queue');
  return html`<h2>${t('lineTitle')}</h2>${runView(state, one, t('runLine'), () => begin(state, again))}
    ${one?.result ? lists(state, one, on, show) : nothing}`;
}

/** The number of municipalities from which it is asked and what that rests on, or null. @param {State} state @param {string} id */
export function placeOf(state, id) {
  const one = find(state, 'queue');
  if (!one?.result || isStale(state, one)) return null;
  const place = one.result.candidates.find((/** @type {any} */ other) => other.municipality === id)?.place ?? null;
  return place === null ? null : { place, label: rests(one.result, place) };
}

/** A place is the smallest number; one below it that was not solved may be smaller. @param {any} result @param {number} place */
const rests = (result, place) => (result.unknown.some((/** @type {number} */ count) => count < place) ? 'unknown' : result.label);

/** Numbers as ranges. @param {number[]} list ascending */
function ranges(list) {
  /** @type {number[][]} */
  const all = [];
  for (const one of list) {
    const last = all[all.length - 1];
    if (last && last[1] + 1 === one) last[1] = one;
    else all.push([one, one]);
  }
  return all.map(([from, to]) => (from === to ? number(from) : `${number(from)}–${number(to)}`)).join(', ');
}

/** Who keeps their persons and has other minors, in words. @param {State} state @param {any} total */
function minorsOnly(state, total) {
  const list = total.minorsOnly || [];
  if (list.length === 0) return nothing;
  const said = list.slice(0, LONG).map((/** @type {any} */ one) => `${facts(state, one.municipality).name} (${t('minorsChanged', number(one.from.minors), number(one.to.minors))})`);
  const more = list.length > LONG ? ` ${t('andOthers', list.length - LONG, number(list.length - LONG))}` : '';
  return html`<tr data-minors-only=${total.persons}><td colspan="4" class="hint">${t('minorsOnly', list.length, number(list.length), said.join(', ') + more)}</td></tr>`;
}

/** @param {State} state @param {any} one @param {any} on @param {(doc: any) => void} show */
function lists(state, one, on, show) {
  const stale = isStale(state, one);
  const { candidates, totals, unknown, infeasible, label } = one.result;
  const now = candidates.filter((/** @type {any} */ other) => other.selected).length;
  const placed = candidates.filter((/** @type {any} */ other) => other.place !== null);
  const next = placed.filter((/** @type {any} */ other) => other.place > now).sort((/** @type {any} */ a, /** @type {any} */ b) => a.place - b.place);
  const last = placed.filter((/** @type {any} */ other) => other.place <= now).sort((/** @type {any} */ a, /** @type {any} */ b) => b.place - a.place);
  const rows = (/** @type {any[]} */ some, /** @type {number} */ less) => html`<tbody>${some.slice(0, LONG).map((other) => {
    const f = facts(state, other.municipality);
    return html`<tr><td class="n">${number(other.place - less)}</td><th scope="row"><button type="button" class="link" @click=${() => on.select(f.id)}>${f.name}</button> <small>${f.county}</small> ${rests(one.result, other.place) === label ? nothing : mark('unknown')}</th>
      <td class="n">${stale ? nothing : html`<button type="button" class="small" @click=${() => show(selecting(state.doc, other.place - less))} title=${t('showHint')} aria-label=${t('showOf', number(other.place - less), t('municipalities').toLowerCase())}>${t('show')}</button>`}</td></tr>`;
  })}</tbody>`;
  return html`<div class=${stale ? 'stale' : ''}><div class="columns">
    <section><h3>${t('lineNext')}</h3><p class="hint">${t('lineNextHint', number(now))} ${mark(label)}</p><table data-queue="next">${rows(next, 0)}</table></section>
    <section><h3>${t('lineLast')}</h3><p class="hint">${t('lineLastHint', number(now))} ${mark(label)}</p><table data-queue="last">${rows(last, 1)}</table></section>
    <section><h3>${t('lineTotals')}</h3><p class="hint">${t('lineTotalsHint')} ${mark(label)}</p><table data-queue="totals"><thead><tr><th class="n">${t('persons')}</th><th class="n">${t('gaining')}</th><th class="n">${t('losing')}</th><th></th></tr></thead>
      <tbody>${totals.map((/** @type {any} */ total) => html`<tr><th scope="row" class="n">${signed(total.persons)}</th>
        ${total.status === 'OPTIMAL' ? html`<td class="n">${number(total.gains.length)}</td><td class="n">${number(total.loses.length)}${total.paradox ? html` <span title=${t('paradox')}>*</span>` : nothing}</td>
          <td class="n">${stale ? nothing : html`<button type="button" class="small" title=${t('showHint')} @click=${() => show(set(state.doc, '/demand/persons', state.doc.demand.persons + total.persons))} aria-label=${t('showOf', number(state.doc.demand.persons + total.persons), t('persons').toLowerCase())}>${t('show')}</button>`}</td>` : html`<td colspan="3">${total.status === 'INFEASIBLE' ? t('infeasibleMark') : mark('unknown')}</td>`}</tr>${minorsOnly(state, total)}`)}</tbody></table>
      ${totals.some((/** @type {any} */ total) => total.paradox) ? html`<p class="hint">* ${t('paradox')}</p>` : nothing}</section></div>
    ${unknown.length > 0 ? html`<p data-queue="unknown">${mark('unknown')} ${t('lineUnknown', ranges(unknown))}</p>` : nothing}
    ${infeasible.length > 0 ? html`<p class="hint" data-queue="infeasible">${t('lineInfeasible', ranges(infeasible))}</p>` : nothing}${effort(one.result)}</div>`;
}
