// The form: the figures that are open, the weights, and what of the rest is folded.

import { html, nothing } from './lit-html.js';
import { get, shares } from './store.js';
import { number, signed, t } from './words.js';

/** @typedef {import('./types').State} State */
/** @typedef {{pointer: string, label: string, min: number, max: number, step?: number, percent?: boolean, digits?: number, optional?: boolean, missing?: number, price?: number | null, unit?: string}} Field */

const UNITS = 1e6;

/** What one more of a rule would bring, in persons of fit, or null. @param {State} state @param {string} rule */
export const price = (state, rule) => worth(state, (multipliers) => multipliers[rule]);

/** What one more of a bound of a region would bring: of the lower one where the multiplier is negative. @param {State} state @param {number} region @param {string} band @param {'atLeast' | 'atMost'} end */
export function regionPrice(state, region, band, end) {
  const found = worth(state, (multipliers) => multipliers.regions?.[region]?.[band]);
  return found !== null && (end === 'atLeast' ? found > 0 : found < 0) ? null : found;
}

/** @param {State} state @param {(multipliers: any) => any} of */
function worth(state, of) {
  const certificate = state.answer?.result.certificate;
  if (!certificate || state.last?.status === 'INFEASIBLE') return null;
  const multiplier = of(certificate.multipliers);
  return typeof multiplier === 'number' ? multiplier / certificate.scale / UNITS : null;
}

/** A clash comes and goes while a slider moves; it is told by the live region, once. @param {State} state */
export const isClash = (state) => state.last?.status === 'INFEASIBLE';

/** The faults that concern a place of the document. @param {State} state @param {string} pointer */
export function faultsAt(state, pointer) {
  const own = state.local.get(pointer);
  const clash = isClash(state) ? state.last?.conflict?.rules || [] : [];
  const said = state.faults
    .filter((one) => one.pointer === pointer || one.pointer.startsWith(pointer + '/'))
    .map(told);
  const clashes = clash
    .filter((/** @type {any} */ one) => one.pointer === pointer)
    .map(() => t('clashHere'));
  return [...new Set((own === undefined ? [] : [own]).concat(said, clashes))];
}

/** A fault in the reader's words, as far as it is about a figure. @param {import('./types').Fault} fault */
export function told(fault) {
  const found = /^is (-?[0-9.]+)(, more than demand\.persons.*)?$/.exec(fault.detail);
  const words = found ? t('found', number(Number(found[1]), found[1].includes('.') ? 2 : 0)) : fault.detail;
  return t('fault', words, allowed(fault.allowed));
}

/** @param {any} value */
function allowed(value) {
  const range = /^(-?[0-9.]+?)\.\.(-?[0-9.]+)$/.exec(String(value));
  if (range) return `${number(Number(range[1]))}–${number(Number(range[2]))}`;
  return Array.isArray(value) ? value.join(', ') : value || '';
}

/** @param {string} pointer */
export const idOf = (pointer) => 'f' + pointer.replace(/[^A-Za-z0-9]/g, '-');

/** @param {State} state @param {any} on @param {Field} field */
export function slider(state, on, field) {
  const raw = get(state.doc, field.pointer);
  const value = typeof raw === 'number' ? raw : field.missing !== undefined ? field.missing : field.min;
  const shown = field.percent ? value * 100 : value;
  const faults = faultsAt(state, field.pointer);
  const id = idOf(field.pointer);
  const digits = field.digits || 0;
  const text = raw === undefined && field.optional ? '' : number(shown, Number.isInteger(Math.round(shown * 1e6) / 1e6) ? 0 : digits || 1);
  return html`<div class="field ${faults.length > 0 ? 'bad' : ''}" data-field=${field.pointer}>
    <div class="top"><label for=${id + '-n'}>${field.label}</label>
      <span><input id=${id + '-n'} type="text" inputmode="decimal" autocomplete="off" data-pointer=${field.pointer} data-value=${text}
        placeholder=${field.optional ? t('none') : nothing}
        aria-invalid=${faults.length > 0} aria-describedby=${faults.length > 0 ? id + '-e' : nothing}
        @change=${(/** @type {any} */ e) => on.typed(field, e.target)} />${field.percent ? html`<span class="unit">%</span>` : nothing}</span></div>
    <input type="range" aria-label=${field.label} min=${field.min} max=${field.max} step=${field.step || 1} .value=${String(shown)} data-at=${shown}
      @input=${(/** @type {any} */ e) => on.slide(field, Number(e.target.value))} @change=${() => on.slid()} />
    ${oneMore(state, field)}
    ${faults.length > 0 ? html`<p class="fault" id=${id + '-e'} role=${isClash(state) ? nothing : 'alert'}>${faults.map((one) => html`<span>${one}</span>`)}</p>` : nothing}
  </div>`;
}

