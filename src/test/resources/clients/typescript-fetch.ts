// The tutorial of the README by the client that openapi-generator's typescript-fetch generates.
// Arguments: the address of the service, a scenario, a file for the certificate.
import { readFileSync, writeFileSync } from 'node:fs';
import {
  AllocationsApi,
  CertificateFileToJSON,
  Configuration,
  ProblemFromJSON,
  ResponseError,
  ScenarioFromJSON,
  ScenariosApi,
} from './generated/typescript-fetch';

const [service, letter, certificateFile] = process.argv.slice(2);
const configuration = new Configuration({ basePath: service });
const allocations = new AllocationsApi(configuration);
const scenarios = new ScenariosApi(configuration);

async function tutorial() {
  const scenario = ScenarioFromJSON(JSON.parse(readFileSync(letter, 'utf8')));
  const solved = await allocations.postAllocation({ postAllocationRequest: scenario });
  const places = await allocations.getPlaces({ allocation: solved.id });
  console.log(solved.fit?.persons.toFixed(4));
  for (const place of places.places.slice(0, 2)) {
    console.log(place.municipality, place.name, place.persons, place.binding.join(' '));
  }
  const kept = await scenarios.postScenario({ scenario });
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
  };
  const postAllocationRequest = { scenarioId: kept.id, changes };
  const changed = await allocations.postAllocation({ postAllocationRequest });
  const compareRequest = { left: { allocation: solved.id }, right: { allocation: changed.id } };
  const compared = await allocations.compare({ compareRequest });
  console.log(compared.selectedInCommon, compared.overlap, compared.placedOtherwise, compared.distance);
  const certificate = await allocations.getCertificate({ allocation: solved.id });
  writeFileSync(certificateFile, JSON.stringify(CertificateFileToJSON(certificate)));
  try {
    await allocations.postAllocation({ postAllocationRequest: { ...scenario, demand: { persons: 10, minors: 210 } } });
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    const problem = ProblemFromJSON(await error.response.json());
    console.log(problem.status, problem.errors?.[0].pointer);
  }
}

tutorial();
