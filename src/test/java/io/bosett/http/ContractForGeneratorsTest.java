package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The contract avoids what generators of clients get wrong, though OpenAPI 3.1 has it. Each rule
 * here was found with hey-api, openapi-typescript or openapi-generator; {@code
 * GeneratedClientsTest} runs them.
 */
final class ContractForGeneratorsTest {
  private static final JsonNode ROOT = ContractDocument.SERVED.root();

  /** The places of what looks like a schema and has a fault. */
  private static List<String> places(Predicate<JsonNode> fault) {
    List<String> places = new ArrayList<>();
    ContractDocumentTest.visit(
        ROOT,
        "",
        (pointer, node) -> {
          boolean example = pointer.matches(".*/(example|examples/[^/]*/value)(/.*)?");
          if (node.isObject() && !example && fault.test(node)) {
            places.add(pointer);
          }
        });
    return places;
  }

  private static List<JsonNode> alternatives(JsonNode schema) {
    return Stream.of("oneOf", "anyOf")
        .flatMap(word -> schema.path(word).valueStream())
        .filter(one -> !one.path("type").asString("").equals("null"))
        .toList();
  }

  @Test
  void a_reference_leads_to_a_whole_component_and_there_are_no_definitions_elsewhere() {
    assertThat(
            places(
                node ->
                    node.path("$ref").isString()
                        && !node.get("$ref").asString().matches("#/components/\\w+/[\\w-]+")))
        .isEmpty();
    assertThat(places(node -> node.has("$defs"))).isEmpty();
  }

  @Test
  void a_list_of_values_says_their_type() {
    assertThat(
            places(
                node ->
                    (node.path("enum").isArray() || node.path("const").isValueNode())
                        && !node.has("type")))
        .isEmpty();
  }

  @Test
  void what_may_be_null_is_an_alternative_of_its_own_and_no_component_of_values() {
    assertThat(places(node -> node.path("enum").valueStream().anyMatch(JsonNode::isNull)))
        .isEmpty();
  }

  @Test
  void an_alternative_is_a_type_and_none_is_a_list() {
    Predicate<JsonNode> typed = one -> one.has("$ref") || one.path("type").isString();
    assertThat(places(node -> !alternatives(node).stream().allMatch(typed))).isEmpty();
    assertThat(
            places(
                node ->
                    alternatives(node).stream()
                        .map(ContractDocument.SERVED::resolved)
                        .anyMatch(one -> one.path("type").asString("").equals("array"))))
        .isEmpty();
  }

  @Test
  void conditions_stand_in_if_and_then_because_all_of_means_inheritance_to_generators() {
    assertThat(places(node -> node.has("allOf"))).isEmpty();
  }

  @Test
  void a_whole_number_beyond_32_bits_says_so() {
    assertThat(
            places(
                node ->
                    node.path("maximum").isIntegralNumber()
                        && node.get("maximum").bigIntegerValue().bitLength() > 31
                        && node.path("type").toString().contains("integer")
                        && !node.path("format").asString("").equals("int64")))
        .isEmpty();
  }

  @Test
  void a_set_of_values_names_their_type_as_a_component() {
    assertThat(places(node -> node.has("uniqueItems") && node.path("items").has("enum"))).isEmpty();
  }

  @Test
  void no_member_of_a_document_has_a_default_which_clients_would_write_into_it() {
    assertThat(places(node -> node.has("default")))
        .allSatisfy(place -> assertThat(place).contains("/parameters/").endsWith("/schema"));
  }

  @Test
  void an_object_names_its_members_or_says_what_others_are() {
    assertThat(
            places(
                node ->
                    node.path("type").asString("").equals("object")
                        && !node.has("properties")
                        && !node.has("additionalProperties")))
        .allSatisfy(place -> assertThat(place).matches(".*/(then|else)/.*"));
  }

  @Test
  void what_is_sent_says_its_type_even_when_it_is_no_json() {
    Predicate<JsonNode> untyped =
        schema -> Stream.of("$ref", "type", "oneOf").noneMatch(schema::has);
    assertThat(places(node -> node.has("schema") && untyped.test(node.get("schema")))).isEmpty();
  }

  @Test
  void a_text_with_a_format_has_no_pattern_because_clients_make_another_type_of_it() {
    assertThat(places(node -> node.has("format") && node.has("pattern"))).isEmpty();
  }

  @Test
  void what_a_table_of_tables_holds_is_no_choice_of_types() {
    assertThat(places(node -> !alternatives(values(values(node))).isEmpty())).isEmpty();
  }

  /** What an object holds under names that it does not list. */
  private static JsonNode values(JsonNode table) {
    return ContractDocument.SERVED.resolved(table.path("additionalProperties"));
  }
}
