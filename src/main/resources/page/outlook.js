// One municipality: the numbers it can have, and what would bring it in or push it out, each with its allocation to show.

import { effort, find, isStale, mark, run, runView } from './analyses.js';
import { criterion } from './form.js';
import { placeOf, selecting } from './line.js';
import { html, nothing } from './lit-html.js';
import { svg } from './map.js';
import { digits, facts } from './panel.js';
import { asPercent } from './stability.js';
import { fix, set, shares } from './store.js';
import { number, percent, t } from './words.js';

/** @typedef {import('./types').State} State */
/** @typedef {(doc: any) => void} Show */

const RANGES = [0.0001, 0.001, 0.005, 0.01];
const STEP = 1e-6;
const MANY = 12;

/** Everything about one, in turn. @param {State} state @param {string} id @param {boolean} selected @param {() => void} again */
async function begin(state, id, selected, again) {
  const doc = state.doc;
  await run(state, 'ranges ' + id, { kind: 'stability', municipality: id, ranges: true, losses: RANGES }, again);
  if (state.doc !== doc) return;
  if (selected) await run(state, 'weights ' + id, { kind: 'weights', municipality: id }, again);
  else await run(state, 'whyNot ' + id, { kind: 'whyNot', municipality: id }, again);
}

/** @param {State} state @param {any} on @param {Show} show @param {() => void} again */
export function view(state, on, show, again) {
  const id = state.selected;
  if (!id || !state.dataset?.byId.has(id)) return html`<h2>${t('outlookTitle')}</h2><p class="hint">${t('outlookHint')}</p>`;
  const f = facts(state, id);
  const selected = f.persons > 0;
  const ranges = find(state, 'ranges ' + id);
  const other = find(state, (selected ? 'weights ' : 'whyNot ') + id);
  const busy = ranges?.running ? ranges : other?.running ? other : null;
  const oldest = [ranges, other].find((one) => one && isStale(state, one)) || [ranges, other].find((one) => one && (one.problem || !one.result?.complete));
  const stale = (/** @type {any} */ one) => (isStale(state, one) ? 'stale' : '');
  return html`<h2>${f.name}<small>${f.county && f.county !== f.name ? `, ${f.county}` : ''}: ${selected ? `${number(f.persons)} ${t('personsWord', f.persons)}` : t('notAsked')}</small></h2>
    ${runView(state, busy || oldest || (ranges && other), t(selected ? 'runOut' : 'runIn', f.name), () => begin(state, id, selected, again))}
    ${ranges?.result?.status === 'OPTIMAL' ? html`<div class=${stale(ranges)}>${range(state, ranges, f, on, show)}</div>` : nothing}
    ${selected && other?.result?.status === 'OPTIMAL' ? html`<div class=${stale(other)}>${weights(state, other, id, show)}</div>` : nothing}
    ${!selected && other?.result?.status === 'OPTIMAL' ? html`<div class=${stale(other)}>${levers(state, other, show)}</div>` : nothing}`;
}

/** @param {Show} show @param {any} doc @param {string} what it is of */
const button = (show, doc, what) => html`<button type="button" class="small" @click=${() => show(doc)} title=${t('showHint')} aria-label=${`${t('show')}: ${what}`}>${t('show')}</button>`;

/** The numbers it can have, and the other side. @param {State} state @param {any} one @param {any} f @param {any} on @param {Show} show */
function range(state, one, f, on, show) {
  const found = one.result.candidates[0];
  if (!found) return html`<p>${t('noCandidate')}</p>`;
  const stale = isStale(state, one);
  const text = found.loss === null ? (found.by ? t('otherSideNever') : t('unknown')) : t(found.selected ? 'otherSideOut' : 'otherSideIn', (found.by === 'certificate' ? t('atLeastWord') + ' ' : '') + number(found.loss / 1e6, digits(found.loss / 1e6)));
  const place = placeOf(state, f.id);
  const cell = (/** @type {number} */ persons) => html`${number(persons)} ${stale || persons === found.persons ? nothing : button(show, fix(state.doc, f.id, persons > 0 ? { persons } : { selected: false }), `${f.name} ${number(persons)}`)}`;
  return html`<p>${text} ${mark('proven')} ${stale || found.loss === null || found.by === 'certificate' ? nothing : button(show, fix(state.doc, f.id, { selected: !found.selected }), f.name)}</p>
    ${found.instead ? changes(state, found.instead, on) : nothing}
    ${place !== null && found.selected ? html`<p>${t('askedFrom', number(place))} ${mark('proven')} ${stale || place === 0 ? nothing : button(show, selecting(state.doc, place - 1), number(place - 1))}</p>` : nothing}
    ${found.ranges ? html`<h3>${t('rangesTitle')} ${mark('proven')}</h3><div class="scroll"><table data-ranges=${f.id}><thead><tr><th>${t('lossAllowed')}</th><th class="n">${t('leastNumber')}</th><th class="n">${t('mostNumber')}</th></tr></thead>
      <tbody>${found.ranges.map((/** @type {any} */ r) => html`<tr><th scope="row">${asPercent(r.e)}</th><td class="n">${cell(r.least)}</td><td class="n">${cell(r.most)}</td></tr>`)}</tbody></table></div><p class="hint">${t('rangesHint')}</p>` : nothing}
    ${effort(one.result)}`;
}

