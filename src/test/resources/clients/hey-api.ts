// The tutorial of the README by the client that @hey-api/openapi-ts generates.
// Arguments: the address of the service, a scenario, a file for the certificate.
import { readFileSync, writeFileSync } from 'node:fs';
import { compare, getCertificate, getPlaces, postAllocation, postScenario } from './generated/hey-api';
import { client } from './generated/hey-api/client.gen';
import type { Scenario } from './generated/hey-api';

const [service, letter, certificateFile] = process.argv.slice(2);
client.setConfig({ baseUrl: service, throwOnError: true });

async function tutorial() {
  const scenario: Scenario = JSON.parse(readFileSync(letter, 'utf8'));
  const solved = (await postAllocation({ body: scenario, throwOnError: true })).data;
  const places = (await getPlaces({ path: { allocation: solved.id }, throwOnError: true })).data;
  if (typeof places === 'string' || !('places' in places)) throw new Error('not the places as JSON');
  console.log(solved.fit?.persons.toFixed(4));
  for (const place of places.places.slice(0, 2)) {
    console.log(place.municipality, place.name, place.persons, place.binding.join(' '));
  }
  const kept = (await postScenario({ body: scenario, throwOnError: true })).data;
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
  const changed = (await postAllocation({ body, throwOnError: true })).data;
  const sides = { left: { allocation: solved.id }, right: { allocation: changed.id } };
  const compared = (await compare({ body: sides, throwOnError: true })).data;
  console.log(compared.selectedInCommon, compared.overlap, compared.placedOtherwise, compared.distance);
  const path = { allocation: solved.id };
  const certificate = (await getCertificate({ path, throwOnError: true })).data;
  writeFileSync(certificateFile, JSON.stringify(certificate));
  const refused = await postAllocation({ body: { ...scenario, demand: { persons: 10, minors: 210 } }, throwOnError: false });
  console.log(refused.error?.status, refused.error?.errors?.[0].pointer);
}

tutorial();
