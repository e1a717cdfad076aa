// The page: loads, asks, and puts every answer on screen. Map and sentence first, the rest after.

import { html, nothing, render } from './lit-html.js';
import { formView } from './form.js';
import { banners, changes, changesView, head, mapTools, sentence } from './frame.js';
import { HexMap, changeScale, dark, lossScale, personsScale, septiles } from './map.js';
import { Table, cardView, cell, facts, matches, searchView, sentence as nameOf } from './panel.js';
import { Previews, Refusal, Silence, json, setKey } from './service.js';
import { FIRST, coupled, decode, encode, fix, fixedOf, get, named, same, set, shares, withShares } from './store.js';
import { languageNow, load, number, parse, preferred, signed, t } from './words.js';

/** @typedef {import('./types').State} State */
/** @typedef {import('./types').Answer} Answer */
/** @typedef {import('./types').Result} Result */
/** @typedef {import('./types').Json} Json */

/** @type {State} */
const state = {
  source: { kind: 'demo', id: FIRST.source.id },
  base: null, doc: null, dataset: null, saved: null, answer: null, last: null,
  faults: [], local: new Map(), view: FIRST.view, mode: FIRST.mode, selected: null, locked: new Set(),
  sort: { column: 'persons', down: true }, filter: 'all', offline: false, needsKey: false, readOnly: '',
  notice: '', price: null, run: null, with: '', language: 'en', tableOnly: false,
};

const search = { text: '', open: false, active: 0 };
const open = new Set();
/** @type {any} */
let folded = null;
/** @type {any} */
let dragged = null;
let menu = false;
let naming = false;
/** @type {import('./map.js').Picture | null} */
let shownNow = null;
let painted = 0;
let frame = 0;
/** @type {HexMap} */
let map;
/** @type {Table} */
let table;
/** @type {any} */
let later = 0;
/** @type {any} */
let spoken = 0;
/** @type {any} */
let waits = 0;
/** @type {Record<string, any>} */
const views = {};

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const previews = new Previews(answered, failed);

// ---- answers

/** @param {Result} result @param {number} milliseconds @returns {Answer} */
function asAnswer(result, milliseconds) {
  return {
    result,
    byId: new Map(result.places.map((one) => [one.municipality, one])),
    candidates: new Map((result.candidates || []).map((one) => [one.municipality, one])),
    milliseconds,
  };
}

/** @param {Result} result @param {Json} doc @param {number} milliseconds */
function answered(result, doc, milliseconds) {
  done();
  state.offline = false;
  state.needsKey = false;
  state.faults = [];
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
}

/** @param {Answer} a @param {Answer} b */
const samePlaces = (a, b) => a.result.objective === b.result.objective && a.byId.size === b.byId.size;

/** @param {unknown} failure */
function failed(failure) {
  done();
  if (failure instanceof Silence) state.offline = true;
  else if (failure instanceof Refusal && failure.status === 401) state.needsKey = true;
  else if (failure instanceof Refusal && failure.status === 403) readOnly(failure);
  else if (failure instanceof Refusal && failure.status === 400) state.faults = failure.problem.errors || [{ pointer: '', detail: failure.message }];
  else state.notice = String(failure instanceof Error ? failure.message : failure);
  paint();
}

/** Who may only read sees what is kept. @param {Refusal} failure */
async function readOnly(failure) {
  state.readOnly = failure.message;
  try {
    const list = state.source.kind === 'allocation' ? [{ id: state.source.id }] : (await json('v1/allocations?limit=1&state=SUCCEEDED')).items;
    if (list.length > 0) {
      const result = await json(`v1/allocations/${encodeURIComponent(list[0].id)}/result`);
      state.base = await json(`v1/allocations/${encodeURIComponent(list[0].id)}/scenario`);
      state.doc = state.base;
      state.last = result;
      state.answer = asAnswer(result, 0);
      state.saved = state.answer;
    }
  } catch (other) {
    state.notice = String(other);
  }
  paint();
}

/** Asks for the document on screen. @param {boolean} [losses] */
function want(losses = false) {
  if (state.readOnly) return;
  document.body.dataset.busy = 'yes';
  clearTimeout(waits);
  waits = setTimeout(() => document.body.classList.add('waiting'), 300);
  previews.want(state.doc, losses);
}

