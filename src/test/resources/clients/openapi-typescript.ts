// The tutorial of the README with the types that openapi-typescript generates, by openapi-fetch.
// Arguments: the address of the service, a scenario, a file for the certificate.
import { readFileSync, writeFileSync } from 'node:fs';
import createClient from 'openapi-fetch';
import type { components, paths } from './generated/contract';

type Scenario = components['schemas']['Scenario'];

const [service, letter, certificateFile] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: service });

function ok<T>(answer: { data?: T; error?: unknown }): T {
  if (answer.data === undefined) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}

async function tutorial() {
  const scenario: Scenario = JSON.parse(readFileSync(letter, 'utf8'));
  const solved = ok(await client.POST('/v1/allocations', { body: scenario }));
  const params = { path: { allocation: solved.id } };
  const places = ok(await client.GET('/v1/allocations/{allocation}/places', { params }));
  if (typeof places === 'string' || !('places' in places)) throw new Error('not the places as JSON');
  console.log(solved.fit?.persons.toFixed(4));
  for (const place of places.places.slice(0, 2)) {
    console.log(place.municipality, place.name, place.persons, place.binding.join(' '));
  }
  const kept = ok(await client.POST('/v1/scenarios', { body: scenario }));
  const changes = {
    criteria: [
      { id: 'population', weight: 0.5, base: { indicator: 'population', year: 2017 } },
      {
        id: 'employment',
        weight: 0.5,
        base: { indicator: 'population', year: 2017 },
        tilt: { indicator: 'employment_rate', year: 2017, strength: 0.3 },
      },
    ],
  } satisfies Partial<Scenario>;
  const body = { scenarioId: kept.id, changes };
  const changed = ok(await client.POST('/v1/allocations', { body }));
  const sides = { left: { allocation: solved.id }, right: { allocation: changed.id } };
  const compared = ok(await client.POST('/v1/comparisons', { body: sides }));
  console.log(compared.selectedInCommon, compared.overlap, compared.placedOtherwise, compared.distance);
  const certificate = ok(await client.GET('/v1/allocations/{allocation}/certificate', { params }));
  writeFileSync(certificateFile, JSON.stringify(certificate));
  const { error } = await client.POST('/v1/allocations', { body: { ...scenario, demand: { persons: 10, minors: 210 } } });
  console.log(error?.status, error?.errors?.[0].pointer);
}

tutorial();
