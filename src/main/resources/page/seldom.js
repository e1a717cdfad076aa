// What people do seldom; fetched when it is wanted.

import { askWords } from './actions.js';
import { answered, become, begin, failed, paint, previews, remember, renderTools, rest, state, tell, ui } from './app.js';
import { run, stop } from './run.js';
import { Refusal, indicators, json, setKey } from './service.js';
import { asAnswer, get, set } from './store.js';
import { asValue } from './troubles.js';
import { t } from './words.js';

/** The end of a long solve. @param {import('./types').Run} long @param {any} now the allocation @param {import('./types').Result | null} result */
function ended(long, now, result) {
  state.run = null;
  if (now.state === 'CANCELED') state.notice = t(result?.objective === null ? 'stoppedEmpty' : 'stopped');
  else if (now.state === 'FAILED') state.notice = t('solveFailed', now.failure || '');
  if (!result) return;
  state.explained = result.objective === null ? null : { id: long.id, doc: long.doc };
  answered(result, long.doc, 0, true);
}

// A page that is closed leaves no solve behind.
addEventListener('pagehide', () => state.run?.cancel());

/** @type {Record<string, (...values: any[]) => any>} */
export const seldom = {
  /** All indicators of the dataset, as somebody turns to the picker of modes. */
  async modes() {
    const { dataset } = state;
    if (!dataset || dataset.indicators) return;
    try {
      await indicators(dataset);
    } catch (failure) {
      return; // Without the service those of the scenario are offered.
    }
    renderTools();
  },

  addRegion(/** @type {any} */ event) {
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

  exclude(/** @type {string} */ id) {
    const list = get(state.doc, '/candidates/exclude') || [];
    const next = list.includes(id) ? list.filter((/** @type {string} */ one) => one !== id) : [...list, id].sort();
    become(set(state.doc, '/candidates/exclude', next.length > 0 ? next : undefined));
  },

  async save(/** @type {any} */ event) {
    const name = String(new FormData(event.target).get('name'));
    const doc = { ...state.doc, name };
    try {
      const kept = await json('v1/scenarios', { method: 'POST', body: doc });
      state.source = { kind: 'scenario', id: kept.id };
      state.base = doc;
      state.doc = doc;
      state.saved = state.answer;
      ui.naming = false;
      state.notice = t('saved', name);
      remember(true);
      paint();
    } catch (failure) {
      failed(failure);
    }
  },

  async runOn() {
    state.run?.cancel();
    document.body.classList.add('waiting');
    document.body.dataset.run = 'yes';
    tell();
    await run(state, { step: rest, ended, failed });
    document.body.dataset.run = state.run ? 'yes' : 'no';
    if (!state.run && !previews.busy) document.body.classList.remove('waiting');
    rest();
  },

  stopRun: () => state.run && stop(state.run),

  relax(/** @type {any} */ one) {
    become(set(state.doc, one.pointer, asValue(one.to)));
  },

  goTo(/** @type {Event} */ _, /** @type {string} */ pointer) {
    let path = pointer;
    while (path && !document.querySelector(`[data-field="${CSS.escape(path)}"]`)) path = path.slice(0, path.lastIndexOf('/'));
    const place = `[data-field="${CSS.escape(path || pointer)}"]`;
    const field = document.querySelector(place + ' input') || document.querySelector(place + ' button');
    const group = document.querySelector('details[data-group="document"] summary');
    const target = /** @type {HTMLElement | null} */ (field || group);
    target?.scrollIntoView({ block: 'center' });
    target?.focus();
  },

  otherKey() {
    setKey('');
    state.readOnly = '';
    state.needsKey = true;
    rest();
  },

  keyGiven(/** @type {any} */ event) {
    setKey(String(new FormData(event.target).get('key')).trim());
    state.needsKey = false;
    state.readOnly = '';
    begin();
  },

  /** Who may only read sees what is kept. */
  async readOnly(/** @type {Refusal} */ failure) {
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
        state.explained = { id: list[0].id, doc: state.doc };
      }
    } catch (other) {
      state.notice = String(other);
    }
    paint();
    askWords();
  },
};