function done() {
  if (previews.waiting) return;
  document.body.dataset.busy = 'no';
  clearTimeout(waits);
  document.body.classList.remove('waiting');
}

/** What the fixed number of the selected municipality costs. @param {Json} doc */
async function askPrice(doc) {
  const id = state.selected;
  if (!id || !fixedOf(doc, id) || state.readOnly || state.last?.objective === null) {
    state.price = null;
    return;
  }
  if (dragged || previews.waiting) return;
  const now = Number(state.last?.objective);
  try {
    const free = await json('v1/previews', { method: 'POST', body: fix(doc, id, null) });
    if (doc !== state.doc || free.objective === null) return;
    state.price = { id, units: free.objective - now };
    renderCard();
  } catch (failure) {
    state.price = null;
  }
}

// ---- on screen

/** Map and sentence at once, the rest in the next task when no newer answer is there by then. */
function paint() {
  render(sentence(state), at('summary'));
  paintMap();
  document.body.dataset.state = stateWord();
  document.body.dataset.answers = String(++painted);
  document.body.dataset.losses = state.last?.candidates || state.last?.objective === null ? 'yes' : 'no';
  document.body.dataset.rest = 'no';
  clearTimeout(later);
  cancelAnimationFrame(frame);
  if (document.hidden) later = setTimeout(rest, 0);
  else frame = requestAnimationFrame(() => (later = setTimeout(rest, 0)));
}

function stateWord() {
  if (state.needsKey) return 'key';
  if (state.offline) return 'offline';
  if (state.faults.length > 0 || state.local.size > 0) return 'invalid';
  if (!state.last) return 'first';
  return state.last.status === 'INFEASIBLE' ? 'infeasible' : state.last.status === 'OPTIMAL' ? 'ready' : 'unproven';
}

function rest() {
  render(head(state, on), at('head'));
  render(banners(state, on), at('banners'));
  renderForm();
  renderCard();
  renderTools();
  render(changesView(state, on, !same(state.base, state.doc)), at('changes'));
  table.paint(state);
  map.name((id) => nameOf(state, id));
  renderView();
  document.body.dataset.rest = 'yes';
  clearTimeout(spoken);
  spoken = setTimeout(speak, 500);
}

function renderForm() {
  render(state.doc ? formView(state, on) : nothing, at('form'));
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[data-value]'))) {
    const pointer = input.dataset.pointer || '';
    if (document.activeElement !== input && !state.local.has(pointer) && input.value !== input.dataset.value) {
      input.value = input.dataset.value || '';
    }
  }
}

function renderCard() {
  const fixed = state.selected && state.doc ? fixedOf(state.doc, state.selected) : null;
  render(cardView(state, on, fixed), at('card'));
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (at('card').querySelectorAll('input[data-value]'))) {
    if (document.activeElement !== input) input.value = input.dataset.value || '';
  }
}

const renderSearch = () => render(searchView(state, search, on), at('searching'));

function renderTools() {
  if (!shownNow) return;
  const scale = shownNow.scale;
  const first = scale.kind === 'change' ? nothing : html`<li><i class="hollow"></i>${scale.kind === 'loss' ? t('unknown') : t('notAsked')}</li>`;
  const legend = html`${first}${scale.labels.map((label, i) => html`<li><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill=${scale.colours[i]}></rect></svg>${label}</li>`)}`;
  render(mapTools(state, on, modes(), legend), at('tools'));
  at('filters').hidden = false;
  render(html`${['all', 'asked', 'notAsked', 'changed'].map((one) => html`<label><input type="radio" name="filter" value=${one} .checked=${state.filter === one} @change=${() => on.filter(one)} />${t('filter.' + one)}</label>`)}`, at('filters'));
}

/** What the map can show of this dataset. */
function modes() {
  const list = [{ value: 'persons', label: t('mode.persons') }];
  const knows = (/** @type {string} */ indicator) => state.dataset?.municipalities.some((one) => one.indicators[indicator]);
  if (knows('population')) list.push({ value: 'per1000', label: t('mode.per1000') });
  if (knows('requested')) list.push({ value: 'change', label: t('mode.change', (state.dataset?.year || 0) - 1) });
  list.push({ value: 'loss', label: t('mode.loss') });
  for (const id of indicators()) list.push({ value: 'i:' + id, label: t('indicator.' + id).replace('indicator.', '').replace(/_/g, ' ') });
  return list;
}