/** What one more would bring: by the multiplier, or as it was solved. @param {State} state @param {Field} field */
function oneMore(state, field) {
  const solved = state.last?.status === 'INFEASIBLE' ? undefined : state.prices?.known.get(field.pointer);
  const stale = solved !== undefined && state.prices?.doc !== state.doc ? 'stale' : '';
  const words = solved === undefined ? byMultiplier(field.price) : t('oneMoreSolved', solved === null ? null : change(solved / UNITS), !!field.percent, solved);
  return words ? html`<p class="hint ${stale}" data-price-of=${field.pointer}>${words}</p>` : nothing;
}

/** Nothing is said where there is no multiplier. @param {number | null} [one] */
function byMultiplier(one) {
  if (typeof one !== 'number') return '';
  return one === 0 ? t('oneMoreSolved', change(0), false, 0) : t('oneMore', change(one));
}

/** A change of the fit, in persons. @param {number} value */
export const change = (value) => signed(value, value === 0 ? 0 : Math.abs(value) < 0.1 ? 3 : 2);

/** @param {State} state @param {any} on */
export function formView(state, on) {
  const doc = state.doc;
  const base = state.base;
  const most = Math.max(1000, Math.ceil((Number(get(base, '/demand/persons')) * 2) / 100) * 100);
  const persons = Number(get(doc, '/demand/persons')) || 0;
  return html`<fieldset ?disabled=${!!state.readOnly}>
    <h2>${t('decided')}</h2>
    ${slider(state, on, { pointer: '/demand/persons', label: t('persons'), min: 100, max: most, step: 10, price: price(state, 'persons') })}
    ${knowsMinors(state) ? slider(state, on, { pointer: '/demand/minors', label: t('minors'), min: 0, max: Math.min(persons, Math.max(600, 2 * (get(base, '/demand/minors') || 0))), missing: 0, price: price(state, 'minors') }) : nothing}
    ${slider(state, on, { pointer: '/places/minimum', label: t('minimum'), min: 1, max: 40, missing: 10 })}
    ${selection(state, on)}
    ${weights(state, on)}
    ${folded(state, on)}
  </fieldset>`;
}

/** @param {State} state */
export function knowsMinors(state) {
  return (
    (get(state.doc, '/demand/minors') || 0) > 0 ||
    (get(state.base, '/demand/minors') || 0) > 0 ||
    !!state.dataset?.municipalities.some((one) => one.indicators.em_requested)
  );
}

/** @param {State} state @param {any} on */
function selection(state, on) {
  const said = state.doc.selection || {};
  const effect = price(state, 'selected');
  if (said.atLeast !== undefined || said.atMost !== undefined) {
    const candidates = state.answer?.result.totals.candidates || 500;
    return html`
      ${slider(state, on, { pointer: '/selection/atLeast', label: t('selectedLeast'), min: 0, max: candidates, missing: 0, optional: true, price: effect !== null && effect <= 0 ? effect : null })}
      ${slider(state, on, { pointer: '/selection/atMost', label: t('selectedMost'), min: 0, max: candidates, missing: candidates, optional: true, price: effect !== null && effect >= 0 ? effect : null })}`;
  }
  return slider(state, on, { pointer: '/selection/share', label: t('share'), min: 0, max: 100, percent: true, missing: 1, optional: true, price: effect });
}

