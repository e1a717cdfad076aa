// The page: puts every answer on screen, map and sentence first, and begins with what the address names.

import { nothing, render } from './lit-html.js';
import { askPrice, askRules, askWords, on } from './actions.js';
import { formView } from './form.js';
import { banners, changesView, filters, head, mapTools, sentence } from './frame.js';
import { HexMap } from './map.js';
import { Table, cardView, searchView, sentence as nameOf } from './panel.js';
import { dark, modes, picture, suited } from './picture.js';
import { Previews, Refusal, Silence, fetched, figures, json, needed, prefetch, scenario } from './service.js';
import { FIRST, VIEWS, asAnswer, asKept, decode, diff, encode, fixedOf, named, same, samePlaces } from './store.js';
import { languageNow, load, preferred, t } from './words.js';

/** @typedef {import('./types').State} State */
/** @typedef {import('./types').Answer} Answer */
/** @typedef {import('./types').Result} Result */
/** @typedef {import('./types').Json} Json */

/** @type {State} */
export const state = {
  source: { kind: 'demo', id: FIRST.source.id },
  base: null, doc: null, dataset: null, kept: null, saved: null, answer: null, last: null,
  faults: [], local: new Map(), view: FIRST.view, mode: FIRST.mode, selected: null, locked: new Set(),
  sort: { column: 'persons', down: true }, sortedBy: FIRST.mode, filter: 'all', offline: false, needsKey: false, readOnly: '',
  notice: '', price: null, prices: null, words: null, explained: null, run: null, own: {}, language: 'en', tableOnly: false, borders: false,
};

/** What is open on screen and is no part of the state that a link names. @type {import('./types').Ui} */
export const ui = {
  search: { text: '', open: false, active: 0 },
  open: new Set(), folded: null, troubles: null, dragged: null, menu: false, naming: false,
};

/** @type {{map: HexMap, table: Table}} */
export const page = /** @type {any} */ ({});

/** @type {import('./map.js').Picture | null} */
let shownNow = null;
let painted = 0;
/** Milliseconds without a change after which a long solve begins. */
const REST = 500;
let frame = 0;
/** @type {any} */
let later = 0;
/** @type {any} */
let spoken = 0;
/** @type {any} */
let waits = 0;
/** @type {any} */
let wording = 0;
/** @type {any} */
let going = 0;
/** @type {any} */
let pricing = 0;

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** The request for a document: of a kept allocation its id and the changes, so that the figures kept with it count, not today's. @param {Json} doc */
export const bodyOf = (doc) => (state.source.kind === 'allocation' && state.base ? { allocationId: state.source.id, changes: diff(state.base, doc) } : doc);

export const previews = new Previews(bodyOf, answered, failed, unfinished);

// ---- answers

/**
 * @param {Result} result @param {Json} doc @param {number} milliseconds
 * @param {boolean} [isRun] whether it is of a long solve, which counts more than what was kept
 */
export function answered(result, doc, milliseconds, isRun = false) {
  done();
  state.offline = false;
  state.needsKey = false;
  state.faults = [];
  if (isRun) state.kept = null;
  if (state.kept && same(doc, state.base)) result = asKept(state.kept, result);
  state.last = result;
  if (result.objective !== null) {
    const answer = asAnswer(result, milliseconds);
    if (answer.candidates.size === 0 && state.answer && samePlaces(answer, state.answer)) {
      answer.candidates = state.answer.candidates;
    }
    state.answer = answer;
    if (same(doc, state.base)) state.saved = answer;
  }
  paint();
  askPrice(doc);
  clearTimeout(wording);
  document.body.dataset.words = 'no';
  wording = setTimeout(askWords, 120);
  clearTimeout(pricing);
  if (result.candidates) pricing = setTimeout(askRules, REST);
}

/** @param {unknown} failure */
export function failed(failure) {
  done();
  if (failure instanceof Silence) state.offline = true;
  else if (failure instanceof Refusal && failure.status === 401) state.needsKey = true;
  else if (failure instanceof Refusal && failure.status === 403) on.readOnly(failure);
  else if (failure instanceof Refusal && failure.status === 400) state.faults = failure.problem.errors || [{ pointer: '', detail: failure.message }];
  else state.notice = String(failure instanceof Error ? failure.message : failure);
  paint();
}

