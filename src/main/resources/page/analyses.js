// Analyses of the scenario on screen: asked for, watched, stopped, and kept as long as the page is open.

import { failed } from './app.js';
import { html, nothing } from './lit-html.js';
import { Refusal, ask, json } from './service.js';
import { same } from './store.js';
import { number, t } from './words.js';

/** @typedef {import('./types').State} State */
/**
 * @typedef {object} Analysis
 * @property {string} name of what is asked, with the municipality where it is about one
 * @property {any} doc the scenario
 * @property {string} id of the job, once there is one
 * @property {number} done solves
 * @property {number} planned solves
 * @property {boolean} running
 * @property {boolean} unwanted stopped before it had an id
 * @property {any} result the document, or null
 * @property {string} problem why there is none, or the empty text
 */

const ROUND = 250;
const MOST = 40;
const TRIES = 5;

/** The newest first. @type {Analysis[]} */
let kept = [];

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));

/** Of the scenario on screen, else the newest of another one, else null. @param {State} state @param {string} name */
export function find(state, name) {
  const own = kept.filter((one) => one.name === name);
  return own.find((one) => same(one.doc, state.doc)) || own[0] || null;
}

/** Whether it is of another scenario than the one on screen. @param {State} state @param {Analysis} one */
export const isStale = (state, one) => !same(one.doc, state.doc);

/** Why nothing can be asked now, or the empty text. @param {State} state */
export function reason(state) {
  if (state.readOnly) return t('readOnly', state.readOnly);
  if (state.needsKey) return t('keyNeeded');
  if (state.offline) return t('offline');
  if (state.faults.length > 0 || state.local.size > 0 || state.last?.status !== 'OPTIMAL') return t('outlookNone');
  return '';
}

/**
 * Asks for an analysis of the scenario on screen.
 * @param {State} state @param {string} name @param {any} options its kind and options
 * @param {() => void} again told of every step
 */
export async function run(state, name, options, again) {
  const doc = state.doc;
  /** @type {Analysis} */
  const one = { name, doc, id: '', done: 0, planned: 0, running: true, unwanted: false, result: null, problem: '' };
  kept = [one, ...kept.filter((other) => other.name !== name || !same(other.doc, doc))].slice(0, MOST);
  again();
  try {
    const source = state.explained && state.explained.doc === doc ? { allocation: state.explained.id } : { scenario: doc };
    let job = await submitted({ ...options, ...source });
    one.id = job.id;
    if (one.unwanted) stop(one);
    const path = `v1/analyses/${encodeURIComponent(job.id)}`;
    while (runs(job)) {
      await pause(ROUND);
      job = await json(path);
      Object.assign(one, { done: job.progress?.done || 0, planned: job.progress?.planned || 0 });
      again();
    }
    if (job.links.result) one.result = await json(`${path}/result?language=${state.language}`);
    else one.problem = job.failure || t('stoppedAnalysis');
  } catch (failure) {
    one.problem = failure instanceof Error ? failure.message : String(failure);
    if (!(failure instanceof Refusal) || [401, 403].includes(failure.status)) failed(failure);
  }
  one.running = false;
  again();
}

/** A service that has too much to do is asked again when it says. @param {any} body @returns {Promise<any>} */
async function submitted(body) {
  for (let left = TRIES; ; left--) {
    try {
      return await json('v1/analyses', { method: 'POST', body, headers: { Prefer: 'respond-async' } });
    } catch (failure) {
      if (!(failure instanceof Refusal) || failure.status !== 429 || left === 0) throw failure;
      await pause(1000 * failure.retryAfter);
    }
  }
}

/**
 * What is known by then stays. The service is asked first whether it runs still: what has ended cannot be cancelled.
 * @param {Analysis} one
 */
export async function stop(one) {
  one.unwanted = true;
  if (!one.id) return;
  const path = `v1/analyses/${encodeURIComponent(one.id)}`;
  try {
    const job = await json(path);
    if (runs(job)) await ask(`${path}/cancel`, { method: 'POST', body: {}, keepalive: true });
  } catch {
    // It has ended meanwhile, or the service is away.
  }
}

/** @param {any} job */
const runs = (job) => job.state === 'QUEUED' || job.state === 'RUNNING';

/**
 * What there is to say and to do about an analysis: how far it is, that it was cut short or is of another
 * scenario, and how to run it.
 * @param {State} state @param {Analysis | null} one @param {string} words of the button that runs it
 * @param {() => void} begin
 */
export function runView(state, one, words, begin) {
  if (one?.running) {
    return html`<p class="actions" data-running=${one.name}><progress max=${Math.max(1, one.planned)} value=${one.done} aria-label=${t('solvesDone', number(one.done), number(one.planned))}></progress>
      <span>${t('solvesDone', number(one.done), number(one.planned))}</span> <button type="button" @click=${() => stop(one)}>${t('stop')}</button></p>`;
  }
  const why = reason(state);
  const stale = one && isStale(state, one);
  const cut = one && !stale && (one.problem || !one.result?.complete);
  if (one && !stale && !cut) return nothing;
  return html`<p class="actions" data-analysis=${stale ? 'stale' : cut ? 'cut' : 'none'}>
    ${stale ? html`<span class="mark warn">${t('staleAnalysis')}</span>` : nothing}
    ${cut ? html`<span class="mark warn">${one.problem || t('cutAnalysis')}</span>` : nothing}
    ${why ? html`<span class="quiet">${why}</span>` : html`<button type="button" @click=${begin}>${one ? t('runAgain') : words}</button>`}</p>`;
}

/** What a statement rests on. @param {string} label proven, scanned or estimated; unknown where nothing is */
export const mark = (label) => html`<span class="mark rests ${label === 'proven' ? '' : 'warn'}" title=${t('restsOn.' + label)}>${t('label.' + label)}</span>`;

/** The effort behind a document. @param {any} result */
export const effort = (result) => html`<p class="hint">${t('effort', result.solves, number(result.solves), number(result.certified))}</p>`;