/** The indicators that the scenario uses, and those that were asked for. */
function indicators() {
  const used = new Set();
  for (const one of state.doc?.criteria || []) {
    if (one.base) used.add(one.base.indicator);
    if (one.tilt) used.add(one.tilt.indicator);
  }
  if (state.mode.startsWith('i:')) used.add(state.mode.slice(2));
  return [...used].filter(Boolean);
}

/** What each tile shows in the mode of the map. @returns {import('./map.js').Picture} */
function picture() {
  /** @type {Map<string, import('./map.js').Shown>} */
  const shown = new Map();
  const asked = new Set(state.answer ? state.answer.byId.keys() : []);
  const changed = new Set();
  const dropped = new Set();
  const outside = new Set();
  const fixed = new Set((state.doc?.fixed || []).map((/** @type {Json} */ one) => one.municipality));
  for (const f of state.answer ? changes(state) : []) {
    changed.add(f.id);
    if (f.persons === 0) dropped.add(f.id);
  }
  const all = state.answer && state.dataset ? state.dataset.municipalities.map((one) => facts(state, one.id)) : [];
  let scale = personsScale(Number(get(state.doc, '/places/minimum') ?? 10));
  if (state.answer && state.answer.candidates.size > 0) {
    for (const f of all) if (!f.candidate) outside.add(f.id);
  }
  if (state.mode === 'per1000') {
    const some = all.filter((f) => f.persons > 0 && f.per1000 !== null);
    scale = septiles(some.map((f) => Number(f.per1000)), 1);
    some.forEach((f) => shown.set(f.id, { value: Number(f.per1000), text: number(Number(f.per1000), Number(f.per1000) < 10 ? 1 : 0) }));
  } else if (state.mode === 'change') {
    scale = changeScale();
    all.filter((f) => f.change !== null && (f.persons > 0 || f.last)).forEach((f) => shown.set(f.id, { value: Number(f.change), text: f.change === 0 ? '0' : signed(Number(f.change)) }));
  } else if (state.mode === 'loss') {
    scale = lossScale();
    const whole = Math.abs(state.answer?.result.objective || 1);
    for (const f of all) {
      if (!f.candidate || f.candidate.loss === null) continue;
      shown.set(f.id, { value: f.candidate.loss / whole, text: number(f.candidate.loss / 1e6, f.candidate.loss < 1e7 ? 1 : 0) });
    }
  } else if (state.mode.startsWith('i:') && state.dataset) {
    const id = state.mode.slice(2);
    const values = state.dataset.municipalities.map((one) => ({ id: one.id, value: newest(one, id) })).filter((one) => one.value !== null);
    scale = septiles(values.map((one) => Number(one.value)), 1);
    values.forEach((one) => shown.set(one.id, { value: Number(one.value), text: compact(Number(one.value)) }));
  } else {
    for (const f of all) if (f.persons > 0) shown.set(f.id, { value: f.persons, text: number(f.persons) });
  }
  return { shown, asked, fixed, changed, dropped, outside, scale };
}

/** @param {import('./types').Municipality} one @param {string} indicator */
function newest(one, indicator) {
  const years = Object.keys(one.indicators[indicator] || {}).map(Number).sort((a, b) => b - a);
  for (const year of years) {
    const value = cell(one, indicator, year);
    if (value !== null) return value;
  }
  return null;
}

/** @param {number} value */
function compact(value) {
  if (Math.abs(value) >= 10000) return number(value / 1000) + 'k';
  return number(value, Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0);
}

function paintMap() {
  if (!state.dataset) return;
  shownNow = picture();
  map.paint(shownNow);
  at('map').classList.toggle('stale', !!state.answer && state.last !== state.answer.result);
}

function speak() {
  const words = at('summary').textContent || '';
  const proof = at('proof').textContent || '';
  at('live').textContent = `${words.replace(/\s+/g, ' ').trim()} ${proof.trim()}`;
}

/** The views that are not the first one come when they are wanted. */
async function renderView() {
  document.body.dataset.view = state.view;
  document.body.classList.toggle('table-only', state.tableOnly);
  const name = state.view === 'allocation' ? 'charts' : state.view;
  const host = at(state.view === 'allocation' ? 'charts' : 'view');
  if (state.view === 'allocation' && !at('charts').dataset.near) return;
  if (!state.dataset || !state.doc) return;
  if (!views[name]) {
    views[name] = await import(`./${name}.js`);
    if (document.body.dataset.view !== state.view) return;
  }
  views[name].show(host, state, on);
}

