// What is said of a state that is not the usual one: a key is needed, a solve is under way, rules clash, a document is not valid.

import { html, nothing } from './lit-html.js';
import { told } from './form.js';
import { indicatorName } from './panel.js';
import { number, percent, t } from './words.js';

/** @typedef {import('./types').State} State */

/** Seconds after which a solve says how far it is. */
const SOON = 0.5;

/** @param {State} state @param {any} on */
export function troubles(state, on) {
  return html`${state.needsKey ? keyForm(on) : nothing}
    ${state.run && state.run.seconds >= SOON ? running(state.run, on) : nothing}
    ${state.last?.status === 'INFEASIBLE' && state.faults.length === 0 ? infeasible(state, on) : nothing}
    ${(state.last?.status === 'UNKNOWN' || state.last?.status === 'FEASIBLE') && !state.run ? unproven(state, state.last, on) : nothing}
    ${state.faults.length > 0 ? invalid(state, on) : nothing}`;
}

/** @param {any} on */
function keyForm(on) {
  return html`<form class="banner" id="key-form" @submit=${on.keyGiven}>
    <label>${t('keyNeeded')} <input name="key" type="password" autocomplete="off" required /></label>
    <button>${t('useKey')}</button></form>`;
}

/** @param {State} state @param {import('./types').Result} result @param {any} on */
function unproven(state, result, on) {
  const words = result.status === 'UNKNOWN' ? t('notFoundLong') : result.gap !== null ? t('unprovenLong', number(result.gap / 1e6, 1)) : t('unprovenOpenLong');
  return html`<p class="banner warn" id="unproven">${words} ${state.readOnly || !['TIME_LIMIT', 'CANCELED'].includes(String(result.stopped)) ? nothing : html`<button type="button" @click=${on.runOn}>${t('runOn')}</button>`}</p>`;
}

/** A millionth of the bound counts as closed. */
const CLOSED = 6;

/** How far bound and incumbent have closed in, by the digits in which they agree. @param {import('./types').Run} run */
function closing({ incumbent, bound }) {
  if (incumbent === null || bound === null) return html`<progress></progress>`;
  const gap = Math.max(0, bound - incumbent);
  const agreed = -Math.log10(Math.max(gap, 1e-9) / Math.max(1, Math.abs(bound)));
  const words = t('unproven', number(gap / 1e6, 1));
  return html`<progress max=${CLOSED} value=${Math.min(CLOSED, Math.max(0, agreed))} data-gap=${gap} aria-label=${words} title=${words}></progress>`;
}

/** @param {import('./types').Run} run @param {any} on */
function running(run, on) {
  const { incumbent, bound, seconds } = run;
  return html`<div class="banner" id="running">${closing(run)}
    <span>${t('runningFor', number(seconds, 0))}${incumbent !== null ? ' ' + t('incumbent', number(incumbent / 1e6, 1)) : ''}${bound !== null ? ' ' + t('boundNow', number(bound / 1e6, 1)) : ''}</span>
    <button type="button" @click=${on.stopRun}>${t('stop')}</button></div>`;
}

/** What the service writes as text, as a document has it. @param {string} text @returns {string | number | boolean} */
export function asValue(text) {
  if (text === 'true' || text === 'false') return text === 'true';
  return text === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

/** Whom a rule is about, empty where it is about all. @param {State} state @param {string} pointer */
function whom(state, pointer) {
  const [, list, i] = pointer.split('/');
  if (list === 'minors') return indicatorName(state.doc.minors?.candidates?.indicator || '');
  const entry = list === 'fixed' || list === 'regions' ? state.doc[list]?.[i] : null;
  if (!entry) return '';
  if (list === 'fixed') return state.dataset?.byId.get(entry.municipality)?.name || entry.municipality;
  return entry.name || state.dataset?.counties[entry.county] || t('region', Number(i) + 1);
}

/** A rule that clashes, from its name and figure. @param {State} state @param {any} rule */
function ruleWords(state, rule) {
  const key = 'rule.' + rule.rule;
  const isSingle = /^\/(fixed|regions)\//.test(rule.pointer);
  const words = isSingle ? t(key, whom(state, rule.pointer), asValue(rule.value), figure('', rule.value)) : t(key, figure(rule.rule, rule.value));
  return words === key ? `${rule.pointer}: ${rule.text}` : words;
}

/** @param {string} rule @param {string} value */
function figure(rule, value) {
  const known = asValue(value);
  if (typeof known === 'boolean') return t(known ? 'asked' : 'notAsked');
  if (typeof known === 'string') return value;
  return /share|tolerance/i.test(rule) && !/atLeast|atMost/.test(rule) ? percent(known, 0) : number(known, Number.isInteger(known) ? 0 : 2);
}

/** The name of what a relaxation changes. @param {State} state @param {any} one */
function relaxationWords(state, one) {
  const place = 'at.' + one.pointer.replace(/^\//, '').replace(/\/\d+/g, '').replace(/\//g, '.');
  const words = t(place, whom(state, one.pointer));
  const name = words === place ? one.pointer : words;
  const rule = one.pointer.endsWith('share') || one.pointer.endsWith('Share') || one.pointer.endsWith('tolerance') ? 'share' : '';
  return t('relaxation', name, figure(rule, one.from), figure(rule, one.to));
}

/** @param {State} state @param {any} on */
function infeasible(state, on) {
  const conflict = state.last?.conflict || { rules: [], relaxations: [] };
  return html`<section class="banner bad" id="infeasible"><h2>${t('infeasible')}</h2>
    <div class="split"><div><p>${conflict.rules.length > 0 ? t('clash') : t('clashUnknown')}</p>
    <ul>${conflict.rules.map((/** @type {any} */ one) => html`<li><a href="#" @click=${(/** @type {Event} */ e) => on.goTo(e, one.pointer)}>${ruleWords(state, one)}</a></li>`)}</ul></div>
    <div>${conflict.relaxations.length > 0 ? html`<p>${t('enough')}</p><p class="actions">${conflict.relaxations.map((/** @type {any} */ one) => html`<button type="button" data-relax=${one.pointer} @click=${() => on.relax(one)}>${relaxationWords(state, one)}</button>`)}</p>`
      : html`<p class="quiet">${t('noRelaxation')}</p>`}
    ${conflict.complete || conflict.rules.length === 0 ? nothing : html`<p class="quiet" id="incomplete">${t('incomplete')}</p>`}
    <p class="actions"><button type="button" @click=${on.undo}>${t('undo')}</button>
      ${conflict.complete || state.readOnly || state.run ? nothing : html`<button type="button" @click=${on.runOn}>${t('runOn')}</button>`}</p></div></div></section>`;
}

/** @param {State} state @param {any} on */
function invalid(state, on) {
  return html`<section class="banner bad" id="invalid"><p>${t('invalid', state.faults.length)}</p>
    <ul>${state.faults.map((one) => html`<li><a href="#" @click=${(/** @type {Event} */ e) => on.goTo(e, one.pointer)}><code>${one.pointer || '/'}</code></a> ${told(one)}</li>`)}</ul></section>`;
}
