package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.TextRules;
import io.bosett.model.SolverSettings;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code solver}; whether a solver of this name exists is not known here. */
final class SolverSettingsFormat {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final double LONGEST_SECONDS = 86_400;
  private static final long LARGEST_SEED = (1L << 53) - 1;
  private static final int MOST_WORKERS = 64;

  private SolverSettingsFormat() {}

  static SolverSettings read(JsonCursor at) {
    ObjectFields fields = at.fields("name", "timeLimitSeconds", "seed", "workers");
    return new SolverSettings(
        name(fields.get("name")),
        seconds(fields.get("timeLimitSeconds")),
        fields.get("seed").longOrNull(0, LARGEST_SEED),
        fields.get("workers").wholeOrNull(1, MOST_WORKERS));
  }

  private static @Nullable String name(JsonCursor at) {
    String name = at.text(TextRules.LONGEST_ID, "");
    if (name.isEmpty() && !(at.value() instanceof JsonValue.Text)) {
      return null;
    }
    if (!NAME.matcher(name).matches()) {
      at.fault("is " + TextRules.quoted(name) + ", not the name of a solver", NAME.pattern());
      return null;
    }
    return name;
  }

  private static @Nullable Double seconds(JsonCursor at) {
    Double seconds = at.numberOrNull(0, LONGEST_SECONDS);
    if (seconds != null && seconds == 0) {
      at.fault("is 0", "more than 0, at most 86400");
      return null;
    }
    return seconds;
  }
}
