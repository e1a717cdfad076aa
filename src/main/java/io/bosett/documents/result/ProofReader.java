package io.bosett.documents.result;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.TextRules;
import io.bosett.model.CanonicalJsonHash;
import io.bosett.model.Certificate;
import io.bosett.model.Conflict;
import io.bosett.model.Multipliers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code certificate} and {@code conflict}. */
final class ProofReader {
  private static final int LARGEST_SCALE = 1 << 30;

  /** Where a certificate names the form of its hashes. */
  static final String FORM = "/hashForm";

  private static final String EARLIER =
      "is missing, so the hashes are of the form before 'rfc8785', which nothing can be compared"
          + " with any more: solve the scenario again";

  private ProofReader() {}

  static @Nullable Certificate certificate(JsonCursor at) {
    ObjectFields fields =
        at.fields(
            "scale", "multipliers", "bound", "open", "hashForm", "scenarioHash", "datasetHash");
    if (!fields.isObject()) {
      return null;
    }
    requireForm(fields);
    JsonCursor scaleAt = fields.need("scale");
    int scale = scaleAt.whole(1, LARGEST_SCALE, 1);
    if (Integer.bitCount(scale) != 1) {
      scaleAt.fault("is " + scale, "a power of two");
    }
    List<String> open = fields.need("open").items().stream().map(JsonCursor::id).toList();
    return new Certificate(
        scale,
        multipliers(fields.need("multipliers")),
        whole(fields.need("bound")),
        open,
        fields.need("scenarioHash").text(TextRules.LONGEST_ID, ""),
        fields.need("datasetHash").text(TextRules.LONGEST_ID, ""));
  }

  /** Adds a fault when the hashes beside {@code hashForm} are not of today's form. */
  static void requireForm(ObjectFields hashes) {
    JsonCursor form = hashes.get("hashForm");
    if (!form.isPresent()) {
      form.fault(EARLIER, CanonicalJsonHash.FORM);
    } else {
      form.choice(Map.of(CanonicalJsonHash.FORM, CanonicalJsonHash.FORM), "");
    }
  }

  private static Multipliers multipliers(JsonCursor at) {
    List<String> names = new ArrayList<>(Multipliers.GENERAL);
    names.add("regions");
    ObjectFields fields = at.fields(names.toArray(String[]::new));
    return new Multipliers(
        named(fields, Multipliers.GENERAL),
        fields.need("regions").items().stream().map(ProofReader::region).toList());
  }

  private static List<Long> region(JsonCursor at) {
    return named(at.fields(Multipliers.REGIONAL.toArray(String[]::new)), Multipliers.REGIONAL);
  }

  private static List<Long> named(ObjectFields fields, List<String> names) {
    return names.stream().map(name -> whole(fields.need(name))).toList();
  }

  private static long whole(JsonCursor at) {
    Long value = at.longOrNull(Long.MIN_VALUE, Long.MAX_VALUE);
    return value == null ? 0 : value;
  }

  static @Nullable Conflict conflict(JsonCursor at) {
    ObjectFields fields = at.fields("rules", "relaxations");
    if (!fields.isObject()) {
      return null;
    }
    return new Conflict(
        fields.need("rules").items().stream().map(ProofReader::rule).toList(),
        fields.need("relaxations").items().stream().map(ProofReader::relaxation).toList());
  }

  private static Conflict.Rule rule(JsonCursor at) {
    ObjectFields fields = at.fields("pointer", "rule", "text", "value");
    return new Conflict.Rule(
        line(fields, "pointer"), line(fields, "rule"), line(fields, "text"), line(fields, "value"));
  }

  private static Conflict.Relaxation relaxation(JsonCursor at) {
    ObjectFields fields = at.fields("pointer", "from", "to", "text");
    return new Conflict.Relaxation(
        line(fields, "pointer"), line(fields, "from"), line(fields, "to"), line(fields, "text"));
  }

  private static String line(ObjectFields fields, String name) {
    return fields.need(name).text(TextRules.LONGEST_TEXT, "");
  }
}
