"""The tutorial of the README by the client that openapi-generator's python generates.

Arguments: the address of the service, a scenario, a file for the certificate.
"""
import json
import sys

import openapi_client
from openapi_client import models
from openapi_client.exceptions import ApiException

service, letter, certificate_file = sys.argv[1:]
sys.stdout.reconfigure(encoding="utf-8")
client = openapi_client.ApiClient(openapi_client.Configuration(host=service))
allocations = openapi_client.AllocationsApi(client)

with open(letter, encoding="utf-8") as file:
    scenario = models.Scenario.from_json(file.read())
solved = allocations.post_allocation(models.PostAllocationRequest(scenario))
print(f"{solved.fit.persons:.4f}")
for place in allocations.get_places(solved.id).places[:2]:
    print(place.municipality, place.name, place.persons, " ".join(place.binding))
kept = openapi_client.ScenariosApi(client).post_scenario(scenario)
base = models.ScenarioCriterionBase(indicator="population", year=2017)
tilt = models.ScenarioCriterionTilt(indicator="employment_rate", year=2017, strength=0.3)
criteria = [
    models.ScenarioCriterion(id="population", weight=0.5, base=base),
    models.ScenarioCriterion(id="employment", weight=0.5, base=base, tilt=tilt),
]
changes = {"criteria": [criterion.to_dict() for criterion in criteria]}
change = models.ScenarioWithChanges(scenario_id=kept.id, changes=changes)
changed = allocations.post_allocation(models.PostAllocationRequest(change))
compared = allocations.compare(
    models.CompareRequest(
        left=models.ComparedSide(models.AllocationRef(allocation=solved.id)),
        right=models.ComparedSide(models.AllocationRef(allocation=changed.id)),
    )
)
print(compared.selected_in_common, compared.overlap, compared.placed_otherwise, compared.distance)
with open(certificate_file, "w", encoding="utf-8") as file:
    file.write(allocations.get_certificate(solved.id).to_json())
document = scenario.to_dict()
document["demand"]["persons"] = 10
try:
    allocations.post_allocation(models.PostAllocationRequest(models.Scenario.from_dict(document)))
except ApiException as refused:
    problem = models.Problem.from_json(refused.body)
    print(problem.status, problem.errors[0].pointer)