// ---- what people do

/** Another document: solved, and in the address. @param {Json} doc @param {boolean} [step] whether Back undoes it */
function become(doc, step = true) {
  state.doc = doc;
  state.local.clear();
  want();
  if (step) remember(true);
  else rest();
}

/** @type {Promise<void>} */
let writing = Promise.resolve();

/** Writes the address. @param {boolean} step */
function remember(step) {
  writing = writing.then(async () => {
    const hash = await encode(state);
    if (hash === location.hash) return;
    if (step) history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  });
  rest();
  return writing;
}

const on = {
  foldedBodies: () => folded,
  isOpen: (/** @type {string} */ group) => open.has(group),
  menuOpen: () => menu,
  naming: () => naming,

  async toggled(/** @type {string} */ group, /** @type {boolean} */ isOpen) {
    if (isOpen === open.has(group)) return;
    if (isOpen) open.add(group);
    else open.delete(group);
    if (!folded) folded = (await import('./folded.js')).body;
    renderForm();
  },

  slide(/** @type {any} */ field, /** @type {number} */ value) {
    dragged ??= { doc: state.doc };
    state.local.delete(field.pointer);
    state.doc = fitting(set(state.doc, field.pointer, field.percent ? Math.round(value * 100) / 10000 : value));
    moved();
  },

  weigh(/** @type {number} */ i, /** @type {number} */ value) {
    dragged ??= { doc: state.doc };
    const locks = dragged.doc.criteria.map((/** @type {Json} */ one) => state.locked.has(one.id));
    state.doc = withShares(state.doc, coupled(shares(dragged.doc), locks, i, value));
    moved();
  },

  /** The end of a drag: one step for Back. */
  slid() {
    if (!dragged) return;
    dragged = null;
    remember(true);
    askPrice(state.doc);
  },

  typed(/** @type {any} */ field, /** @type {HTMLInputElement} */ input) {
    const text = input.value.trim();
    if (text === '' && field.optional) {
      state.local.delete(field.pointer);
      become(set(state.doc, field.pointer, undefined));
      return;
    }
    const value = parse(text);
    if (value === null) {
      state.local.set(field.pointer, t('notANumber', input.value));
      document.body.dataset.state = stateWord();
      rest();
      return;
    }
    become(fitting(set(state.doc, field.pointer, field.percent ? Math.round(value * 1000) / 100000 : value)));
  },

  weightTyped(/** @type {number} */ i, /** @type {HTMLInputElement} */ input) {
    const value = parse(input.value);
    const locks = state.doc.criteria.map((/** @type {Json} */ one) => state.locked.has(one.id));
    if (value === null || value < 0 || value > 100) {
      state.local.set(`/criteria/${i}/weight`, t('notAShare', input.value));
      document.body.dataset.state = stateWord();
      rest();
      return;
    }
    become(withShares(state.doc, coupled(shares(state.doc), locks, i, value)));
  },

  lock(/** @type {string} */ id) {
    if (!state.locked.delete(id)) state.locked.add(id);
    renderForm();
  },

  put(/** @type {string} */ pointer, /** @type {any} */ value) {
    become(set(state.doc, pointer, value));
  },

  select(/** @type {string} */ id) {
    state.selected = id;
    state.price = null;
    map.mark(id);
    table.paint(state);
    table.show(id);
    renderCard();
    renderForm();
    renderView();
    remember(false);
    askPrice(state.doc);
  },

  /** Fixes a municipality at the number it has, or frees it. */
  fix(/** @type {string} */ id) {
    if (state.readOnly) return;
    if (fixedOf(state.doc, id)) on.fixed(id, null);
    else {
      const persons = state.answer?.byId.get(id)?.persons || 0;
      on.fixed(id, persons > 0 ? { persons } : { selected: false });
    }
  },

  fixed(/** @type {string} */ id, /** @type {any} */ entry) {
    state.selected = id;
    state.price = null;
    map.mark(id);
    become(fix(state.doc, id, entry));
  },

  fixedTyped(/** @type {string} */ id, /** @type {HTMLInputElement} */ input) {
    const value = parse(input.value);
    if (value === null) {
      state.notice = t('notANumber', input.value);
      rest();
    } else on.fixed(id, value === 0 ? { selected: false } : { persons: value });
  },

  exclude(/** @type {string} */ id) {
    const list = get(state.doc, '/candidates/exclude') || [];
    const next = list.includes(id) ? list.filter((/** @type {string} */ one) => one !== id) : [...list, id].sort();
    become(set(state.doc, '/candidates/exclude', next.length > 0 ? next : undefined));
  },

  addRegion(/** @type {any} */ event) {
    event.preventDefault();
    const county = new FormData(event.target).get('county');
    const persons = [...(state.answer?.byId.values() || [])].filter((one) => one.county === county).reduce((sum, one) => sum + one.persons, 0);
    become(set(state.doc, '/regions', [...(state.doc.regions || []), { county, persons: { atMost: persons } }]));
  },

  removeRegion(/** @type {number} */ i) {
    const rest_ = state.doc.regions.filter((/** @type {any} */ _, /** @type {number} */ k) => k !== i);
    become(set(state.doc, '/regions', rest_.length > 0 ? rest_ : undefined));
  },

  usePrevious() {
    const numbers = Object.fromEntries([...(state.saved || state.answer)?.byId.values() || []].map((one) => [one.municipality, one.persons]));
    become(set(state.doc, '/previous', { allocation: numbers, costPerPersonMoved: 0.1, costPerSwitch: 1 }));
  },

  /** A document as text becomes the one on screen when the service takes it. */
  async documentTyped(/** @type {string} */ text) {
    try {
      const doc = JSON.parse(text);
      await json('v1/previews', { method: 'POST', body: doc });
      become(doc);
    } catch (failure) {
      if (!(failure instanceof SyntaxError)) return failed(failure);
      state.faults = [{ pointer: '', detail: failure.message }];
      paint();
    }
  },

  searched(/** @type {any} */ event) {
    search.text = event.target.value;
    search.open = true;
    search.active = 0;
    renderSearch();
  },

  searchKey(/** @type {KeyboardEvent} */ event) {
    const found = search.open ? matches(state, search.text) : [];
    if (event.key === 'ArrowDown') search.active = Math.min(search.active + 1, found.length - 1);
    else if (event.key === 'ArrowUp') search.active = Math.max(0, search.active - 1);
    else if (event.key === 'Escape') search.open = false;
    else if (event.key === 'Enter' && found[search.active]) return on.found(event, found[search.active].id);
    else return;
    event.preventDefault();
    renderSearch();
  },

  searchLeft() {
    search.open = false;
    renderSearch();
  },

  found(/** @type {Event} */ event, /** @type {string} */ id) {
    event.preventDefault();
    search.open = false;
    search.text = state.dataset?.byId.get(id)?.name || '';
    renderSearch();
    on.select(id);
  },

  sort(/** @type {string} */ column) {
    state.sort = { column, down: state.sort.column === column ? !state.sort.down : column !== 'name' };
    table.paint(state);
  },

  filter(/** @type {string} */ one) {
    state.filter = one;
    table.paint(state);
    renderTools();
  },

  async mode(/** @type {string} */ mode) {
    state.mode = mode;
    await needed();
    paint();
    remember(false);
  },

  view(/** @type {Event} */ event, /** @type {string} */ view) {
    event.preventDefault();
    state.view = view;
    remember(false);
    scrollTo(0, 0);
  },

  tableOnly() {
    state.tableOnly = !state.tableOnly;
    rest();
  },

  async language(/** @type {string} */ language) {
    state.language = await load(language);
    if (state.dataset) map.draw(state.dataset);
    table.head = '';
    renderSearch();
    paint();
    remember(false);
  },

  menu() {
    menu = !menu;
    rest();
  },

  async take(/** @type {string} */ what) {
    menu = false;
    rest();
    const ways = await import('./export.js');
    try {
      await ways.take(what, state, map, picture());
    } catch (failure) {
      state.notice = String(failure instanceof Error ? failure.message : failure);
    }
    rest();
  },

  downloadDocument: () => on.take('scenario'),

  undo: () => history.back(),

  revert: () => become(state.base),

  relax(/** @type {any} */ one) {
    const value = Number(one.to);
    become(set(state.doc, one.pointer, Number.isNaN(value) ? one.to : value));
  },

  goTo(/** @type {Event} */ event, /** @type {string} */ pointer) {
    event.preventDefault();
    let path = pointer;
    while (path && !document.querySelector(`[data-field="${CSS.escape(path)}"]`)) path = path.slice(0, path.lastIndexOf('/'));
    const field = document.querySelector(`[data-field="${CSS.escape(path || pointer)}"] input`);
    const group = document.querySelector('details[data-group="document"] summary');
    const target = /** @type {HTMLElement | null} */ (field || group);
    target?.scrollIntoView({ block: 'center' });
    target?.focus();
  },

  askName() {
    naming = !naming;
    rest();
    if (naming) /** @type {any} */ (document.querySelector('#changes input[name=name]'))?.select();
  },

  async save(/** @type {any} */ event) {
    event.preventDefault();
    const name = String(new FormData(event.target).get('name'));
    const doc = { ...state.doc, name };
    try {
      const kept = await json('v1/scenarios', { method: 'POST', body: doc });
      state.source = { kind: 'scenario', id: kept.id };
      state.base = doc;
      state.doc = doc;
      state.saved = state.answer;
      naming = false;
      state.notice = t('saved', name);
      remember(true);
      paint();
    } catch (failure) {
      failed(failure);
    }
  },

  noticed() {
    state.notice = '';
    rest();
  },

  otherKey() {
    setKey('');
    state.readOnly = '';
    state.needsKey = true;
    rest();
  },

  keyGiven(/** @type {any} */ event) {
    event.preventDefault();
    setKey(String(new FormData(event.target).get('key')).trim());
    state.needsKey = false;
    state.readOnly = '';
    begin();
  },

  async runOn() {
    const runs = await import('./run.js');
    await runs.run(state, { step: () => rest(), end: (/** @type {Result} */ result) => answered(result, state.doc, 0) });
    rest();
  },

  async stopRun() {
    const runs = await import('./run.js');
    await runs.stop(state);
  },

  async withOther(/** @type {string} */ other) {
    state.with = other;
    remember(false);
  },

};