/** Who else changes. @param {State} state @param {any[]} list @param {any} [on] */
function changes(state, list, on) {
  const sorted = list.slice().sort((a, b) => Math.abs(b.to.persons - b.from.persons) - Math.abs(a.to.persons - a.from.persons));
  const name = (/** @type {string} */ id) => (on ? html`<button type="button" class="link" @click=${() => on.select(id)}>${facts(state, id).name}</button>` : facts(state, id).name);
  return html`<details class="moves"><summary>${t('changedCount', list.length, number(list.length))}</summary><ul class="changes">${sorted.slice(0, MANY).map((one) => html`<li>${name(one.municipality)}
    <span>${one.from.persons > 0 ? number(one.from.persons) : '–'} → <b>${one.to.persons > 0 ? number(one.to.persons) : '–'}</b>${one.from.persons === one.to.persons ? html` <small>${t('minorsChanged', number(one.from.minors), number(one.to.minors))}</small>` : nothing}</span></li>`)}
    ${list.length > MANY ? html`<li>${t('andOthers', list.length - MANY, number(list.length - MANY))}</li>` : nothing}</ul></details>`;
}

/** Over which shares of each weight it is asked. @param {State} state @param {any} one @param {string} id @param {Show} show */
function weights(state, one, id, show) {
  return html`<h3>${t('weightsTitle')}</h3><p class="hint">${t('weightsHint')}</p>${one.result.criteria.map((/** @type {any} */ c) => {
    const of = c.candidates.find((/** @type {any} */ other) => other.municipality === id);
    if (c.refused || !of) return html`<p>${criterion(c.criterion)}: ${t('onlyCriterion')}</p>`;
    return strip(state, one, c.criterion, c.share, of.in, show, false);
  })}${effort(one.result)}`;
}

/** The shares as a picture, in words, and the nearest one on the other side to show. @param {State} state @param {any} one @param {string} name @param {number} share @param {{from: number, to: number}[]} inside @param {Show} show @param {boolean} bringsIn */
function strip(state, one, name, share, inside, show, bringsIn) {
  const words = inside.length === 0 ? t('noShare') : inside.map(between).join(', ');
  const at = bringsIn ? nearest(inside, share) : nearest(outside(inside), share);
  const sentence = t('sharesIn', criterion(name), words, percent(share, 0));
  return html`<div class="strip" data-weight=${name}><p>${sentence} ${mark('proven')} ${at === null || isStale(state, one) ? nothing : button(show, weighed(state.doc, name, at), `${criterion(name)} ${exact(at)}`)}</p>${picture(inside, share, sentence)}</div>`;
}

/** @param {{from: number, to: number}} one */
const between = (one) => (one.from === one.to ? exact(one.from) : t('fromTo', exact(one.from), exact(one.to)));

/** A share with the digits that it has, at least so many as people read. @param {number} share */
const exact = (share) => percent(share, Math.abs(share * 100 - Math.round(share * 100)) < 1e-9 ? 0 : 2);

/** @param {{from: number, to: number}[]} inside */
function outside(inside) {
  const gaps = [];
  let from = 0;
  for (const one of inside) {
    if (one.from > from) gaps.push({ from, to: one.from - STEP });
    from = one.to + STEP;
  }
  if (from <= 1) gaps.push({ from, to: 1 });
  return gaps;
}

/** The share nearest to a given one, or null when there is none. @param {{from: number, to: number}[]} intervals @param {number} share */
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