/** The name of a criterion in the reader's words. @param {string} id */
export function criterion(id) {
  const words = t('criterion.' + id);
  return words === 'criterion.' + id ? id.replace(/_/g, ' ') : words;
}

/** @param {boolean} closed */
const padlock = (closed) => html`<svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true"><rect x="1.5" y="7" width="11" height="8" rx="1.5" fill="currentColor"></rect><path d=${closed ? 'M4 7V4.5a3 3 0 0 1 6 0V7' : 'M4 7V4a3 3 0 0 1 5.8-1'} fill="none" stroke="currentColor" stroke-width="1.7"></path></svg>`;

/** @param {State} state @param {any} on */
function weights(state, on) {
  const percents = shares(state.doc);
  if (percents.length < 2) return nothing;
  return html`<h2>${t('weights')}</h2>
    ${state.doc.criteria.map((/** @type {any} */ one, /** @type {number} */ i) => {
      const pointer = `/criteria/${i}/weight`;
      const faults = faultsAt(state, pointer);
      const text = number(percents[i], Number.isInteger(Math.round(percents[i] * 1000) / 1000) ? 0 : 1);
      const isLocked = state.locked.has(one.id);
      return html`<div class="field weight ${faults.length > 0 ? 'bad' : ''}" data-field=${pointer}>
        <div class="top"><label for=${'w' + i}>${criterion(one.id)}</label>
          <span><button type="button" class="lock" aria-pressed=${isLocked} title=${t('lock')} aria-label=${t('lockOf', criterion(one.id))} @click=${() => on.lock(one.id)}>${padlock(isLocked)}</button>
          <input id=${'w' + i} type="text" inputmode="decimal" autocomplete="off" data-weight=${i} data-value=${text} ?readonly=${isLocked} @change=${(/** @type {any} */ e) => on.weightTyped(i, e.target)} /><span class="unit">%</span></span></div>
        <input type="range" aria-label=${criterion(one.id)} data-weight-slider=${i} min="0" max="100" step="1" .value=${String(percents[i])} data-at=${percents[i]}
          @input=${(/** @type {any} */ e) => on.weigh(i, Number(e.target.value))} @change=${() => on.slid()} ?disabled=${isLocked} />
        ${faults.map((words) => html`<p class="fault" role=${isClash(state) ? nothing : 'alert'}>${words}</p>`)}
      </div>`;
    })}`;
}

const GROUPS = ['caps', 'candidates', 'minorsRules', 'tilts', 'regions', 'fixedRules', 'previous', 'fitRule', 'solverRule', 'document'];

/** Which pointers a group holds, so that a fault opens it. @type {Record<string, string[]>} */
const HOLDS = {
  caps: ['/places/maximum'],
  candidates: ['/candidates'],
  minorsRules: ['/minors'],
  tilts: ['/criteria'],
  regions: ['/regions'],
  fixedRules: ['/fixed'],
  previous: ['/previous'],
  fitRule: ['/fit'],
  solverRule: ['/solver'],
};

/** @param {State} state @param {any} on */
function folded(state, on) {
  const bodies = on.foldedBodies();
  const pointers = state.faults.map((one) => one.pointer).concat((state.last?.conflict?.rules || []).map((/** @type {any} */ one) => one.pointer));
  return html`<div class="folded">${GROUPS.map((group) => {
    if (group === 'minorsRules' && !knowsMinors(state)) return nothing;
    const holds = HOLDS[group] || [];
    const concerned = pointers.some((one) => holds.some((start) => one.startsWith(start) && !one.endsWith('/weight')));
    return html`<details data-group=${group} ?open=${concerned || on.isOpen(group)} @toggle=${(/** @type {any} */ e) => on.toggled(group, e.target.open)}>
      <summary>${t('group.' + group)}${count(state, group)}</summary>
      ${(concerned || on.isOpen(group)) && bodies ? bodies(group, state, on) : nothing}
    </details>`;
  })}</div>`;
}

/** @param {State} state @param {string} group */
function count(state, group) {
  const list = group === 'regions' ? state.doc.regions : group === 'fixedRules' ? state.doc.fixed : null;
  return list && list.length > 0 ? html` <span class="count">${list.length}</span>` : nothing;
}
