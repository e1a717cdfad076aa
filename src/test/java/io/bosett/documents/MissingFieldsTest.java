package io.bosett.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.result.ResultJson;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who leaves out what is required is told what belongs there. */
class MissingFieldsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void a_missing_field_of_a_scenario_says_what_is_expected() throws IOException {
    String letter = Files.readString(Path.of("models/norway-2018/letter.json"));
    assertThat(missing(letter, text -> ScenarioFormat.read(text).violations()))
        .contains(
            "/demand is missing; allowed: an object",
            "/demand/persons is missing; allowed: a whole number, 1..10000000",
            "/criteria is missing; allowed: a list",
            "/criteria/0/id is missing; allowed: a text");
  }

  @Test
  void a_missing_field_of_a_result_says_what_is_expected() {
    String result = ResultJson.write(SampleResults.optimal());
    assertThat(missing(result, MissingFieldsTest::faultsOfResult))
        .contains("/status is missing; allowed: one of OPTIMAL, FEASIBLE, INFEASIBLE, UNKNOWN");
  }

  private static List<Violation> faultsOfResult(String text) {
    try {
      ResultJson.read(text.getBytes(UTF_8));
      return List.of();
    } catch (InvalidInputException refused) {
      return refused.violations();
    }
  }

  /** What is said of each member that is left out and required; each says what is expected. */
  private static List<String> missing(
      String document, Function<String, List<Violation>> violations) {
    List<String> said = new ArrayList<>();
    JsonNode whole = JSON.readTree(document);
    for (ObjectNode object : objects(whole, new ArrayList<>())) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.remove(name);
        for (Violation violation : violations.apply(whole.toString())) {
          if (violation.detail().equals("is missing")) {
            assertThat(violation.allowed() + violation.choices())
                .as(violation.toString())
                .isNotEqualTo("[]");
            said.add(violation.toString());
          }
        }
        object.set(name, value);
      }
    }
    return said;
  }

  private static List<ObjectNode> objects(JsonNode node, List<ObjectNode> into) {
    if (node instanceof ObjectNode object) {
      into.add(object);
    }
    node.forEach(child -> objects(child, into));
    return into;
  }
}