/** @param {{from: number, to: number}[]} inside @param {number} share @param {string} words */
function picture(inside, share, words) {
  const x = (/** @type {number} */ at) => 2 + 396 * at;
  const bars = inside.map((one) => svg('rect', { x: x(one.from), y: 5, width: Math.max(1, x(one.to) - x(one.from)), height: 12, class: 'in' }));
  return svg('svg', { viewBox: '0 0 400 34', role: 'img', 'aria-label': words }, [
    svg('rect', { x: 2, y: 5, width: 396, height: 12, class: 'whole' }),
    ...bars,
    svg('path', { d: `M${x(share)} 1V21`, class: 'now' }),
    ...[0, 0.25, 0.5, 0.75, 1].map((one) => {
      const text = svg('text', { x: x(one), y: 32, 'text-anchor': one === 0 ? 'start' : one === 1 ? 'end' : 'middle', 'font-size': 11, fill: 'currentColor' });
      text.textContent = percent(one, 0);
      return text;
    }),
  ]);
}

/** Lever by lever. @param {State} state @param {any} one @param {Show} show */
function levers(state, one, show) {
  const found = one.result.municipalities[0];
  if (!found) return nothing;
  return html`<h3>${t('leversTitle')}</h3><p class="hint">${t('leversHint')}</p><ul class="levers">${found.levers.filter((/** @type {any} */ lever) => lever.lever !== 'nothing').map((/** @type {any} */ lever) => (lever.in ? html`<li data-lever="weight">${strip(state, one, lever.criterion, lever.now, lever.in, show, true)}</li>` : leverView(state, one, found.municipality, lever, show)))}</ul>${effort(one.result)}`;
}

/** @param {State} state @param {any} one @param {string} id @param {any} lever @param {Show} show */
function leverView(state, one, id, lever, show) {
  const amount = (/** @type {number} */ value) => number(value, Math.min(6, (String(value).split('.')[1] || '').length));
  const name = nameOf(lever);
  const doc = lever.value === null || lever.value === undefined ? null : changed(state, id, lever);
  let words = lever.words;
  if (!lever.known) words = t('leverUnknown');
  else if (lever.lever === 'candidate') words = t(lever.value ? 'leverCandidate' : 'leverNoCandidate');
  else if (lever.value !== null) words = lever.before === null ? t('leverNow', amount(lever.value)) : t('leverIn', amount(lever.value), amount(lever.before), amount(lever.now));
  else if (lever.upTo !== null) words = t('leverNone', amount(lever.downTo ?? lever.now), amount(lever.upTo));
  else words = lever.words.replace(/^[^:]*: /, '');
  return html`<li data-lever=${lever.lever}><p><b>${name}</b>: ${words} ${lever.known ? mark(lever.label) : nothing} ${doc && !isStale(state, one) ? button(show, doc, `${name} ${lever.value}`) : nothing}</p>
    ${lever.changes?.length > 0 ? changes(state, lever.changes) : nothing}</li>`;
}

/** @param {any} lever */
function nameOf(lever) {
  if (lever.lever === 'ownBase' || lever.lever === 'ownTilt') {
    const words = t('indicator.' + lever.indicator);
    return t('lever.own', words.startsWith('indicator.') ? lever.indicator.replace(/_/g, ' ') : words);
  }
  return lever.rule ? t('at' + lever.rule.replace(/\//g, '.')) : t('lever.' + lever.lever);
}

/** The scenario with the lever at its value, or null where that is no part of a scenario. @param {State} state @param {string} id @param {any} lever */
function changed(state, id, lever) {
  switch (lever.lever) {
    case 'numberSelected': return selecting(state.doc, lever.value);
    case 'demand': return set(state.doc, '/demand/persons', lever.value);
    case 'cap':
    case 'minimum': return set(state.doc, lever.rule, lever.value);
    case 'candidate': return candidate(state.doc, id);
    default: return null;
  }
}

/** @param {any} doc @param {string} id */
function candidate(doc, id) {
  const exclude = (doc.candidates?.exclude || []).filter((/** @type {string} */ one) => one !== id);
  const listed = doc.candidates?.settledIn || doc.candidates?.include;
  const without = set(doc, '/candidates/exclude', exclude.length > 0 ? exclude : undefined);
  return listed ? set(without, '/candidates/include', [...new Set([...(doc.candidates.include || []), id])].sort()) : without;
}
