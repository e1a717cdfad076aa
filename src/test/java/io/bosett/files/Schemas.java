package io.bosett.files;

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

/** Validates documents against the JSON Schema of scenarios. */
final class Schemas {
  private static final Schema SCENARIO = load();

  private Schemas() {}

  private static Schema load() {
    try (InputStream in = Schemas.class.getResourceAsStream("/schemas/scenario.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Error> errors(String json) {
    return SCENARIO.validate(json, InputFormat.JSON);
  }

  /** Whether the text is JSON and the schema has nothing against it. */
  static boolean accepts(String json) {
    try {
      return errors(json).isEmpty();
    } catch (RuntimeException notJson) {
      return false;
    }
  }
}
