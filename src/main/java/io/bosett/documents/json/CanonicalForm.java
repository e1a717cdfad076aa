package io.bosett.documents.json;

import io.bosett.model.CanonicalJsonHash;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hashes JSON values in the canonical form of RFC 8785 (JCS). Only for documents read without
 * errors: every name once in its object, every number within the range of a double.
 */
public final class CanonicalForm {
  /** Members of a scenario that do not affect the answer. */
  private static final Set<String> BESIDE_SCENARIO = Set.of("$schema", "solver");

  /**
   * Whole numbers of so many digits are canonical as written: JSON has no leading zeros, and
   * doubles hold them exactly.
   */
  private static final int CANONICAL_AS_WRITTEN = 15;

  private final CanonicalJsonHash out = new CanonicalJsonHash();

  private CanonicalForm() {}

  /** The hash of a value; of an absent one, that of null. */
  public static String hash(JsonCursor at) {
    return hash(at, Set.of());
  }

  /** The hash of a scenario: of all but {@code $schema} and {@code solver}. */
  public static String scenarioHash(JsonCursor at) {
    return hash(at, BESIDE_SCENARIO);
  }

  private static String hash(JsonCursor at, Set<String> leftOut) {
    CanonicalForm form = new CanonicalForm();
    if (at.value() instanceof JsonValue.Members members) {
      form.members(members, leftOut);
    } else {
      form.write(at.value());
    }
    return form.out.hex();
  }

  private void write(@Nullable JsonValue value) {
    if (value instanceof JsonValue.Members members) {
      members(members, Set.of());
    } else if (value instanceof JsonValue.Items items) {
      items(items.values());
    } else if (value instanceof JsonValue.Text text) {
      out.text(text.text());
    } else if (value instanceof JsonValue.Number number) {
      number(number);
    } else if (value instanceof JsonValue.Truth truth) {
      out.raw(truth.value() ? "true" : "false");
    } else {
      out.raw("null");
    }
  }

  private void number(JsonValue.Number number) {
    String text = number.text();
    if (number.whole() && text.length() <= CANONICAL_AS_WRITTEN && text.charAt(0) != '-') {
      out.raw(text);
    } else {
      out.number(Double.parseDouble(text));
    }
  }

  private void items(List<JsonValue> values) {
    out.raw('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.raw(',');
      }
      write(values.get(i));
    }
    out.raw(']');
  }

  private record Member(String name, JsonValue value) {}

  private void members(JsonValue.Members members, Set<String> leftOut) {
    Member[] sorted = new Member[members.names().size()];
    Arrays.setAll(sorted, i -> new Member(members.names().get(i), members.values().get(i)));
    Arrays.sort(sorted, (a, b) -> a.name.compareTo(b.name));
    out.raw('{');
    boolean first = true;
    for (Member member : sorted) {
      if (!leftOut.contains(member.name)) {
        out.raw(first ? "" : ",").name(member.name);
        write(member.value);
        first = false;
      }
    }
    out.raw('}');
  }
}
