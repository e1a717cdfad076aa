// What one more of a rule without a multiplier would bring: solved again with it, while the page rests.

import { json } from './service.js';
import { fix, get, set } from './store.js';

/** @typedef {import('./types').State} State */

/** Rules whose limit moves by a step without moving gains or targets, and where they are on the form. @type {{pointer: string, by: number, missing?: number, group: string, most?: number}[]} */
const RULES = [
  { pointer: '/places/minimum', by: 1, missing: 10, group: '' },
  { pointer: '/places/maximum', by: 1, group: 'caps' },
  { pointer: '/places/maximumShareOf/share', by: 0.01, group: 'caps', most: 1 },
  { pointer: '/places/maximumPer1000/value', by: 1, group: 'caps' },
  { pointer: '/minors/minimumGroup', by: 1, missing: 1, group: 'minorsRules' },
  { pointer: '/minors/maximumShare', by: 0.01, group: 'minorsRules', most: 1 },
  { pointer: '/minors/maximum', by: 1, group: 'minorsRules' },
];

/** The most fixed municipalities whose release is solved. */
const MOST_FIXED = 40;

/** What the form shows of them. @param {(group: string) => boolean} isOpen */
export const onForm = (isOpen) => RULES.filter((one) => !one.group || isOpen(one.group)).map((one) => one.pointer);

/** All of a document, the release of each fixed municipality too. @param {any} doc */
export const all = (doc) =>
  RULES.map((one) => one.pointer).concat((doc.fixed || []).slice(0, MOST_FIXED).map((/** @type {any} */ one) => '/fixed/' + one.municipality));

/** The document with one more, null when that cannot be, undefined where there is no such rule. @param {any} doc @param {string} pointer */
function moved(doc, pointer) {
  if (pointer.startsWith('/fixed/')) return fix(doc, pointer.slice(7), null);
  const rule = RULES.find((one) => one.pointer === pointer);
  const now = get(doc, pointer) ?? rule?.missing;
  if (!rule || typeof now !== 'number' || (rule.group === 'minorsRules' && !(get(doc, '/demand/minors') > 0))) return undefined;
  const next = Math.round((now + rule.by) * 1e6) / 1e6;
  if (rule.most !== undefined && next > rule.most) return undefined;
  const fixed = pointer === '/places/minimum' ? 'persons' : pointer === '/minors/minimumGroup' ? 'minors' : '';
  if (fixed && (doc.fixed || []).some((/** @type {any} */ one) => one[fixed] > 0 && one[fixed] < next)) return null;
  return set(doc, pointer, next);
}

/** Of which document prices are being asked, so that the same are not asked twice. @type {{doc: any}} */
let turn = { doc: null };

/**
 * Asks for those that are not known of the document on screen, one after the other; what is changed meanwhile ends it.
 * @param {State} state @param {(doc: any) => any} bodyOf @param {string[]} wanted @param {() => void} again
 */
export async function ask(state, bodyOf, wanted, again) {
  const { doc, last } = state;
  if (state.readOnly || state.offline || last?.status !== 'OPTIMAL' || state.faults.length > 0) return;
  const known = new Map(state.prices && state.prices.doc === doc ? state.prices.known : []);
  const open = wanted.filter((one) => !known.has(one) && moved(doc, one) !== undefined);
  if (open.length === 0) return;
  const own = (turn = { doc });
  try {
    for (const pointer of open) {
      const next = moved(doc, pointer);
      const result = next === null ? { status: 'INFEASIBLE' } : await json('v1/previews', { method: 'POST', body: bodyOf(next) });
      if (own !== turn || state.doc !== doc || state.last !== last) return;
      if (result.status === 'OPTIMAL') known.set(pointer, result.objective - Number(last.objective));
      else if (result.status === 'INFEASIBLE') known.set(pointer, null);
    }
  } catch (failure) {
    return; // Without prices the rest goes on.
  }
  state.prices = { doc, known };
  again();
}
