// What runs in the service, watched by its events.

import { Silence, ask, json } from './service.js';

const PATIENCE = 1000;

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));

/**
 * Follows the events of what runs to the last one; when they break off, from where they were.
 * @param {string} path of its small document
 * @param {AbortSignal} signal ends it by a failure
 * @param {(now: any) => void} heard the small document, each time it changes
 * @param {(isAway: boolean) => void} away true when the service does not answer, false when it does again
 * @returns {Promise<any>} the last small document
 */
export async function followed(path, signal, heard, away) {
  let last = '';
  for (;;) {
    try {
      const response = await ask(path + '/events', { headers: { Accept: 'text/event-stream', ...(last ? { 'Last-Event-ID': last } : {}) }, signal });
      away(false);
      if (response.status === 204) return await json(path);
      for await (const event of eventsOf(response)) {
        last = event.id;
        heard(event.data);
        if (event.name === 'ended') return event.data;
      }
    } catch (failure) {
      if (signal.aborted || !(failure instanceof Silence || failure instanceof TypeError)) throw failure;
      away(true);
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
