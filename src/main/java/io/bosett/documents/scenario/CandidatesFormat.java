package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.Candidates;
import io.bosett.model.Candidates.SettledIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code candidates}. */
final class CandidatesFormat {
  private CandidatesFormat() {}

  static Candidates read(JsonCursor at) {
    if (!at.isPresent()) {
      return Candidates.ALL;
    }
    ObjectFields fields = at.fields("settledIn", "include", "exclude");
    JsonCursor include = fields.get("include");
    @Nullable List<String> included = include.isPresent() ? IdListFormat.read(include) : null;
    List<String> excluded = IdListFormat.read(fields.get("exclude"));
    return new Candidates(settledIn(fields.get("settledIn")), included, excluded);
  }

  private static @Nullable SettledIn settledIn(JsonCursor at) {
    ObjectFields fields = at.fields("indicator", "from", "to");
    if (!fields.isObject()) {
      return null;
    }
    JsonCursor named = fields.get("indicator");
    String indicator = named.isPresent() ? named.id() : SettledIn.DEFAULT_INDICATOR;
    YearsFormat.Span span = YearsFormat.span(fields);
    return new SettledIn(indicator, span.from(), span.to());
  }
}
