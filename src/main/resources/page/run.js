// A long solve: what the limit of previews cuts short goes on as an allocation of the service, watched by its events.

import { Refusal, Silence, ask, json } from './service.js';

/** @typedef {import('./types').State} State */
/** @typedef {import('./types').Run} Run */
/** @typedef {{step: () => void, ended: (run: Run, now: any, result: any) => void, failed: (failure: unknown) => void}} Hooks */

const STEP = 500;
const PATIENCE = 1000;

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));

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
    const last = await watched(now, stopper.signal, state, hooks);
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

/** Follows the events to the last one; when they break off, from where they were. @param {Run} run @param {AbortSignal} signal @param {State} state @param {Hooks} hooks @returns {Promise<any>} */
async function watched(run, signal, state, hooks) {
  const path = `v1/allocations/${encodeURIComponent(run.id)}`;
  let last = '';
  for (;;) {
    try {
      const response = await ask(path + '/events', { headers: { Accept: 'text/event-stream', ...(last ? { 'Last-Event-ID': last } : {}) }, signal });
      state.offline = false;
      if (response.status === 204) return await json(path);
      for await (const event of eventsOf(response)) {
        last = event.id;
        const { progress } = event.data;
        Object.assign(run, { incumbent: progress?.incumbent ?? run.incumbent, bound: progress?.bound ?? run.bound });
        if (event.name === 'ended') return event.data;
      }
    } catch (failure) {
      if (signal.aborted || !(failure instanceof Silence || failure instanceof TypeError)) throw failure;
      state.offline = true;
      hooks.step();
    }
    await pause(PATIENCE);
    if (signal.aborted) throw new Silence();
  }
}

/** The events of a response, as they come. @param {Response} response */
async function* eventsOf(response) {
  const reader = /** @type {ReadableStream} */ (response.body).pipeThrough(/** @type {any} */ (new TextDecoderStream())).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (text + value).split('\n\n');
    text = blocks.pop() || '';
    for (const block of blocks) {
      const said = Object.fromEntries(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
      if (said.data) yield { id: said.id || '', name: said.event, data: JSON.parse(said.data) };
    }
  }
}