/** What no scenario could mean is not asked: more minors than persons. @param {Json} doc */
function fitting(doc) {
  const persons = get(doc, '/demand/persons');
  const minors = get(doc, '/demand/minors');
  return typeof persons === 'number' && typeof minors === 'number' && minors > persons && persons >= 0 && dragged ? set(doc, '/demand/minors', persons) : doc;
}

function moved() {
  want();
  renderForm();
}

// ---- the beginning

/** Figures that the mode of the map needs and that are not there. */
async function needed() {
  if (!state.mode.startsWith('i:') || !state.dataset || !state.dataset.id) return;
  const id = state.mode.slice(2);
  if (state.dataset.municipalities.some((one) => one.indicators[id])) return;
  const about = await json(`v1/datasets/${state.dataset.id}`);
  if (!about.indicators.some((/** @type {Json} */ one) => one.id === id)) return;
  const years = Array.from({ length: 12 }, (_, k) => `${id}:${(state.dataset?.year || 0) - k}`).join(',');
  const more = await json(`v1/datasets/${state.dataset.id}/municipalities?cells=${years}`);
  for (const one of more.municipalities) Object.assign(state.dataset.byId.get(one.id)?.indicators || {}, one.indicators);
}

/** @param {import('./types').Source} source @returns {Promise<Json>} */
async function scenario(source) {
  if (source.kind === 'scenario') return json(`v1/scenarios/${encodeURIComponent(source.id)}`);
  if (source.kind === 'allocation') return json(`v1/allocations/${encodeURIComponent(source.id)}/scenario`);
  const first = at('first').textContent || '{}';
  if (source.id === FIRST.source.id) return JSON.parse(first);
  const item = (await json('v1/demo')).items.find((/** @type {Json} */ one) => one.id === source.id);
  if (!item) throw new Refusal(404, { detail: `demo ${source.id}` }, 0);
  return item.scenario;
}

