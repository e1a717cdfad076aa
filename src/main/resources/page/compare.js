// Compare what is on screen with something else: the saved scenario, last year, what was really asked, what is kept.

import { html, nothing, render } from './lit-html.js';
import { axis, chart, label } from './charts.js';
import { HexMap, svg } from './map.js';
import { cell, facts, sentence } from './panel.js';
import { changeScale } from './picture.js';
import { json } from './service.js';
import { compare, number, signed, t } from './words.js';

/** @typedef {import('./types').State} State */

/** @type {any[] | null} */
let kept = null;
/** @type {Map<string, Map<string, number>>} */
const results = new Map();
/** @type {HexMap | null} */
let map = null;
let drawn = '';

/** What there is to compare with. @param {State} state */
function choices(state) {
  const year = state.dataset?.year || 0;
  const knows = (/** @type {number} */ y) => state.dataset?.municipalities.some((one) => cell(one, 'requested', y) !== null);
  const list = [];
  if (knows(year)) list.push({ value: 'asked', label: t('with.asked', year) });
  if (knows(year - 1)) list.push({ value: 'last', label: t('with.last', year - 1) });
  if (state.saved) list.push({ value: 'saved', label: t('with.saved') });
  for (const one of kept || []) list.push({ value: one.id, label: `${one.name || one.id}, ${new Date(one.createdAt || one.submittedAt || 0).toLocaleString(state.language)}` });
  return list;
}

/** The numbers of the other side, or null while they are fetched. @param {State} state @param {string} other @param {() => void} again */
function numbers(state, other, again) {
  /** @type {Map<string, number>} */
  const map_ = new Map();
  const year = state.dataset?.year || 0;
  if (other === 'saved') {
    for (const one of state.saved?.byId.values() || []) map_.set(one.municipality, one.persons);
  } else if (other === 'last' || other === 'asked') {
    for (const one of state.dataset?.municipalities || []) {
      const value = cell(one, 'requested', other === 'last' ? year - 1 : year);
      if (value) map_.set(one.id, value);
    }
  } else {
    const known = results.get(other);
    if (known) return known;
    json(`v1/allocations/${encodeURIComponent(other)}/result`).then((result) => {
      results.set(other, new Map(result.places.map((/** @type {any} */ one) => [one.municipality, one.persons])));
      again();
    }, () => {
      results.set(other, new Map());
      again();
    });
    return null;
  }
  return map_;
}

/** @param {HTMLElement} host @param {State} state @param {any} on */
export function show(host, state, on) {
  const again = () => show(host, state, on);
  if (!kept) {
    kept = [];
    json('v1/allocations?limit=50&state=SUCCEEDED').then((list) => {
      kept = list.items;
      again();
    }, () => {});
  }
  const list = choices(state);
  const other = state.own.with || list[0]?.value || '';
  const right = other && state.answer ? numbers(state, other, again) : null;
  render(html`<label>${t('compareWith')} <select id="with" @change=${(/** @type {any} */ e) => on.own('with', e.target.value)}>
      ${list.map((one) => html`<option value=${one.value} ?selected=${one.value === other}>${one.label}</option>`)}</select></label>
    ${right && state.answer ? difference(state, right, on) : html`<p>${list.length === 0 ? t('nothingToCompare') : t('reading')}</p>`}`, host);
  if (right && state.answer) picture(state, right, on);
}

/** @param {State} state @param {Map<string, number>} right */
function rows(state, right) {
  return (state.dataset?.municipalities || [])
    .map((one) => ({ ...facts(state, one.id), other: right.get(one.id) || 0 }))
    .filter((f) => f.persons > 0 || f.other > 0);
}

