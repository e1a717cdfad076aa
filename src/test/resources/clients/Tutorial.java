import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AllocationsApi;
import org.openapitools.client.api.ScenariosApi;
import org.openapitools.client.model.Allocation;
import org.openapitools.client.model.AllocationRef;
import org.openapitools.client.model.CompareRequest;
import org.openapitools.client.model.ComparedSide;
import org.openapitools.client.model.Comparison;
import org.openapitools.client.model.PostAllocationRequest;
import org.openapitools.client.model.Problem;
import org.openapitools.client.model.Scenario;
import org.openapitools.client.model.ScenarioCriterion;
import org.openapitools.client.model.ScenarioCriterionBase;
import org.openapitools.client.model.ScenarioCriterionTilt;
import org.openapitools.client.model.ScenarioDemand;
import org.openapitools.client.model.ScenarioWithChanges;

/**
 * The tutorial of the README by the client that openapi-generator's java (native) generates.
 * Arguments: the address of the service, a scenario, a file for the certificate.
 */
final class Tutorial {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ObjectMapper mapper = ApiClient.createDefaultObjectMapper();
    ApiClient client = new ApiClient();
    client.updateBaseUri(args[0]);
    AllocationsApi allocations = new AllocationsApi(client);
    Scenario scenario = mapper.readValue(Path.of(args[1]).toFile(), Scenario.class);
    Allocation solved =
        allocations.postAllocation(new PostAllocationRequest(scenario), null, null);
    out.println(solved.getFit().getPersons().setScale(4, RoundingMode.HALF_UP));
    allocations.getPlaces(solved.getId(), null, null).getPlaces().stream()
        .limit(2)
        .forEach(
            place ->
                out.println(
                    place.getMunicipality() + " " + place.getName() + " " + place.getPersons() + " "
                        + place.getBinding().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(" "))));
    String kept = new ScenariosApi(client).postScenario(scenario).getId();
    ScenarioCriterionBase base = new ScenarioCriterionBase().indicator("population").year(2017);
    ScenarioCriterion population =
        new ScenarioCriterion().id("population").weight(half()).base(base);
    ScenarioCriterion employment =
        new ScenarioCriterion()
            .id("employment")
            .weight(half())
            .base(base)
            .tilt(
                new ScenarioCriterionTilt()
                    .indicator("employment_rate")
                    .year(2017)
                    .strength(new BigDecimal("0.3")));
    ScenarioWithChanges change =
        new ScenarioWithChanges()
            .scenarioId(kept)
            .changes(Map.of("criteria", List.of(population, employment)));
    Allocation changed = allocations.postAllocation(new PostAllocationRequest(change), null, null);
    Comparison compared =
        allocations.compare(
            new CompareRequest()
                .left(new ComparedSide(new AllocationRef().allocation(solved.getId())))
                .right(
                    new ComparedSide(new AllocationRef().allocation(changed.getId()))),
            null);
    out.println(
        compared.getSelectedInCommon() + " " + compared.getOverlap() + " "
            + compared.getPlacedOtherwise() + " " + compared.getDistance());
    Files.writeString(
        Path.of(args[2]), mapper.writeValueAsString(allocations.getCertificate(solved.getId())));
    Scenario asked = scenario.demand(new ScenarioDemand().persons(10).minors(210));
    try {
      allocations.postAllocation(new PostAllocationRequest(asked), null, null);
    } catch (ApiException refused) {
      Problem problem = mapper.readValue(refused.getResponseBody(), Problem.class);
      out.println(problem.getStatus() + " " + problem.getErrors().get(0).getPointer());
    }
  }

  private static BigDecimal half() {
    return new BigDecimal("0.5");
  }
}
