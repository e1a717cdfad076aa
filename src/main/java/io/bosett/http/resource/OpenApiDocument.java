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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The contract, {@code openapi.json}, as one document: the schemas of scenario, result and dataset,
 * which are files of their own, are put in where it refers to them.
 *
 * <p>Generators of clients find types among the components only. So each definition in the {@code
 * $defs} of a file becomes a component, named by the file's component and its own name ({@code
 * band} of {@code Scenario} is {@code ScenarioBand}), and the file's own {@code $id} is left out.
 */
public final class OpenApiDocument {
  private static final String REFERENCE = "$ref";
  private static final String DEFINITIONS = "$defs";
  private static final String SCHEMAS = "schemas";
  private static final String OWN = "#/" + DEFINITIONS + "/";

  /** What a file has beside its schema: its dialect, its identity and its definitions. */
  private static final Set<String> BESIDE = Set.of("$schema", "$id", DEFINITIONS);

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
                within(parts, SCHEMAS::equals, (schemas, all) -> components(all)));
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

  private static JsonValue components(JsonValue schemas) {
    JsonValue.Members written = (JsonValue.Members) schemas;
    Map<String, JsonValue> components = new LinkedHashMap<>();
    for (int i = 0; i < written.names().size(); i++) {
      put(written.names().get(i), written.values().get(i), components);
    }
    return new JsonValue.Members(
        List.copyOf(components.keySet()), List.copyOf(components.values()), 0, 0);
  }

  /** Adds a component, read where it is only the name of a file, and then its definitions. */
  private static void put(String name, JsonValue schema, Map<String, JsonValue> components) {
    String file = reference(schema);
    if (file == null || !file.startsWith(SCHEMAS + "/")) {
      add(name, schema, components);
      return;
    }
    JsonValue.Members read = (JsonValue.Members) resource(file);
    add(name, moved(without(BESIDE, read), name), components);
    int defined = read.names().indexOf(DEFINITIONS);
    if (defined >= 0) {
      JsonValue.Members definitions = (JsonValue.Members) read.values().get(defined);
      for (int i = 0; i < definitions.names().size(); i++) {
        String component = component(name, definitions.names().get(i));
        add(component, moved(definitions.values().get(i), name), components);
      }
    }
  }

  private static void add(String name, JsonValue schema, Map<String, JsonValue> components) {
    if (components.put(name, schema) != null) {
      throw new IllegalStateException("two components of the contract are named " + name);
    }
  }

  /** The component that a definition of a file becomes. */
  private static String component(String file, String definition) {
    return file + definition.substring(0, 1).toUpperCase(Locale.ROOT) + definition.substring(1);
  }

  private static @Nullable String reference(JsonValue value) {
    boolean refers =
        value instanceof JsonValue.Members members && members.names().equals(List.of(REFERENCE));
    return refers && ((JsonValue.Members) value).values().get(0) instanceof JsonValue.Text text
        ? text.text()
        : null;
  }

  /** The same with its references to definitions of its file led to their components. */
  private static JsonValue moved(JsonValue value, String file) {
    if (value instanceof JsonValue.Items items) {
      List<JsonValue> all = items.values().stream().map(item -> moved(item, file)).toList();
      return new JsonValue.Items(all, items.line(), items.column());
    }
    return within(
        value,
        name -> true,
        (name, member) ->
            name.equals(REFERENCE) && member instanceof JsonValue.Text text
                ? new JsonValue.Text(moved(text.text(), file), text.line(), text.column())
                : moved(member, file));
  }

  private static String moved(String reference, String file) {
    return reference.startsWith(OWN)
        ? "#/components/schemas/" + component(file, reference.substring(OWN.length()))
        : reference;
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