/** @param {State} state @param {Map<string, number>} right @param {any} on */
function difference(state, right, on) {
  const all = rows(state, right);
  const total = (/** @type {(f: any) => number} */ of) => all.reduce((sum, f) => sum + of(f), 0);
  const both = all.filter((f) => f.persons > 0 && f.other > 0);
  const less = total((f) => Math.max(0, f.persons - f.other));
  const more = total((f) => Math.max(0, f.other - f.persons));
  const sort = (/** @type {any[]} */ some) => some.sort((a, b) => Math.abs(b.persons - b.other) - Math.abs(a.persons - a.other) || compare(a.name, b.name));
  const groups = [
    { name: 'entering', of: sort(all.filter((f) => f.other === 0)) },
    { name: 'leaving', of: sort(all.filter((f) => f.persons === 0)) },
    { name: 'gaining', of: sort(both.filter((f) => f.persons > f.other)) },
    { name: 'losing', of: sort(both.filter((f) => f.persons < f.other)) },
  ];
  return html`<h2>${t('compareTotals')}</h2>
    <div class="scroll"><table id="totals"><thead><tr><th></th><th class="n">${t('compareLeft')}</th><th class="n">${t('compareRight')}</th></tr></thead><tbody>
      <tr><th scope="row">${t('persons')}</th><td class="n">${number(total((f) => f.persons))}</td><td class="n">${number(total((f) => f.other))}</td></tr>
      <tr><th scope="row">${t('municipalities')}</th><td class="n">${number(all.filter((f) => f.persons > 0).length)}</td><td class="n">${number(all.filter((f) => f.other > 0).length)}</td></tr></tbody></table></div>
    <p>${t('inCommon', both.length, t('municipalitiesCount', both.length, number(both.length)))}. ${less + more === 0 ? t('same') : t('placedOtherwise', number(Math.min(less, more) || Math.max(less, more)))}</p>
    <div class="columns"><figure><figcaption>${t('compareMap')}</figcaption><div class="maphost" id="compare-map"></div><ul class="legend">${changeScale().labels.map((words, i) => html`<li><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill=${changeScale().colours[i]}></rect></svg>${words}</li>`)}</ul></figure>
    <div>${scatter(all)}${groups.map((group) => group.of.length === 0 ? nothing : html`<details data-moves=${group.name} ?open=${group.of.length <= 12}><summary>${t(group.name)} (${number(group.of.length)})</summary>
      <ul class="changes">${group.of.map((f) => html`<li><button type="button" class="link" @click=${() => on.select(f.id)}>${f.name}</button><span>${f.other > 0 ? number(f.other) : '–'} → <b>${f.persons > 0 ? number(f.persons) : '–'}</b></span></li>`)}</ul></details>`)}</div></div>`;
}

/** @param {any[]} all */
function scatter(all) {
  const both = all.filter((f) => f.persons > 0 && f.other > 0);
  if (both.length < 2) return nothing;
  const values = both.flatMap((f) => [f.persons, f.other]);
  const x = axis(Math.min(...values), Math.max(...values), 42, 392);
  const y = axis(Math.min(...values), Math.max(...values), 172, 10);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return html`<figure><figcaption>${t('compareScatter')} <small>${t('logAxes')}</small></figcaption>${chart(t('compareWith'), 198, [
    svg('line', { x1: x.at(low), y1: y.at(low), x2: x.at(high), y2: y.at(high), stroke: 'currentColor', 'stroke-opacity': 0.4 }),
    ...x.ticks.map((one) => label(x.at(one), 188, number(one), { 'text-anchor': 'middle', 'font-size': 11 })),
    ...y.ticks.map((one) => label(36, y.at(one) + 4, number(one), { 'text-anchor': 'end', 'font-size': 11 })),
    ...both.map((f) => {
      const dot = svg('circle', { cx: x.at(f.other), cy: y.at(f.persons), r: 3, fill: '#2f75b5', 'fill-opacity': 0.65 });
      const title = svg('title', {});
      title.textContent = `${f.name}: ${number(f.other)} → ${number(f.persons)}`;
      dot.append(title);
      return dot;
    }),
  ])}</figure>`;
}

/** @param {State} state @param {Map<string, number>} right @param {any} on */
function picture(state, right, on) {
  const host = /** @type {HTMLElement} */ (document.getElementById('compare-map'));
  if (!host || !state.dataset) return;
  if (!map || map.host !== host) {
    map = new HexMap(host, { select: on.select, fix: on.fix, name: (id) => sentence(state, id) });
    drawn = '';
  }
  const look = state.dataset.id + state.language + matchMedia('(prefers-color-scheme: dark)').matches;
  if (drawn !== look) map.draw(state.dataset);
  drawn = look;
  const shown = new Map(rows(state, right).map((f) => [f.id, { value: f.persons - f.other, text: f.persons === f.other ? '0' : signed(f.persons - f.other) }]));
  map.paint({ shown, asked: new Set(), fixed: new Set(), changed: new Set(), dropped: new Set(), outside: new Set(), scale: changeScale() }, true);
  map.name((id) => `${facts(state, id).name}: ${shown.get(id)?.text || '0'}`);
  map.mark(state.selected || '');
}
