package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Criterion;
import io.bosett.model.Figure;
import io.bosett.model.Missing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes {@code criteria}. */
final class CriterionWriter {
  private CriterionWriter() {}

  static void write(JsonWriter out, Criterion criterion) {
    out.object(
        () ->
            out.text("id", criterion.id())
                .exact("weight", criterion.weight())
                .optional("base", criterion.base(), CriterionWriter::base)
                .optional("tilt", criterion.tilt(), CriterionWriter::tilt));
  }

  private static void base(JsonWriter out, String name, Criterion.Base base) {
    out.object(
        name,
        () -> {
          figure(out, base.figure());
          out.exact("power", base.power());
          missing(out, base.missing());
        });
  }

  private static void tilt(JsonWriter out, String name, Criterion.Tilt tilt) {
    out.object(
        name,
        () -> {
          figure(out, tilt.figure());
          out.exact("strength", tilt.strength());
          out.optional("shrink", tilt.shrink(), CriterionWriter::shrink);
          missing(out, tilt.missing());
        });
  }

  private static void shrink(JsonWriter out, String name, Criterion.Shrink shrink) {
    out.object(name, () -> out.text("count", shrink.count()).exact("prior", shrink.prior()));
  }

  private static void missing(JsonWriter out, @Nullable Missing missing) {
    if (missing != null) {
      out.text("missing", missing.name().toLowerCase(Locale.ROOT));
    }
  }

  private static void figure(JsonWriter out, Figure figure) {
    out.text("indicator", figure.indicator());
    if (figure.from() == figure.to() && figure.halfLife() == null) {
      out.whole("year", figure.from());
      return;
    }
    out.object(
        "years",
        () ->
            out.whole("from", figure.from())
                .whole("to", figure.to())
                .optional("halfLife", figure.halfLife(), JsonWriter::exact));
  }
}
