// One municipality: the numbers it can have, and what would bring it in or push it out, each with its allocation to show.

import { effort, find, isStale, mark, run, runView } from './analyses.js';
import { button, changes, levers } from './levers.js';
import { placeOf, selecting } from './line.js';
import { html, nothing } from './lit-html.js';
import { digits, facts } from './panel.js';
import { asPercent } from './stability.js';
import { fix } from './store.js';
import { number, t } from './words.js';

/** @typedef {import('./types').State} State */
/** @typedef {(doc: any) => void} Show */

const RANGES = [0.0001, 0.001, 0.005, 0.01];

/** Everything about one, in turn. @param {State} state @param {string} id @param {() => void} again */
async function begin(state, id, again) {
  const doc = state.doc;
  await run(state, 'ranges ' + id, { kind: 'stability', municipality: id, ranges: true, losses: RANGES }, again);
  if (state.doc === doc) await run(state, 'whyNot ' + id, { kind: 'whyNot', municipality: id }, again);
}

/** @param {State} state @param {any} on @param {Show} show @param {() => void} again */
export function view(state, on, show, again) {
  const id = state.selected;
  if (!id || !state.dataset?.byId.has(id)) return html`<h2>${t('outlookTitle')}</h2><p class="hint">${t('outlookHint')}</p>`;
  const f = facts(state, id);
  const selected = f.persons > 0;
  const ranges = find(state, 'ranges ' + id);
  const other = find(state, 'whyNot ' + id);
  const busy = ranges?.running ? ranges : other?.running ? other : null;
  const oldest = [ranges, other].find((one) => one && isStale(state, one)) || [ranges, other].find((one) => one && (one.problem || !one.result?.complete));
  const stale = (/** @type {any} */ one) => (isStale(state, one) ? 'stale' : '');
  return html`<h2>${f.name}<small>${f.county && f.county !== f.name ? `, ${f.county}` : ''}: ${selected ? `${number(f.persons)} ${t('personsWord', f.persons)}` : t('notAsked')}</small></h2>
    ${runView(state, busy || oldest || (ranges && other), t(selected ? 'runOut' : 'runIn', f.name), () => begin(state, id, again))}
    ${ranges?.result?.status === 'OPTIMAL' ? html`<div class=${stale(ranges)}>${range(state, ranges, f, on, show)}</div>` : nothing}
    ${other?.result?.status === 'OPTIMAL' ? html`<div class=${stale(other)}>${levers(state, other, show)}</div>` : nothing}`;
}

/** The numbers it can have, and the other side. @param {State} state @param {any} one @param {any} f @param {any} on @param {Show} show */
function range(state, one, f, on, show) {
  const found = one.result.candidates[0];
  if (!found) return html`<p>${t('noCandidate')}</p>`;
  const stale = isStale(state, one);
  const { label } = one.result;
  const text = found.loss === null ? (found.by ? t('otherSideNever') : t('otherSideUnknown')) : t(found.selected ? 'otherSideOut' : 'otherSideIn', (found.by === 'certificate' ? t('atLeastWord') + ' ' : '') + number(found.loss / 1e6, digits(found.loss / 1e6)));
  const place = placeOf(state, f.id);
  const cell = (/** @type {number} */ persons) => html`${number(persons)} ${stale || persons === found.persons ? nothing : button(show, fix(state.doc, f.id, persons > 0 ? { persons } : { selected: false }), `${f.name} ${number(persons)}`)}`;
  return html`<p data-side>${text} ${mark(found.by ? label : 'unknown')} ${stale || found.loss === null || found.by === 'certificate' ? nothing : button(show, fix(state.doc, f.id, { selected: !found.selected }), f.name)}</p>
    ${found.instead ? changes(state, found.instead, on) : nothing}
    ${place && found.selected ? html`<p data-place>${t('askedFrom', number(place.place))} ${mark(place.label)} ${stale || place.place === 0 ? nothing : button(show, selecting(state.doc, place.place - 1), number(place.place - 1))}</p>` : nothing}
    ${found.ranges ? html`<h3>${t('rangesTitle')} ${mark(label)}</h3><div class="scroll"><table data-ranges=${f.id}><thead><tr><th>${t('lossAllowed')}</th><th class="n">${t('leastNumber')}</th><th class="n">${t('mostNumber')}</th></tr></thead>
      <tbody>${found.ranges.map((/** @type {any} */ r) => html`<tr><th scope="row">${asPercent(r.e)}</th><td class="n">${cell(r.least)}</td><td class="n">${cell(r.most)}</td></tr>`)}</tbody></table></div><p class="hint">${t('rangesHint')}</p>` : nothing}
    ${effort(one.result)}`;
}
