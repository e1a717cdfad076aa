// A long solve: what the limit of previews cuts short goes on as an allocation of the service, watched by its events.

import { followed, pause } from './events.js';
import { Refusal, ask, json } from './service.js';

/** @typedef {import('./types').State} State */
/** @typedef {import('./types').Run} Run */
/** @typedef {{step: () => void, ended: (run: Run, now: any, result: any) => void, failed: (failure: unknown) => void}} Hooks */

const STEP = 500;

/** Begins; another document ends it by the run's cancel. @param {State} state @param {Hooks} hooks */
export async function run(state, hooks) {
  const stopper = new AbortController();
  /** @type {Run} */
  const now = {
    id: '', doc: state.doc, begun: performance.now(), incumbent: null, bound: null, seconds: 0,
    cancel: () => {
      stopper.abort();
      stop(now);
    },
  };
  state.run = now;
  const clock = setInterval(() => {
    now.seconds = (performance.now() - now.begun) / 1000;
    hooks.step();
  }, STEP);
  try {
    now.id = (await submitted(now, stopper.signal)).id;
    if (stopper.signal.aborted) return stop(now);
    const last = await followed(`v1/allocations/${encodeURIComponent(now.id)}`, stopper.signal, ({ progress }) => {
      Object.assign(now, { incumbent: progress?.incumbent ?? now.incumbent, bound: progress?.bound ?? now.bound });
    }, (isAway) => {
      state.offline = isAway;
      if (isAway) hooks.step();
    });
    const result = last.status ? await json(`v1/allocations/${encodeURIComponent(now.id)}/result`) : null;
    if (!stopper.signal.aborted) hooks.ended(now, last, result);
  } catch (failure) {
    if (!stopper.signal.aborted) hooks.failed(failure);
  } finally {
    clearInterval(clock);
    if (state.run === now) state.run = null;
  }
}

/** Its best so far stays as its result. @param {Run} run */
export function stop(run) {
  if (!run.id) return;
  ask(`v1/allocations/${encodeURIComponent(run.id)}/cancel`, { method: 'POST', body: {}, keepalive: true }).catch(() => {
    // It has ended already, or the service is away.
  });
}

/** Submits; a service that has too much to do is asked again when it says. @param {Run} run @param {AbortSignal} signal @returns {Promise<any>} */
async function submitted(run, signal) {
  for (;;) {
    try {
      return await json('v1/allocations', { method: 'POST', body: run.doc, headers: { Prefer: 'respond-async' } });
    } catch (failure) {
      const crowded = failure instanceof Refusal && failure.status === 429;
      if (!crowded || signal.aborted) throw failure;
      await pause(1000 * failure.retryAfter);
      if (signal.aborted) throw failure;
    }
  }
}
