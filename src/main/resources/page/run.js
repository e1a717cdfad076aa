// A long solve: kept by the service, watched until it ends, stopped when asked.

import { Refusal, json } from './service.js';
import { t } from './words.js';

/** @typedef {import('./types').State} State */

const ROUND = 400;

/** @param {State} state @param {{step: () => void, end: (result: any) => void}} hooks */
export async function run(state, hooks) {
  const doc = state.doc;
  const headers = { Prefer: 'respond-async' };
  try {
    let now = await json('v1/allocations', { method: 'POST', body: doc, headers });
    const begun = performance.now();
    state.run = { id: now.id, incumbent: null, bound: null, seconds: 0 };
    while (now.state === 'QUEUED' || now.state === 'RUNNING') {
      await new Promise((resume) => setTimeout(resume, ROUND));
      now = await json(`v1/allocations/${encodeURIComponent(now.id)}`);
      const progress = now.progress || {};
      Object.assign(state.run, { incumbent: progress.incumbent ?? null, bound: progress.bound ?? null, seconds: (performance.now() - begun) / 1000 });
      hooks.step();
      if (doc !== state.doc) break;
    }
    if (doc === state.doc && now.status) {
      const result = await json(`v1/allocations/${encodeURIComponent(now.id)}/result`);
      if (now.state === 'CANCELED') state.notice = t('stopped');
      state.run = null;
      hooks.end(result);
    }
  } catch (failure) {
    state.notice = failure instanceof Refusal ? failure.message : String(failure);
  }
  state.run = null;
  hooks.step();
}

/** @param {State} state */
export async function stop(state) {
  if (state.run) await json(`v1/allocations/${encodeURIComponent(state.run.id)}/cancel`, { method: 'POST', body: {} });
}
