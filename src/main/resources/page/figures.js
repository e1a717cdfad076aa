// New figures: a file is dropped, what was understood is shown, what is asked is answered, and it is imported.

import { html, nothing, render } from './lit-html.js';
import { Refusal, ask, json } from './service.js';
import { number, t } from './words.js';

/** @typedef {import('./types').State} State */

const COPY = '+';

/** @type {{all: any[] | null, into: string, id: string, file: File | null, answers: [string, string][], report: any, faults: any[], busy: boolean, done: any}} */
const now = { all: null, into: '', id: '', file: null, answers: [], report: null, faults: [], busy: false, done: null };

/** @param {HTMLElement} host @param {State} state @param {any} on */
export async function show(host, state, on) {
  const again = () => draw(host, state, on, again);
  again();
  if (!now.all) {
    now.all = [];
    try {
      now.all = (await json('v1/datasets')).items;
      now.into = (now.all?.find((one) => !one.shipped) || {}).id || COPY + (state.dataset?.id || '');
      now.id = `${state.dataset?.id || 'norway'}-new`;
    } catch (failure) {
      now.faults = faultsOf(failure);
      now.all = null;
    }
    again();
  }
}

/** @param {unknown} failure */
function faultsOf(failure) {
  if (failure instanceof Refusal && failure.problem.errors) return failure.problem.errors;
  return [{ pointer: '', detail: String(failure instanceof Error ? failure.message : failure) }];
}

/** @param {HTMLElement} host @param {State} state @param {any} on @param {() => void} again */
function draw(host, state, on, again) {
  const own = (now.all || []).filter((one) => !one.shipped);
  const shipped = (now.all || []).filter((one) => one.shipped);
  const taken = (/** @type {FileList | null | undefined} */ files) => {
    if (!files || files.length === 0) return;
    Object.assign(now, { file: files[0], answers: [], report: null, faults: [], done: null });
    send(true, again);
  };
  render(html`<h2>${t('newFigures')}</h2><p class="hint">${t('newFiguresHint')}</p>
    <p class="actions"><label>${t('into')} <select id="into" @change=${(/** @type {any} */ e) => { now.into = e.target.value; Object.assign(now, { report: null, done: null }); again(); if (now.file) send(true, again); }}>
      ${own.map((one) => html`<option value=${one.id} ?selected=${one.id === now.into}>${one.title.endsWith(`(${one.id})`) ? one.title : `${one.title} (${one.id})`}</option>`)}
      ${shipped.map((one) => html`<option value=${COPY + one.id} ?selected=${COPY + one.id === now.into}>${t('copyOf', one.title)}</option>`)}</select></label>
      ${now.into.startsWith(COPY) ? html`<label>${t('copyId')} <input id="copy-id" .value=${now.id} pattern="[a-z0-9][a-z0-9._\\-]*" @change=${(/** @type {any} */ e) => (now.id = e.target.value.trim())} /></label>` : nothing}</p>
    <label class="drop" id="drop" @dragover=${(/** @type {DragEvent} */ e) => e.preventDefault()} @drop=${(/** @type {DragEvent} */ e) => { e.preventDefault(); taken(e.dataTransfer?.files); }}>
      <input type="file" id="figures-file" accept=".csv,.txt,.tsv,.json,.px,.xlsx,.html,.htm" @change=${(/** @type {any} */ e) => taken(e.target.files)} />
      <span>${now.file ? now.file.name : t('dropHere')}</span></label>
    ${now.busy ? html`<progress></progress>` : nothing}
    ${now.faults.length > 0 ? html`<div class="banner bad" id="import-faults" role="alert"><p>${t('importRefused')}</p><ul lang="en">${now.faults.map((one) => html`<li>${one.pointer ? html`<code>${one.pointer}</code> ` : nothing}${one.detail}</li>`)}</ul></div>` : nothing}
    ${now.report ? reportView(now.report, again) : nothing}
    ${now.done ? html`<p class="banner" id="imported" role="status">${t('imported', now.done.cells, number(now.done.cells), now.done.dataset, number(now.done.version))}
      <button type="button" @click=${() => on.put('/dataset', now.done.dataset)}>${t('useFigures')}</button></p>` : nothing}`, host);
}

