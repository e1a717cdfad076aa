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
import io.bosett.model.Multipliers.OfRegion;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code certificate}: what lets a stranger check the bound. */
final class CertificateFormat {
  private static final int LARGEST_SCALE = 1 << 30;

  private static final String EARLIER =
      "is missing, so the hashes are of the form before 'rfc8785', which nothing can be compared"
          + " with any more: solve the scenario again";

  private static final Field<OfRegion, Long> REGION_PERSONS = any("persons", OfRegion::persons);
  private static final Field<OfRegion, Long> REGION_MINORS = any("minors", OfRegion::minors);
  private static final Field<OfRegion, Long> REGION_SELECTED = any("selected", OfRegion::selected);
  private static final ObjectShape<OfRegion> REGION_SHAPE =
      ObjectShape.of(REGION_PERSONS, REGION_MINORS, REGION_SELECTED);

  private static final Field<Multipliers, Long> PERSONS = any("persons", Multipliers::persons);
  private static final Field<Multipliers, Long> MINORS = any("minors", Multipliers::minors);
  private static final Field<Multipliers, Long> SELECTED = any("selected", Multipliers::selected);
  private static final Field<Multipliers, Long> MINORS_MUNICIPALITIES =
      any("minorsMunicipalities", Multipliers::minorsMunicipalities);
  private static final Field<Multipliers, List<OfRegion>> REGIONS =
      Field.list("regions", CertificateFormat::region, REGION_SHAPE::write, Multipliers::regions);
  private static final ObjectShape<Multipliers> MULTIPLIERS_SHAPE =
      ObjectShape.of(PERSONS, MINORS, SELECTED, MINORS_MUNICIPALITIES, REGIONS);

  /** What stands in for multipliers that are missing. */
  private static final Multipliers NO_MULTIPLIERS = new Multipliers(0, 0, 0, 0, List.of());

  private static final Field<Certificate, Integer> SCALE =
      Field.whole("scale", 1, LARGEST_SCALE, Certificate::scale);
  private static final Field<Certificate, Multipliers> MULTIPLIERS =
      Field.of(
          "multipliers",
          CertificateFormat::multipliers,
          MULTIPLIERS_SHAPE::write,
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

  private static <O> Field<O, Long> any(String name, Function<O, Long> value) {
    return Field.wholeLong(name, Long.MIN_VALUE, Long.MAX_VALUE, value::apply);
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
        MULTIPLIERS.need(fields, NO_MULTIPLIERS),
        BOUND.need(fields, 0L),
        open,
        SCENARIO_HASH.need(fields, ""),
        DATASET_HASH.need(fields, ""));
  }

  /** Adds a fault when the hashes beside {@code hashForm} are not of today's form. */
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
    ObjectFields fields = MULTIPLIERS_SHAPE.fields(at);
    return new Multipliers(
        PERSONS.need(fields, 0L),
        MINORS.need(fields, 0L),
        SELECTED.need(fields, 0L),
        MINORS_MUNICIPALITIES.need(fields, 0L),
        REGIONS.need(fields, List.of()));
  }

  private static OfRegion region(JsonCursor at) {
    ObjectFields fields = REGION_SHAPE.fields(at);
    return new OfRegion(
        REGION_PERSONS.need(fields, 0L),
        REGION_MINORS.need(fields, 0L),
        REGION_SELECTED.need(fields, 0L));
  }

  static void write(JsonWriter out, String name, Certificate certificate) {
    SHAPE.write(out, name, certificate);
  }
}
