package io.bosett.documents.result;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.documents.json.TextRules;
import io.bosett.model.CanonicalJsonHash;
import io.bosett.model.Certificate;
import io.bosett.model.Multipliers;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The format of {@code certificate} in a result. */
final class CertificateFormat {
  private static final int LARGEST_SCALE = 1 << 30;

  private static final String EARLIER =
      "is missing, so the hashes are of the form before 'rfc8785', which nothing can be compared"
          + " with any more: solve the scenario again";

  private static final String REGIONS = "regions";
  private static final List<String> MULTIPLIER_FIELDS =
      Stream.concat(Multipliers.GENERAL.stream(), Stream.of(REGIONS)).toList();

  private static final Field<Certificate, Integer> SCALE =
      Field.whole("scale", 1, LARGEST_SCALE, Certificate::scale);
  private static final Field<Certificate, Multipliers> MULTIPLIERS =
      Field.of(
          "multipliers",
          CertificateFormat::multipliers,
          CertificateFormat::write,
          Certificate::multipliers);
  private static final Field<Certificate, Long> BOUND = any("bound", Certificate::bound);
  private static final Field<Certificate, List<String>> OPEN =
      Field.list("open", JsonCursor::id, JsonWriter::text, Certificate::open);
  private static final Field<Certificate, String> HASH_FORM =
      Field.inContext("hashForm", JsonWriter::text, c -> CanonicalJsonHash.FORM);
  private static final Field<Certificate, String> SCENARIO_HASH =
      Field.text("scenarioHash", TextRules.LONGEST_ID, Certificate::scenarioHash);
  private static final Field<Certificate, String> DATASET_HASH =
      Field.text("datasetHash", TextRules.LONGEST_ID, Certificate::datasetHash);
  private static final ObjectShape<Certificate> SHAPE =
      ObjectShape.of(SCALE, MULTIPLIERS, BOUND, OPEN, HASH_FORM, SCENARIO_HASH, DATASET_HASH);

  private CertificateFormat() {}

  private static <O> Field<O, Long> any(String name, Function<O, @Nullable Long> value) {
    return Field.wholeLong(name, Long.MIN_VALUE, Long.MAX_VALUE, value);
  }

  static @Nullable Certificate read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    if (!fields.isObject()) {
      return null;
    }
    requireForm(fields);
    int scale = SCALE.need(fields, 1);
    if (Integer.bitCount(scale) != 1) {
      SCALE.at(fields).fault("is " + scale, "a power of two");
    }
    List<String> open = OPEN.need(fields, List.of());
    return new Certificate(
        scale,
        MULTIPLIERS.need(fields, Multipliers.NONE),
        BOUND.need(fields, 0L),
        open,
        SCENARIO_HASH.need(fields, ""),
        DATASET_HASH.need(fields, ""));
  }

  /** Refuses hashes whose {@code hashForm} is not the present one. */
  static void requireForm(ObjectFields hashes) {
    JsonCursor form = HASH_FORM.at(hashes);
    if (!form.isPresent()) {
      form.fault(EARLIER, CanonicalJsonHash.FORM);
    } else {
      form.choice(Map.of(CanonicalJsonHash.FORM, CanonicalJsonHash.FORM), "");
    }
  }

  /** Whether a pointer is that of a missing or unknown form of hashes. */
  static boolean isForm(String pointer) {
    return pointer.endsWith("/" + HASH_FORM.name());
  }

  private static Multipliers multipliers(JsonCursor at) {
    ObjectFields fields = at.fields(MULTIPLIER_FIELDS);
    return new Multipliers(
        named(fields, Multipliers.GENERAL),
        fields.need(REGIONS).items().stream().map(CertificateFormat::region).toList());
  }

  private static List<Long> region(JsonCursor at) {
    return named(at.fields(Multipliers.REGIONAL), Multipliers.REGIONAL);
  }

  private static List<Long> named(ObjectFields fields, List<String> names) {
    return names.stream().map(name -> whole(fields.need(name))).toList();
  }

  private static long whole(JsonCursor at) {
    Long value = at.longOrNull(Long.MIN_VALUE, Long.MAX_VALUE);
    return value == null ? 0 : value;
  }

  private static void write(JsonWriter out, String name, Multipliers multipliers) {
    out.name(name)
        .object(
            () -> {
              write(out, Multipliers.GENERAL, multipliers.general());
              out.list(REGIONS, multipliers.regions(), CertificateFormat::writeRegion);
            });
  }

  private static void writeRegion(JsonWriter out, List<Long> multipliers) {
    out.object(() -> write(out, Multipliers.REGIONAL, multipliers));
  }

  private static void write(JsonWriter out, List<String> names, List<Long> values) {
    for (int k = 0; k < names.size(); k++) {
      out.whole(names.get(k), values.get(k));
    }
  }

  static void write(JsonWriter out, String name, Certificate certificate) {
    SHAPE.write(out, name, certificate);
  }
}