/** @param {Json} doc @returns {Promise<import('./types').Dataset>} */
async function figures(doc) {
  const year = Number(doc.year) || 0;
  const [inhabitants, asked] = [`population:${year - 1}`, `requested:${year - 1},requested:${year}`];
  const read = doc.dataset
    ? await json(`v1/datasets/${encodeURIComponent(doc.dataset)}/municipalities?points=no&cells=${inhabitants},${asked}`)
    : { dataset: '', title: doc.name || '', counties: {}, municipalities: inline(doc) };
  if (read.dataset && !read.municipalities.some((/** @type {Json} */ one) => one.tile)) {
    const more = await json(`v1/datasets/${encodeURIComponent(doc.dataset)}/municipalities?cells=`);
    more.municipalities.forEach((/** @type {Json} */ one, /** @type {number} */ i) => Object.assign(read.municipalities[i], { longitude: one.longitude, latitude: one.latitude }));
  }
  return {
    id: read.dataset, title: read.title, counties: read.counties, municipalities: read.municipalities,
    byId: new Map(read.municipalities.map((/** @type {Json} */ one) => [one.id, one])), year,
  };
}

/** @param {Json} doc */
const inline = (doc) =>
  (doc.municipalities || []).map((/** @type {Json} */ one) => ({ ...one, name: one.name || one.id, county: one.county || '', indicators: one.indicators || {} }));