/** Asks for the document on screen. @param {boolean} [losses] */
export function want(losses = false) {
  if (state.readOnly) return;
  clearTimeout(going);
  state.run?.cancel();
  state.run = null;
  document.body.dataset.busy = 'yes';
  clearTimeout(waits);
  waits = setTimeout(() => document.body.classList.add('waiting'), 300);
  previews.want(state.doc, losses);
}

/** What previews are too short for goes on as an allocation, when nothing was changed for half a second. @param {Json} doc */
function unfinished(doc) {
  clearTimeout(going);
  document.body.classList.add('waiting');
  going = setTimeout(() => (ui.dragged ? unfinished(doc) : doc === state.doc && on.runOn()), REST);
}

function done() {
  if (previews.waiting) return;
  document.body.dataset.busy = 'no';
  clearTimeout(waits);
  document.body.classList.remove('waiting');
}

// ---- on screen

/** Map and sentence at once, the rest in the next task when no newer answer is there by then. */
export function paint() {
  render(sentence(state), at('summary'));
  paintMap();
  document.body.dataset.state = stateWord();
  document.body.dataset.answers = String(++painted);
  document.body.dataset.losses = state.last?.candidates || state.last?.objective === null ? 'yes' : 'no';
  document.body.dataset.rest = 'no';
  tell();
  clearTimeout(later);
  cancelAnimationFrame(frame);
  if (document.hidden) later = setTimeout(rest, 0);
  else frame = requestAnimationFrame(() => (later = setTimeout(rest, 0)));
}

export function stateWord() {
  if (state.needsKey) return 'key';
  if (state.offline) return 'offline';
  if (state.faults.length > 0 || state.local.size > 0) return 'invalid';
  if (!state.last) return 'first';
  return state.last.status === 'INFEASIBLE' ? 'infeasible' : state.last.status === 'OPTIMAL' ? 'ready' : 'unproven';
}

export function rest() {
  render(head(state, on), at('head'));
  render(banners(state, on), at('banners'));
  renderForm();
  renderCard();
  renderTools();
  render(changesView(state, on, !same(state.base, state.doc)), at('changes'));
  page.table.paint(state);
  page.map.name((id) => nameOf(state, id));
  renderView();
  document.body.dataset.rest = 'yes';
}

export function renderForm() {
  render(state.doc ? formView(state, on) : nothing, at('form'));
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[data-value]'))) {
    const pointer = input.dataset.pointer || '';
    if (document.activeElement !== input && !state.local.has(pointer) && input.value !== input.dataset.value) {
      input.value = input.dataset.value || '';
    }
  }
  // A thumb that was dragged further than locks allow goes back to where its value is.
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[data-at]'))) {
    if (input.value !== input.dataset.at) input.value = input.dataset.at || '';
  }
}

export function renderCard() {
  const fixed = state.selected && state.doc ? fixedOf(state.doc, state.selected) : null;
  render(cardView(state, on, fixed), at('card'));
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (at('card').querySelectorAll('input[data-value]'))) {
    if (document.activeElement !== input) input.value = input.dataset.value || '';
  }
}

export const renderSearch = () => render(searchView(state, ui.search, on), at('searching'));

export function renderTools() {
  if (!shownNow) return;
  render(mapTools(state, on, modes(state), shownNow.scale), at('tools'));
  at('filters').hidden = false;
  render(filters(state, on), at('filters'));
}

/** Draws the map anew: hexagons at once, true boundaries when they are there. */
export async function drawMap() {
  const { dataset } = state;
  if (!dataset) return;
  page.map.draw(dataset);
  if (!state.borders || !dataset.boundaries) return;
  try {
    const shapes = await (await fetched('borders')).shapes(dataset);
    if (state.dataset !== dataset || !state.borders) return;
    page.map.draw(dataset, shapes);
    paint();
  } catch (failure) {
    failed(failure);
  }
}

function paintMap() {
  if (!state.dataset) return;
  shownNow = picture(state);
  page.map.paint(shownNow);
  at('map').classList.toggle('stale', !!state.answer && state.last !== state.answer.result);
}

