package io.bosett.documents.analyses;

import io.bosett.analysis.AnalysisKind;
import io.bosett.analysis.AnalysisOptions;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The format of the options of analyses. */
final class OptionsFormat {
  private OptionsFormat() {}

  /** The names of the options of a kind; of all kinds when it is not known. */
  static List<String> names(@Nullable AnalysisKind kind) {
    if (kind == null) {
      return List.of("municipality", "losses", "ranges", "criterion", "upTo", "weak");
    }
    return switch (kind) {
      case STABILITY -> List.of("municipality", "losses", "ranges");
      case WEIGHTS -> List.of("municipality", "criterion");
      case QUEUE -> List.of("municipality");
      case WHY_NOT -> List.of("municipality", "upTo", "weak");
    };
  }

  /** Reads the options among the fields of an object; their values are checked elsewhere. */
  static AnalysisOptions read(ObjectFields fields) {
    JsonCursor losses = fields.get("losses");
    return new AnalysisOptions(
        losses.isPresent() ? losses(losses) : null,
        Boolean.TRUE.equals(fields.get("ranges").truth()),
        textOrNull(fields.get("criterion")),
        textOrNull(fields.get("municipality")),
        fields.get("upTo").wholeOrNull(1, Integer.MAX_VALUE),
        Boolean.TRUE.equals(fields.get("weak").truth()));
  }

  private static @Nullable String textOrNull(JsonCursor at) {
    return at.isPresent() ? at.id() : null;
  }

  private static List<BigDecimal> losses(JsonCursor at) {
    List<BigDecimal> losses = new ArrayList<>();
    for (JsonCursor item : at.items()) {
      losses.add(item.decimal(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ZERO));
    }
    return losses;
  }

  /** Writes the options that are given into an open object, so that they can be read again. */
  static void writeFields(JsonWriter out, AnalysisOptions options) {
    out.optional(
            "losses",
            options.losses(),
            (o, name, list) -> o.list(name, list, (w, e) -> w.raw(e.toPlainString())))
        .optional("criterion", options.criterion(), JsonWriter::text)
        .optional("municipality", options.municipality(), JsonWriter::text)
        .optional("upTo", options.upTo(), JsonWriter::whole);
    if (options.ranges()) {
      out.truth("ranges", true);
    }
    if (options.weak()) {
      out.truth("weak", true);
    }
  }
}
