package io.bosett.documents.scenario;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.documents.json.TextRules;
import io.bosett.model.SolverSettings;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The format of {@code solver}; whether a solver of this name exists is validated elsewhere. */
final class SolverSettingsFormat {
  private static final Pattern A_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final double LONGEST_SECONDS = 86_400;
  private static final long LARGEST_SEED = (1L << 53) - 1;
  private static final int MOST_WORKERS = 64;

  private static final Field<SolverSettings, String> NAME =
      Field.of("name", SolverSettingsFormat::readName, JsonWriter::text, SolverSettings::name);
  private static final Field<SolverSettings, Double> TIME_LIMIT_SECONDS =
      Field.of(
          "timeLimitSeconds",
          SolverSettingsFormat::readSeconds,
          JsonWriter::exact,
          SolverSettings::timeLimitSeconds);
  private static final Field<SolverSettings, Long> SEED =
      Field.wholeLong("seed", 0, LARGEST_SEED, SolverSettings::seed);
  private static final Field<SolverSettings, Integer> WORKERS =
      Field.whole("workers", 1, MOST_WORKERS, SolverSettings::workers);
  static final ObjectShape<SolverSettings> SHAPE =
      ObjectShape.of(NAME, TIME_LIMIT_SECONDS, SEED, WORKERS);

  private SolverSettingsFormat() {}

  static SolverSettings read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    return new SolverSettings(
        NAME.orNull(fields),
        TIME_LIMIT_SECONDS.orNull(fields),
        SEED.orNull(fields),
        WORKERS.orNull(fields));
  }

  static void write(JsonWriter out, String name, SolverSettings solver) {
    SHAPE.write(out, name, solver);
  }

  private static @Nullable String readName(JsonCursor at) {
    String name = at.text(TextRules.LONGEST_ID, "");
    if (name.isEmpty() && !(at.value() instanceof JsonValue.Text)) {
      return null;
    }
    if (!A_NAME.matcher(name).matches()) {
      at.fault("is " + TextRules.quoted(name) + ", not the name of a solver", A_NAME.pattern());
      return null;
    }
    return name;
  }

  private static @Nullable Double readSeconds(JsonCursor at) {
    Double seconds = at.numberOrNull(0, LONGEST_SECONDS);
    if (seconds != null && seconds == 0) {
      at.fault("is 0", "more than 0, at most 86400");
      return null;
    }
    return seconds;
  }
}