/** Says what there is, once nothing has been answered for half a second: never per step of a drag or of a clock. */
export function tell() {
  clearTimeout(spoken);
  spoken = setTimeout(() => (ui.dragged ? tell() : speak()), REST);
}

/** What is not as usual comes in place of the sentence, which is then of an earlier answer. */
function speak() {
  const unusual = [...document.querySelectorAll('#infeasible h2, #infeasible li, #invalid p, #invalid li, #running span')];
  const said = (unusual.length > 0 ? unusual : [at('summary'), at('proof')]).map((one) => (one?.textContent || '').replace(/\s+/g, ' ').trim()).join('. ');
  if (at('live').textContent !== said) at('live').textContent = said;
}

/** What is drawn below or in place of the first view. @type {{name: string, view: import('./types').View} | null} */
let viewNow = null;

/** A view comes when it is wanted; the first one has its charts below, which come when they are near. */
export async function renderView() {
  const name = state.view;
  document.body.dataset.view = name;
  document.body.classList.toggle('table-only', state.tableOnly);
  const host = at(name === FIRST.view ? 'charts' : 'view');
  if (viewNow && viewNow.name !== name) {
    viewNow.view.left?.();
    viewNow = null;
  }
  if (name === FIRST.view && !host.dataset.near) return;
  if (!state.dataset || !state.doc) return;
  const view = await fetched(VIEWS[name].module);
  if (name !== state.view || !state.dataset) return;
  if (!view) return failed(new Silence());
  viewNow = { name, view };
  view.show(host, state, on);
}

// ---- what people do

/** Another document: solved, and in the address, so that Back undoes it. @param {Json} doc */
export function become(doc) {
  state.doc = doc;
  state.local.clear();
  want();
  figured();
  remember(true);
}

/** @type {Promise<any>} */
let writing = Promise.resolve();

/** How many entries of this page lie before this one: so often Back stays on it. @returns {number} */
export const steps = () => history.state?.steps || 0;

/** Writes the address; whether there is a new entry. @param {boolean} step @returns {Promise<boolean>} */
export function address(step) {
  writing = writing.then(async () => {
    const hash = await encode(state);
    if (hash === location.hash) return false;
    if (step) history.pushState({ steps: steps() + 1 }, '', hash);
    else history.replaceState({ steps: steps() }, '', hash);
    return step;
  });
  return writing;
}

/** @param {boolean} step */
export function remember(step) {
  rest();
  return address(step);
}

// ---- the beginning

let begun = 0;

/** Loads what the address names. */
export async function begin() {
  const turn = ++begun;
  const link = named(location.hash);
  Object.assign(state, { source: link.source, selected: link.selected, own: link.own, borders: link.borders, base: null, dataset: null, saved: null, kept: null, explained: null, notice: '' });
  try {
    const unfit = await beginWith(link, turn);
    if (turn === begun && unfit.length > 0) state.notice = `${state.notice} ${t('linkUnfit', unfit.join(', '))}`.trim();
  } catch (failure) {
    if (turn !== begun) return;
    failed(failure);
    // A service that is away is asked again.
    if (failure instanceof Silence) setTimeout(() => turn === begun && begin(), 1500);
    return;
  }
  if (turn !== begun || !state.dataset) return;
  drawMap();
  page.map.mark(state.selected || '');
  paint();
  if (!same(state.doc, state.base)) baseline();
}

/** @param {import('./store.js').Link} link @param {number} turn @returns {Promise<string[]>} what of the link does not fit */
async function beginWith(link, turn) {
  try {
    state.base = await scenario(link.source);
  } catch (failure) {
    if (!(failure instanceof Refusal) || ![400, 404].includes(failure.status)) throw failure;
    state.notice = t('linkGone', link.source.id);
    state.source = { kind: 'demo', id: FIRST.source.id };
    state.base = await scenario(state.source);
  }
  const { doc, unfit } = await decode(state.base, link.said);
  if (turn !== begun) return unfit;
  state.doc = doc;
  want();
  const [dataset] = await Promise.all([figuresOf(doc), keep()]);
  if (turn !== begun) return unfit;
  state.dataset = dataset;
  state.mode = link.mode;
  await needed(state);
  return unfit.concat(suited(state, link));
}

