// The calls of the page: one way to ask, scenario and figures, and previews of which the latest wins.

import { FIRST, VIEWS } from './store.js';
import { has, more } from './words.js';

/** @typedef {import('./types').Result} Result */
/** @typedef {import('./types').State} State */

const KEY = 'bosett.key';
const TRIES = 1;
/** How many years of an indicator are fetched for the map, which shows the newest figure of each municipality. */
const MOST_YEARS = 12;

/** What the service refused, in its own words. */
export class Refusal extends Error {
  /** @param {number} status @param {any} problem @param {number} retryAfter seconds */
  constructor(status, problem, retryAfter) {
    super(problem.detail || problem.title || String(status));
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** Nobody answered. */
export class Silence extends Error {}

export const key = () => sessionStorage.getItem(KEY) || '';

/** Kept for the session at most. @param {string} value */
export function setKey(value) {
  if (value) sessionStorage.setItem(KEY, value);
  else sessionStorage.removeItem(KEY);
}

/**
 * Asks the service.
 * @param {string} path relative, so that the service may live under any path
 * @param {{method?: string, body?: any, form?: FormData, headers?: Record<string, string>, signal?: AbortSignal, keepalive?: boolean}} [options] form: instead of a body of JSON
 */
export async function ask(path, options = {}) {
  const headers = { ...options.headers };
  if (key()) headers.Authorization = 'Bearer ' + key();
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, {
      method: options.method || 'GET',
      headers,
      signal: options.signal,
      keepalive: options.keepalive,
      body: options.form || (options.body === undefined ? undefined : JSON.stringify(options.body)),
    });
  } catch (failure) {
    throw new Silence(String(failure));
  }
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  const retry = Number(response.headers.get('Retry-After') || '1');
  if (response.status === 503) throw new Silence(problem.title || 'unavailable');
  throw new Refusal(response.status, problem, retry);
}

/** @param {string} path @param {any} [options] @returns {Promise<any>} */
export async function json(path, options) {
  const response = await ask(path, options);
  return response.status === 204 ? null : response.json();
}

/** The modules that are fetched when they are wanted, beside those of the views. */
const LATER = ['folded', 'seldom', 'troubles', 'figures', 'borders', 'export', 'prices'];

/** A module with its words, or null when the service is away. @param {string} name @returns {Promise<any>} */
export const fetched = (name) => Promise.all([import(`./${name}.js`), more()]).then(([module]) => module, () => null);

/** Fetches all of them when there is time, so that what is on screen can be taken out without the service. */
export const prefetch = () => requestIdleCallback(() => LATER.concat(Object.values(VIEWS).map((one) => one.module)).forEach(fetched));

/** Figures that the mode of the map needs and that are not there. @param {State} state */
export async function needed(state) {
  if (!state.mode.startsWith('i:') || !state.dataset || !state.dataset.id) return;
  const id = state.mode.slice(2);
  if (state.dataset.municipalities.some((one) => one.indicators[id])) return;
  const [found] = await Promise.all([indicators(state.dataset), has('indicator.' + id) ? null : more()]);
  const own = found.find((one) => one.id === id);
  if (!own || own.years.length === 0) return;
  const cells = own.years.slice(-MOST_YEARS).map((one) => `${id}:${one.year}`).join(',');
  const read = await json(`v1/datasets/${encodeURIComponent(state.dataset.id)}/municipalities?points=no&cells=${cells}`);
  for (const one of read.municipalities) Object.assign(state.dataset.byId.get(one.id)?.indicators || {}, one.indicators);
}

/** The indicators of a dataset, in its order, asked for once; figures that stand in a document name theirs. @param {import('./types').Dataset} dataset */
export async function indicators(dataset) {
  if (!dataset.indicators && dataset.id) dataset.indicators = (await json(`v1/datasets/${encodeURIComponent(dataset.id)}`)).indicators;
  dataset.indicators ??= [...new Set(dataset.municipalities.flatMap((one) => Object.keys(one.indicators)))].map((id) => ({ id, years: [] }));
  return dataset.indicators;
}

/** What the page carries. @param {string} id */
const carried = (id) => JSON.parse(document.getElementById(id)?.textContent || '{}');

/** @param {import('./types').Source} source @returns {Promise<any>} */
export async function scenario(source) {
  if (source.kind === 'scenario') return json(`v1/scenarios/${encodeURIComponent(source.id)}`);
  if (source.kind === 'allocation') return json(`v1/allocations/${encodeURIComponent(source.id)}/scenario`);
  if (source.id === FIRST.source.id) return carried('first');
  const item = (await json('v1/demo')).items.find((/** @type {any} */ one) => one.id === source.id);
  if (!item) throw new Refusal(404, { detail: `demo ${source.id}` }, 0);
  return item.scenario;
}

