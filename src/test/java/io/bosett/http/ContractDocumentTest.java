package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract is sound in itself, before any server is asked. */
final class ContractDocumentTest {
  private static final ContractDocument CONTRACT = ContractDocument.SERVED;
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROBLEM = "application/problem+json";
  private static final Set<String> ROLES = Set.of("read", "solve", "admin");

  /** Calls for a node and all nodes below it, each with its pointer. */
  static void visit(JsonNode node, String pointer, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(pointer, node);
    node.properties()
        .forEach(
            one -> {
              String token = one.getKey().replace("~", "~0").replace("/", "~1");
              visit(one.getValue(), pointer + "/" + token, visitor);
            });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(node.get(i), pointer + "/" + i, visitor);
      }
    }
  }

  private static List<String> references() {
    List<String> references = new ArrayList<>();
    visit(
        CONTRACT.root(),
        "",
        (pointer, node) -> {
          if (pointer.endsWith("/$ref") && node.isString()) {
            references.add(node.asString());
          }
        });
    return references;
  }

  @Test
  void every_reference_leads_to_a_part_of_the_document_itself() {
    assertThat(references()).isNotEmpty();
    assertThat(references())
        .allSatisfy(
            reference -> {
              assertThat(reference).startsWith("#/");
              assertThat(CONTRACT.root().at(reference.substring(1)).isMissingNode())
                  .as(reference)
                  .isFalse();
            });
  }

  @Test
  void every_component_is_used() {
    Set<String> used = new TreeSet<>(references());
    JsonNode components = CONTRACT.root().get("components");
    for (String kind : components.propertyNames()) {
      if (!kind.equals("securitySchemes")) {
        for (String name : components.get(kind).propertyNames()) {
          String reference = "#/components/" + kind + "/" + name;
          assertThat(used).contains(reference);
        }
      }
    }
  }

  @Test
  void every_schema_is_one_of_draft_2020_12() {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    List<String> places = new ArrayList<>();
    visit(
        CONTRACT.root(),
        "",
        (pointer, node) -> {
          boolean component = pointer.matches("/components/schemas/\\w+");
          boolean used = pointer.endsWith("/schema") && !pointer.contains("/properties/");
          if (component || used) {
            places.add(pointer);
            assertThat(meta.validate(node)).as(pointer).isEmpty();
          }
        });
    assertThat(places).hasSizeGreaterThan(50);
  }

  @Test
  void every_operation_has_a_name_of_its_own_a_summary_and_a_known_role() {
    JsonNode security = CONTRACT.root().get("security");
    assertThat(CONTRACT.operations())
        .extracting(ContractOperation::id)
        .doesNotHaveDuplicates()
        .doesNotContain("");
    Set<String> tags =
        StreamSupport.stream(CONTRACT.root().get("tags").spliterator(), false)
            .map(tag -> tag.get("name").asString())
            .collect(Collectors.toSet());
    for (ContractOperation operation : CONTRACT.operations()) {
      assertThat(operation.node().path("summary").asString("")).as(operation.id()).isNotEmpty();
      assertThat(tags).contains(operation.node().get("tags").get(0).asString());
      String role = operation.role(security);
      assertThat(role == null || ROLES.contains(role)).as(operation.id()).isTrue();
    }
  }

  @Test
  void every_variable_of_a_path_is_a_parameter_that_is_required() {
    for (ContractOperation operation : CONTRACT.operations()) {
      Set<String> declared = new TreeSet<>();
      operation
          .path()
          .path("parameters")
          .forEach(
              parameter -> {
                JsonNode resolved = CONTRACT.resolved(parameter);
                assertThat(resolved.get("in").asString()).isEqualTo("path");
                assertThat(resolved.get("required").asBoolean()).isTrue();
                declared.add("{" + resolved.get("name").asString() + "}");
              });
      Set<String> used =
          java.util.regex.Pattern.compile("\\{\\w+}")
              .matcher(operation.template())
              .results()
              .map(java.util.regex.MatchResult::group)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(declared).as(operation.toString()).isEqualTo(used);
    }
  }

  @Test
  void every_response_names_its_request_and_every_error_is_a_problem() {
    for (ContractOperation operation : CONTRACT.operations()) {
      for (Map.Entry<Integer, JsonNode> one : operation.responses().entrySet()) {
        JsonNode response = CONTRACT.resolved(one.getValue());
        String place = operation + " " + one.getKey();
        assertThat(response.path("description").asString("")).as(place).isNotEmpty();
        JsonNode header = CONTRACT.resolved(response.path("headers").path("X-Request-Id"));
        assertThat(header.path("required").asBoolean(false)).as(place).isTrue();
        if (one.getKey() >= 400) {
          assertThat(response.get("content").propertyNames()).as(place).containsExactly(PROBLEM);
        }
      }
    }
  }

  @Test
  void what_needs_a_key_may_be_refused_for_it_and_what_is_sent_for_what_it_is() {
    JsonNode security = CONTRACT.root().get("security");
    for (ContractOperation operation : CONTRACT.operations()) {
      Set<Integer> statuses = operation.responses().keySet();
      String role = operation.role(security);
      boolean refusable =
          (role != null && !role.equals("read")) || operation.method().equals("POST");
      assertThat(statuses.contains(401)).as(operation.id()).isEqualTo(role != null);
      assertThat(statuses.contains(403)).as(operation.id()).isEqualTo(refusable);
      if (operation.node().has("requestBody")) {
        assertThat(statuses).as(operation.id()).contains(400, 413, 415);
      }
    }
  }

  @Test
  void every_example_is_what_its_schema_says() {
    List<String> seen = new ArrayList<>();
    visit(
        CONTRACT.root(),
        "",
        (pointer, node) -> {
          if (pointer.contains("/content/") && node.has("schema")) {
            Schema schema = CONTRACT.schema(pointer + "/schema");
            if (node.has("example")) {
              seen.add(pointer);
              assertThat(schema.validate(node.get("example"))).as(pointer).isEmpty();
            }
            for (JsonNode example : node.path("examples")) {
              seen.add(pointer);
              JsonNode value = CONTRACT.resolved(example).get("value");
              assertThat(schema.validate(value)).as(pointer).isEmpty();
            }
          }
        });
    assertThat(seen).hasSizeGreaterThan(4);
  }

  @Test
  void the_letter_of_the_examples_is_the_letter() throws IOException {
    Path letter = Path.of("models", "norway-2018", "letter.json");
    assertThat(CONTRACT.root().at("/components/examples/Letter/value"))
        .isEqualTo(JSON.readTree(Files.readString(letter)));
  }

  @ParameterizedTest
  @CsvSource({"Scenario, scenario", "Result, result", "Dataset, dataset"})
  void a_schema_put_in_is_the_file_but_for_its_identity(String name, String file)
      throws IOException {
    Path path = Path.of("src", "main", "resources", "schemas", file + ".json");
    ObjectNode alone = (ObjectNode) JSON.readTree(Files.readAllBytes(path));
    assertThat(alone.remove("$id")).isNotNull();
    assertThat(alone.remove("$schema")).isNotNull();
    JsonNode components = CONTRACT.root().at("/components/schemas");
    ObjectNode back = ((ObjectNode) components.get(name)).deepCopy();
    ObjectNode definitions = back.putObject("$defs");
    Map<String, String> references = new HashMap<>();
    for (String definition : alone.get("$defs").propertyNames()) {
      String component =
          name + definition.substring(0, 1).toUpperCase(Locale.ROOT) + definition.substring(1);
      definitions.set(definition, components.get(component));
      references.put("#/components/schemas/" + component, "#/$defs/" + definition);
    }
    String text = back.toString();
    for (Map.Entry<String, String> one : references.entrySet()) {
      text = text.replace('"' + one.getKey() + '"', '"' + one.getValue() + '"');
    }
    assertThat(JSON.readTree(text)).isEqualTo(alone);
  }

  @Test
  void the_document_says_that_it_is_of_version_3_1() {
    assertThat(CONTRACT.root().get("openapi").asString()).startsWith("3.1.");
  }
}
