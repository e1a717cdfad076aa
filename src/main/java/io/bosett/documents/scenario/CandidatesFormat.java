package io.bosett.documents.scenario;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.model.Candidates;
import io.bosett.model.Candidates.SettledIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The format of {@code candidates}; all municipalities when absent. */
final class CandidatesFormat {
  private static final Field<SettledIn, String> INDICATOR =
      Field.id("indicator", SettledIn::indicator);
  private static final ObjectShape<SettledIn> SETTLED_IN_SHAPE =
      ObjectShape.of(INDICATOR, YearsFormat.from(SettledIn::from), YearsFormat.to(SettledIn::to));

  private static final Field<Candidates, SettledIn> SETTLED_IN =
      Field.<Candidates, SettledIn>of(
              "settledIn",
              CandidatesFormat::readSettledIn,
              SETTLED_IN_SHAPE::write,
              Candidates::settledIn)
          .within(SETTLED_IN_SHAPE);
  private static final Field<Candidates, List<String>> INCLUDE =
      IdListFormat.field("include", Candidates::include);
  private static final Field<Candidates, List<String>> EXCLUDE =
      IdListFormat.field("exclude", c -> c.exclude().isEmpty() ? null : c.exclude());
  static final ObjectShape<Candidates> SHAPE = ObjectShape.of(SETTLED_IN, INCLUDE, EXCLUDE);

  private CandidatesFormat() {}

  static Candidates read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    @Nullable List<String> included = INCLUDE.orNull(fields);
    List<String> excluded = EXCLUDE.or(fields, List.of());
    return new Candidates(SETTLED_IN.orNull(fields), included, excluded);
  }

  private static @Nullable SettledIn readSettledIn(JsonCursor at) {
    ObjectFields fields = SETTLED_IN_SHAPE.fields(at);
    if (!fields.isObject()) {
      return null;
    }
    String indicator = INDICATOR.or(fields, SettledIn.DEFAULT_INDICATOR);
    YearsFormat.Span span = YearsFormat.read(fields);
    return new SettledIn(indicator, span.from(), span.to());
  }

  static void write(JsonWriter out, String name, Candidates candidates) {
    SHAPE.write(out, name, candidates);
  }
}
