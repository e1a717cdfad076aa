package io.bosett.http.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The contract, {@code openapi.json}, as one document: the schemas of scenario, result and dataset,
 * which are files of their own, are put in where it refers to them.
 *
 * <p>A schema that is put in gives up its own {@code $id}, and what it says about its parts is said
 * of the whole document, for few readers of OpenAPI follow identifiers inside a document.
 */
public final class OpenApiDocument {
  /** A schema of the components that is a file: its name there, and that of the file. */
  private static final Pattern FILE =
      Pattern.compile("\"(\\w+)\": \\{\"\\$ref\": \"(schemas/\\w+\\.json)\"\\}");

  /** What says which dialect and which resource a schema is; the first lines of each file. */
  private static final Pattern IDENTITY = Pattern.compile("\\s*\"\\$(schema|id)\": \"[^\"]*\",");

  private OpenApiDocument() {}

  /** The whole document. */
  public static String document() {
    return FILE.matcher(resource("openapi.json")).replaceAll(OpenApiDocument::component);
  }

  private static String component(MatchResult reference) {
    String name = reference.group(1);
    String schema = IDENTITY.matcher(resource(reference.group(2))).replaceAll("");
    String moved = schema.replace("\"#/", "\"#/components/schemas/" + name + "/");
    return Matcher.quoteReplacement("\"" + name + "\": " + moved.strip());
  }

  private static String resource(String name) {
    try (@Nullable InputStream in = OpenApiDocument.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("'" + name + "' is missing in the program");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
