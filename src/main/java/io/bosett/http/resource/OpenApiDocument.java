package io.bosett.http.resource;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonTree;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The contract, {@code openapi.json}, as one document: the schemas of scenario, result and dataset,
 * which are files of their own, are put in where it refers to them.
 *
 * <p>A schema that is put in gives up its own {@code $id}, and what it says about its parts is said
 * of the whole document, for few readers of OpenAPI follow identifiers inside a document.
 */
public final class OpenApiDocument {
  private static final String REFERENCE = "$ref";
  private static final String SCHEMAS = "schemas";

  /** What says which dialect and which resource a schema is. */
  private static final Set<String> IDENTITY = Set.of("$schema", "$id");

  private OpenApiDocument() {}

  /** The whole document, on one line. */
  public static String document() {
    return document("");
  }

  /**
   * The whole document of a service under a path.
   *
   * @param prefix the path; empty for none
   */
  static String document(String prefix) {
    JsonValue own =
        prefix.isEmpty()
            ? resource("openapi.json")
            : within(
                resource("openapi.json"),
                "servers"::equals,
                (name, servers) -> addressed(servers, prefix));
    JsonValue whole =
        within(
            own,
            "components"::equals,
            (components, parts) ->
                within(
                    parts,
                    SCHEMAS::equals,
                    (schemas, all) -> within(all, name -> true, OpenApiDocument::component)));
    return JsonWriter.text(out -> JsonTree.write(out, whole));
  }

  /** Servers at another address. */
  private static JsonValue addressed(JsonValue servers, String url) {
    JsonValue.Items items = (JsonValue.Items) servers;
    List<JsonValue> all =
        items.values().stream()
            .map(
                server ->
                    within(
                        server,
                        "url"::equals,
                        (name, old) -> new JsonValue.Text(url, old.line(), old.column())))
            .toList();
    return new JsonValue.Items(all, items.line(), items.column());
  }

  /** A schema of the components, read where it is only the name of a file. */
  private static JsonValue component(String name, JsonValue schema) {
    String file = reference(schema);
    return file != null && file.startsWith(SCHEMAS + "/")
        ? moved(without(IDENTITY, resource(file)), "#/components/schemas/" + name + "/")
        : schema;
  }

  private static @Nullable String reference(JsonValue value) {
    boolean refers =
        value instanceof JsonValue.Members members && members.names().equals(List.of(REFERENCE));
    return refers && ((JsonValue.Members) value).values().get(0) instanceof JsonValue.Text text
        ? text.text()
        : null;
  }

  /** The same with all its references into itself moved to where it is put. */
  private static JsonValue moved(JsonValue value, String place) {
    if (value instanceof JsonValue.Items items) {
      List<JsonValue> all = items.values().stream().map(item -> moved(item, place)).toList();
      return new JsonValue.Items(all, items.line(), items.column());
    }
    return within(
        value,
        name -> true,
        (name, member) ->
            name.equals(REFERENCE) && member instanceof JsonValue.Text text
                ? new JsonValue.Text(
                    text.text().replaceFirst("^#/", place), text.line(), text.column())
                : moved(member, place));
  }

  /** An object with some of its members changed; anything else as it is. */
  private static JsonValue within(
      JsonValue value, Predicate<String> which, BiFunction<String, JsonValue, JsonValue> change) {
    if (!(value instanceof JsonValue.Members members)) {
      return value;
    }
    List<JsonValue> values = new ArrayList<>();
    for (int i = 0; i < members.names().size(); i++) {
      String name = members.names().get(i);
      JsonValue member = members.values().get(i);
      values.add(which.test(name) ? change.apply(name, member) : member);
    }
    return new JsonValue.Members(members.names(), values, members.line(), members.column());
  }

  private static JsonValue without(Set<String> left, JsonValue value) {
    JsonValue.Members members = (JsonValue.Members) value;
    List<String> names = new ArrayList<>();
    List<JsonValue> values = new ArrayList<>();
    for (int i = 0; i < members.names().size(); i++) {
      if (!left.contains(members.names().get(i))) {
        names.add(members.names().get(i));
        values.add(members.values().get(i));
      }
    }
    return new JsonValue.Members(names, values, members.line(), members.column());
  }

  private static JsonValue resource(String name) {
    try (@Nullable InputStream in = OpenApiDocument.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("'" + name + "' is missing in the program");
      }
      return JsonDocuments.read(in.readAllBytes(), OpenApiDocument::value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonValue value(JsonCursor at) {
    JsonTree.check(at);
    JsonValue value = at.value();
    return value == null ? new JsonValue.Null(0, 0) : value;
  }
}