/** Loads what the address names. */
async function begin() {
  const link = named(location.hash);
  Object.assign(state, { source: link.source, view: link.view, mode: link.mode, selected: link.selected, with: link.with });
  state.base = null;
  state.dataset = null;
  state.saved = null;
  try {
    state.base = await scenario(link.source);
  } catch (failure) {
    if (link.source.kind === 'demo' || !(failure instanceof Refusal) || failure.status !== 404) return failed(failure);
    state.notice = t('linkGone', link.source.id);
    state.source = { kind: 'demo', id: FIRST.source.id };
    state.base = await scenario(state.source);
  }
  const { doc, unfit } = await decode(state.base, link.said);
  state.doc = doc;
  if (unfit.length > 0) state.notice = t('linkUnfit', unfit.join(', '));
  want();
  try {
    state.dataset = await figures(state.base);
  } catch (failure) {
    return failed(failure);
  }
  if (state.selected && !state.dataset.byId.has(state.selected)) {
    state.notice = t('linkUnfit', 'sel=' + state.selected);
    state.selected = null;
  }
  await needed();
  map.draw(state.dataset);
  if (state.selected) map.mark(state.selected);
  paint();
  if (!same(state.doc, state.base)) baseline();
}

/** The numbers of the scenario as it is kept, to tell what changed. */
async function baseline() {
  try {
    const result = await json('v1/previews', { method: 'POST', body: state.base });
    if (result.objective !== null) state.saved = asAnswer(result, 0);
    state.answer ??= state.saved;
    paint();
  } catch (failure) {
    // Without it nothing is said of changes.
  }
}

/** Back and forward, and links typed by hand. */
async function navigated() {
  const link = named(location.hash);
  if (link.language && link.language !== languageNow()) await on.language(link.language);
  if (!same(link.source, state.source) || !state.base) return begin();
  const { doc, unfit } = await decode(state.base, link.said);
  const isOther = !same(doc, state.doc) || state.faults.length > 0 || state.local.size > 0;
  Object.assign(state, { doc, view: link.view, mode: link.mode, with: link.with });
  state.local.clear();
  if (unfit.length > 0) state.notice = t('linkUnfit', unfit.join(', '));
  if (link.selected && state.dataset?.byId.has(link.selected)) {
    state.selected = link.selected;
    map.mark(link.selected);
  }
  if (isOther) want(true);
  paint();
}

async function start() {
  state.language = await load(named(location.hash).language || preferred());
  map = new HexMap(at('map'), { select: on.select, fix: on.fix, name: (id) => nameOf(state, id) });
  table = new Table(at('table'), { select: on.select, sort: on.sort });
  at('table').setAttribute('aria-label', t('municipalities'));
  renderSearch();
  render(sentence(state), at('summary'));
  addEventListener('popstate', navigated);
  addEventListener('hashchange', navigated);
  dark.addEventListener('change', () => {
    if (state.dataset) map.draw(state.dataset);
    paint();
  });
  document.addEventListener('click', (event) => {
    if (menu && !(/** @type {Element} */ (event.target).closest('.menu, [data-menu]'))) on.menu();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu) on.menu();
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
  await begin();
}

start();
