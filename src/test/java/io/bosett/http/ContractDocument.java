package io.bosett.http;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.bosett.http.resource.OpenApiDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract (OpenAPI) as the service serves it. It leaves response objects open for later
 * versions; here they are closed, so that no undescribed field is sent.
 */
final class ContractDocument {
  private static final String IRI = "urn:bosett:openapi";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "options", "head", "trace");
  private static final JsonMapper JSON = new JsonMapper();

  /** The one that is served. */
  static final ContractDocument SERVED = new ContractDocument(OpenApiDocument.document());

  private final JsonNode root;
  private final List<ContractOperation> operations = new ArrayList<>();
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  ContractDocument(String text) {
    root = JSON.readTree(text);
    root.get("paths").properties().forEach(path -> add(path.getKey(), path.getValue()));
    operations.sort(Comparator.comparing(ContractOperation::hasVariables));
    JsonNode closed = JSON.readTree(text);
    close(closed.get("components").get("schemas"));
    close(closed.get("paths"));
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(Map.of(IRI, closed.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  private void add(String template, JsonNode path) {
    path.properties().stream()
        .filter(one -> METHODS.contains(one.getKey()))
        .forEach(
            one -> {
              String id = one.getValue().path("operationId").asString("");
              String method = one.getKey().toUpperCase(Locale.ROOT);
              operations.add(new ContractOperation(id, method, template, path, one.getValue()));
            });
  }

  /** Forbids what is not described where an object names its fields and says nothing of others. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && object.path("type").asString("").equals("object")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(ContractDocument::close);
  }

  JsonNode root() {
    return root;
  }

  /** All operations, those without variables in the path first. */
  List<ContractOperation> operations() {
    return operations;
  }

  /** The operation that a request means. */
  Optional<ContractOperation> find(String method, String path) {
    return template(path)
        .flatMap(
            template ->
                operations.stream()
                    .filter(one -> one.template().equals(template) && one.method().equals(method))
                    .findFirst());
  }

  /** The path of the contract that a path, as it is sent, belongs to. */
  Optional<String> template(String path) {
    return operations.stream()
        .filter(one -> one.matches(path))
        .map(ContractOperation::template)
        .findFirst();
  }

  /** An operation by its id. */
  ContractOperation operation(String id) {
    return operations.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /** What a node says, or what it refers to. */
  JsonNode resolved(JsonNode node) {
    JsonNode at = node;
    while (at.path("$ref").isString()) {
      at = root.at(at.get("$ref").asString().substring(1));
    }
    return at;
  }

  /** The schema at a JSON pointer into the document. */
  Schema schema(String pointer) {
    return schemas.computeIfAbsent(
        pointer, key -> registry.getSchema(SchemaLocation.of(IRI + "#" + key)));
  }

  /** A schema of the components. */
  Schema component(String name) {
    return schema("/components/schemas/" + name);
  }

  /** What a schema has against a JSON text. */
  static List<String> faults(Schema schema, String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
