package io.bosett.documents;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Validates documents against the JSON Schemas that ship with the program. */
public final class Schemas {
  static final Schemas SCENARIO = new Schemas("scenario");
  static final Schemas RESULT = new Schemas("result");
  public static final Schemas DATASET = new Schemas("dataset");
  static final Schemas SWEEP = new Schemas("sweep");

  private final Schema schema;

  private Schemas(String name) {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(name), InputFormat.JSON);
  }

  /** A schema as it stands in its file. */
  static String text(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream("/schemas/" + name + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What this schema has against a document. */
  public List<Error> against(String json) {
    return schema.validate(json, InputFormat.JSON);
  }

  /** What the schema of scenarios has against a document. */
  static List<Error> errors(String json) {
    return SCENARIO.against(json);
  }

  /** Whether the text is JSON and the schema of scenarios has nothing against it. */
  static boolean accepts(String json) {
    return SCENARIO.takes(json);
  }

  /** Whether the text is JSON and this schema has nothing against it. */
  boolean takes(String json) {
    try {
      return against(json).isEmpty();
    } catch (RuntimeException notJson) {
      return false;
    }
  }
}
