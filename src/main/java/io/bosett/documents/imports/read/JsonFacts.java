package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.Facts;
import io.bosett.documents.imports.facts.ReadingLimits;
import io.bosett.documents.imports.facts.UnreadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON document with figures: JSON-stat or what PxWeb calls JSON. */
final class JsonFacts {
  private static final long MOST_TOKENS = 4L * ReadingLimits.FIGURES;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(50)
                  .maxNumberLength(100)
                  .maxStringLength(1_000_000)
                  .maxNameLength(10_000)
                  .build())
          .build();
  private static final JsonMapper MAPPER = new JsonMapper(FACTORY);

  private JsonFacts() {}

  static Facts read(String text, Codebook codebook) {
    JsonNode root = parse(text);
    if (root.path("class").asString("").equals("dataset") || root.has("dimension")) {
      return new JsonStat(root, root, codebook).facts();
    }
    if (root.path("dataset").has("dimension")) {
      JsonNode set = root.path("dataset");
      return new JsonStat(set, set.path("dimension"), codebook).facts();
    }
    if (root.path("columns").isArray() && root.path("data").isArray()) {
      return PxWebJson.read(root, codebook);
    }
    if (root.path("queryObj").isObject() || root.path("query").isArray()) {
      throw new UnreadableException("is a query to PxWeb, not its answer");
    }
    throw new UnreadableException("is JSON, but neither JSON-stat nor PxWeb's");
  }

  private static JsonNode parse(String text) {
    try {
      try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
        for (long tokens = 0; parser.nextToken() != null; tokens++) {
          if (tokens > MOST_TOKENS) {
            throw new UnreadableException("holds more than " + MOST_TOKENS + " values");
          }
        }
      }
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new UnreadableException("is not JSON: " + reason);
    }
  }
}
