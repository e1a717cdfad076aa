// Sweep: the present scenario with ranges, solved at thousands of points, and what the answer hangs on.

import { become } from './app.js';
import { followed } from './events.js';
import { html, nothing, render } from './lit-html.js';
import { asked, form, follow, labelOf } from './ranges.js';
import { Refusal, json } from './service.js';
import { FIRST } from './store.js';
import * as swept from './swept.js';
import { number, t } from './words.js';

/** @typedef {import('./types').State} State */
/** What is watched, until it is left. @type {{id: string, job: any, summary: any, problem: string, leaving: AbortController}} */
let watched = fresh('', null);
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

/** Its last event tells when it has stopped. @param {() => void} again */
async function stop(again) {
  const mine = watched;
  try {
    mine.problem = '';
    await json(`v1/sweeps/${encodeURIComponent(mine.id)}/cancel`, { method: 'POST', body: {} });
  } catch (failure) {
    mine.problem = told(failure);
  }
  again();
}

/** A point as the scenario on screen; Back leads here again. @param {number} point @param {State} state @param {Event} event @param {() => void} again */
async function open(point, state, event, again) {
  event.preventDefault();
  const mine = watched;
  let found;
  try {
    found = await json(`v1/sweeps/${encodeURIComponent(mine.id)}/points/${point}`);
  } catch (failure) {
    mine.problem = told(failure);
    again();
    return;
  }
  state.view = FIRST.view;
  become(found.scenario);
  window.scrollTo(0, 0);
}

/** @param {HTMLElement} host @param {State} state @param {any} on */
export function show(host, state, on) {
  const again = () => document.body.dataset.view === 'sweep' && show(host, state, on);
  follow(state);
  const wanted = state.own.sweep || '';
  if (wanted && wanted !== watched.id) {
    leave();
    watched = fresh(wanted, null);
    watch(again);
  }
  const isRunning = !!watched.job && !watched.job.endedAt;
  const shown = watched.summary ? { id: watched.id, summary: watched.summary, labelOf, open: (/** @type {number} */ point, /** @type {Event} */ event) => open(point, state, event, again) } : null;
  render(html`<p>${t('sweep.what')}</p>${form(state, isRunning, () => start(state, on, again), again)}
    ${watched.problem ? html`<p class="banner bad" role="alert">${watched.problem}</p>` : nothing}
    ${watched.job ? progress(again) : nothing}
    ${shown ? swept.view(shown, state, on, again) : nothing}`, host);
  if (shown) swept.paint(shown, state, on);
}

/** Told when another view takes its place: the sweep goes on, nobody asks. */
export function left() {
  leave();
  if (!watched.job?.endedAt) watched.id = '';
}

/** @param {() => void} again */
function progress(again) {
  const { state, progress: p } = watched.job;
  const rate = p.pointsPerSecond === null ? '' : t('sweep.rate', number(p.pointsPerSecond, 0), number(p.secondsLeft, 0));
  return html`<div class="banner" id="sweep-progress" role="status">
    <progress max=${Math.max(1, p.planned)} value=${p.done} aria-label=${t('sweep.points')}></progress>
    <span>${t('sweep.done', number(p.done), number(p.planned))} ${watched.job.endedAt ? t('sweep.state.' + state) : rate}</span>
    ${watched.job.endedAt ? nothing : html`<button type="button" id="sweep-stop" @click=${() => stop(again)}>${t('stop')}</button>`}</div>`;
}