/** The figures of a document; where it names none that are known, those of the scenario that it changes. @param {Json} doc */
const figuresOf = (doc) => figures(doc).catch((failure) => {
  if (!(failure instanceof Refusal) || same(doc, state.base)) throw failure;
  return figures(state.base);
});

/** The result of a kept allocation, which is shown as it is. */
async function keep() {
  const { source } = state;
  if (source.kind !== 'allocation') return;
  try {
    const kept = await json(`v1/allocations/${encodeURIComponent(source.id)}/result`);
    if (source !== state.source) return;
    state.kept = kept;
  } catch (failure) {
    // One that has not ended has no result; its scenario is solved.
  }
  if (state.kept) state.explained = { id: state.source.id, doc: state.base };
  if (state.kept && same(state.doc, state.base) && !state.readOnly) answered(state.kept, state.doc, 0);
}

/** The numbers of the scenario as it is kept, to tell what changed. */
async function baseline() {
  const { base } = state;
  try {
    const result = state.kept || (await json('v1/previews', { method: 'POST', body: bodyOf(base) }));
    if (base !== state.base) return;
    if (result.objective !== null) state.saved = asAnswer(result, 0);
    state.answer ??= state.saved;
    paint();
  } catch (failure) {
    // Without it nothing is said of changes.
  }
}

/** Fetches the figures when the document is about others than those at hand. */
async function figured() {
  const doc = state.doc;
  const { dataset } = state;
  if (!dataset || (dataset.id === (doc.dataset || '') && dataset.year === Number(doc.year) && (dataset.id || same(doc.municipalities, dataset.of)))) return;
  try {
    const other = await figures(doc, dataset);
    if (doc !== state.doc) return;
    state.dataset = other;
    drawMap();
    if (state.selected && !other.byId.has(state.selected)) state.selected = null;
    paint();
  } catch (failure) {
    failed(failure);
  }
}

/** Back and forward, and links typed by hand. */
async function navigated() {
  const link = named(location.hash);
  if (link.language && link.language !== languageNow()) await on.language(link.language);
  if (!same(link.source, state.source) || !state.base || !state.dataset) return begin();
  const { doc, unfit } = await decode(state.base, link.said);
  const isOther = !same(doc, state.doc) || state.faults.length > 0 || state.local.size > 0;
  Object.assign(state, { doc, own: link.own });
  state.local.clear();
  await needed({ ...state, mode: link.mode });
  const shape = state.borders;
  unfit.push(...suited(state, link));
  if (unfit.length > 0) state.notice = t('linkUnfit', unfit.join(', '));
  if (state.borders !== shape) drawMap();
  page.map.mark(state.selected || '');
  figured();
  if (isOther) want(true);
  paint();
}

async function start() {
  state.language = await load(named(location.hash).language || preferred());
  page.map = new HexMap(at('map'), { select: on.select, fix: on.fix, name: (id) => nameOf(state, id) });
  page.table = new Table(at('table'), { select: on.select, sort: on.sort });
  at('table').setAttribute('aria-label', t('municipalities'));
  renderSearch();
  render(sentence(state), at('summary'));
  addEventListener('popstate', navigated);
  addEventListener('hashchange', navigated);
  dark.addEventListener('change', () => {
    if (state.dataset) drawMap();
    paint();
  });
  document.addEventListener('click', (event) => {
    if (ui.menu && !(/** @type {Element} */ (event.target).closest('.menu, [data-menu]'))) on.menu();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && ui.menu) on.menu();
  });
  new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting)) {
      at('charts').dataset.near = 'yes';
      renderView();
    }
  }, { rootMargin: '-8px' }).observe(at('charts'));
  const top = new ResizeObserver(() => {
    document.body.style.setProperty('--top', `${Math.ceil(at('banners').getBoundingClientRect().bottom + scrollY)}px`);
  });
  top.observe(at('head'));
  top.observe(at('banners'));
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    // The fragment says what is on screen, so it cannot lead to a place of the page as well.
    event.preventDefault();
    /** @type {HTMLElement | null} */ (at('map').querySelector('[tabindex="0"]'))?.focus();
  });
  for (const event of ['pointerdown', 'keydown']) addEventListener(event, prefetch, { once: true });
  await begin();
}

start();