/** @param {any} doc @param {import('./types').Dataset | null} [before] the figures on screen @returns {Promise<import('./types').Dataset>} */
export async function figures(doc, before) {
  const year = Number(doc.year) || 0;
  const [inhabitants, asked] = [`population:${year - 1}`, `requested:${year - 1},requested:${year}`];
  const cells = `${inhabitants},${asked}`;
  const first = document.getElementById('figures')?.dataset.cells === cells ? carried('figures') : {};
  const read = !doc.dataset
    ? standing(doc, before || carried('figures'))
    : first.dataset === doc.dataset
      ? first
      : await json(`v1/datasets/${encodeURIComponent(doc.dataset)}/municipalities?points=no&cells=${cells}`);
  return {
    id: read.dataset, title: read.title, counties: read.counties, municipalities: read.municipalities, of: doc.municipalities, boundaries: !!read.boundaries,
    byId: new Map(read.municipalities.map((/** @type {any} */ one) => [one.id, one])), year,
  };
}

/** Figures of a document's own stand on the map where the same municipalities are known to stand. @param {any} doc @param {any} known */
function standing(doc, known) {
  const own = inline(doc);
  const at = new Map((known.municipalities || []).map((/** @type {any} */ one) => [one.id, one]));
  const isKnown = own.every((/** @type {any} */ one) => at.get(one.id)?.name === one.name && at.get(one.id).county === one.county);
  const municipalities = isKnown ? own.map((/** @type {any} */ one) => ({ ...one, tile: at.get(one.id).tile })) : own;
  return { dataset: '', title: doc.name || '', counties: isKnown ? known.counties : {}, municipalities };
}

/** @param {any} doc */
const inline = (doc) =>
  (doc.municipalities || []).map((/** @type {any} */ one) => ({ ...one, name: one.name || one.id, county: one.county || '', indicators: one.indicators || {} }));

/** Whether a longer solve would say more. @param {Result} result */
export const isUnfinished = (result) => (result.status === 'INFEASIBLE' ? !result.conflict.complete : result.stopped === 'TIME_LIMIT');

/** Whether time cut something off. @param {Result} result */
function isCut(result) {
  if (isUnfinished(result)) return true;
  const unknown = (result.candidates || []).some((one) => one.loss === null && !one.by);
  return result.proof === 'CLAIMED' || unknown;
}

/**
 * Previews with one request in flight. What is asked meanwhile waits; of what waits only the latest
 * is asked. When nothing more comes, the losses are asked for too.
 */
export class Previews {
  /**
   * @param {(doc: any) => any} bodyOf what is sent for a document
   * @param {(result: Result, doc: any, milliseconds: number) => void} answered
   * @param {(failure: unknown, doc: any) => void} failed
   * @param {(doc: any) => void} unfinished told when the limit of previews is too short for a document
   */
  constructor(bodyOf, answered, failed, unfinished) {
    this.bodyOf = bodyOf;
    this.answered = answered;
    this.failed = failed;
    this.unfinished = unfinished;
    /** @type {any} */
    this.waiting = null;
    this.busy = false;
    this.pause = 0;
    /** @type {any} */
    this.timer = 0;
  }

  /** @param {any} doc @param {boolean} losses @param {number} [tries] */
  want(doc, losses, tries = 0) {
    this.waiting = { doc, losses, tries };
    clearTimeout(this.timer);
    if (!this.busy) this.next();
  }

  async next() {
    const asked = this.waiting;
    if (!asked) return;
    this.waiting = null;
    this.busy = true;
    const begun = performance.now();
    let pause = 0;
    try {
      const path = 'v1/previews' + (asked.losses ? '?include=losses' : '');
      const result = await json(path, { method: 'POST', body: this.bodyOf(asked.doc) });
      // An answer that is overtaken still shows that something moves.
      this.answered(result, asked.doc, performance.now() - begun);
      const settled = result.objective === null || asked.losses;
      if (!this.waiting && (!settled || (isCut(result) && asked.tries < TRIES))) {
        // A service that has just begun, or has much to do, may need another try.
        const tries = asked.tries + (settled ? 1 : 0);
        this.timer = setTimeout(() => this.want(asked.doc, true, tries), 200 * (1 + 2 * tries));
      } else if (!this.waiting && isUnfinished(result)) this.unfinished(asked.doc);
    } catch (failure) {
      const crowded = failure instanceof Refusal && failure.status === 429;
      const silent = failure instanceof Silence;
      if (crowded || silent) {
        pause = silent ? 1500 : failure.retryAfter * (500 + Math.random() * 500);
        if (!this.waiting) this.waiting = asked;
      }
      if (!crowded && !(this.waiting && this.waiting !== asked && !silent)) {
        this.failed(failure, asked.doc);
      }
    }
    if (pause > 0) await new Promise((resume) => setTimeout(resume, pause));
    this.busy = false;
    if (this.waiting) this.next();
  }
}