/** @param {any} report @param {() => void} again */
function reportView(report, again) {
  const open = report.asked.length > 0;
  return html`<h3>${t('understood', report.cells, number(report.cells))}</h3>
    ${report.read.length > 0 ? html`<div class="scroll"><table id="understood"><thead><tr><th>${t('indicator')}</th><th class="n">${t('year')}</th><th>${t('inFile')}</th><th class="n">${t('figuresCount')}</th><th class="n">${t('suppressed')}</th><th class="n">${t('sum')}</th><th class="n">${t('ownTotal')}</th></tr></thead>
      <tbody>${report.read.map((/** @type {any} */ one) => html`<tr><th scope="row">${one.indicator}</th><td class="n">${one.year}</td><td>${one.label}</td><td class="n">${number(one.numbers)}</td><td class="n">${number(one.suppressed)}</td><td class="n">${shown(one.sum)}</td><td class="n">${one.total === null ? '' : shown(one.total)}</td></tr>`)}</tbody></table></div>` : nothing}
    ${report.skipped.length > 0 ? html`<details><summary>${t('skippedRows', report.skipped.length, number(report.skipped.length))}</summary><ul lang="en">${report.skipped.map((/** @type {any} */ one) => html`<li>${one.label}: ${one.reason}</li>`)}</ul></details>` : nothing}
    ${report.warnings.length > 0 ? html`<ul class="fault" lang="en">${report.warnings.map((/** @type {string} */ one) => html`<li>${one}</li>`)}</ul>` : nothing}
    ${open ? questions(report.asked, again) : nothing}
    ${!open && report.changes.length > 0 ? html`<div class="scroll"><table id="import-changes"><thead><tr><th>${t('indicator')}</th><th class="n">${t('year')}</th><th class="n">${t('added')}</th><th class="n">${t('changedCells')}</th><th class="n">${t('sameCells')}</th></tr></thead>
      <tbody>${report.changes.map((/** @type {any} */ one) => html`<tr><th scope="row">${one.indicator}</th><td class="n">${one.year}</td><td class="n">${number(one.added)}</td><td class="n">${number(one.changed)}</td><td class="n">${number(one.unchanged)}</td></tr>`)}</tbody></table></div>` : nothing}
    ${open || now.done ? nothing : html`<p class="actions"><button type="button" id="import" @click=${() => send(false, again)}>${t('importNow')}</button></p>`}`;
}

/** @param {number} value */
const shown = (value) => number(value, Number.isInteger(value) ? 0 : 2);

/** A form with a field for each question. @param {any[]} asked @param {() => void} again */
function questions(asked, again) {
  const answered = (/** @type {any} */ event) => {
    event.preventDefault();
    const data = new FormData(event.target);
    asked.forEach((one, i) => {
      const value = String(data.get('q' + i) || '').trim();
      if (value) now.answers.push([one.field, one.before + value + one.after]);
    });
    send(true, again);
  };
  return html`<form id="questions" @submit=${answered}><h3>${t('askedTitle')}</h3>
    ${asked.map((one, i) => html`<p><label lang=${one.field === 'map' ? nothing : 'en'}>${one.field === 'map' ? t('whichIndicator', one.after.slice(1)) : one.text}
      ${one.choices.length > 0 && !one.open
        ? html`<select name=${'q' + i}>${one.choices.map((/** @type {string} */ choice) => html`<option>${choice}</option>`)}</select>`
        : html`<input name=${'q' + i} list=${'choices' + i} ?required=${one.field !== 'map'} />${one.choices.length > 0 ? html`<datalist id=${'choices' + i}>${one.choices.map((/** @type {string} */ choice) => html`<option value=${choice}></option>`)}</datalist>` : nothing}`}</label></p>`)}
    <p class="hint">${t('leaveEmpty')}</p>
    <p class="actions"><button>${t('answer')}</button></p></form>`;
}

/** Sends the file with the answers. @param {boolean} dryRun @param {() => void} again */
async function send(dryRun, again) {
  if (!now.file || now.busy) return;
  Object.assign(now, { busy: true, faults: [] });
  again();
  try {
    if (now.into.startsWith(COPY)) await copy(now.into.slice(1));
    const form = new FormData();
    for (const [field, value] of now.answers) form.append(field, value);
    form.append('file', now.file, now.file.name);
    const response = await ask(`v1/datasets/${encodeURIComponent(now.into)}/imports${dryRun ? '?dryRun=true' : ''}`, { method: 'POST', form });
    now.report = await response.json();
    if (!dryRun) now.done = now.report;
  } catch (failure) {
    now.faults = faultsOf(failure);
    if (now.faults.length > 0 && now.answers.length > 0) now.answers = [];
    now.report = null;
  }
  now.busy = false;
  again();
}

/** A dataset that ships stays as it is: what is imported goes into a copy. @param {string} from */
async function copy(from) {
  const [about, rows] = await Promise.all([json(`v1/datasets/${encodeURIComponent(from)}`), json(`v1/datasets/${encodeURIComponent(from)}/municipalities`)]);
  const indicators = about.indicators.map((/** @type {any} */ one) => ({ id: one.id, unit: one.unit, source: one.source, licence: one.licence, description: one.description }));
  const body = { id: now.id, title: `${about.title} (${now.id})`, notes: about.notes || [], counties: rows.counties, indicators, municipalities: rows.municipalities };
  await ask(`v1/datasets/${encodeURIComponent(now.id)}`, { method: 'PUT', body });
  now.into = now.id;
  now.all = (await json('v1/datasets')).items;
}
