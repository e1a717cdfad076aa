package io.bosett.files;

import io.bosett.analysis.Standing;
import io.bosett.analysis.StandingText;
import org.jspecify.annotations.Nullable;

/** Writes the standing of one candidate. */
final class StandingWriter {
  private static final int DIGITS = 6;

  private StandingWriter() {}

  static void write(JsonOut out, String name, Standing standing) {
    write(out.name(name), standing);
  }

  static void write(JsonOut out, Standing standing) {
    out.object(
        () ->
            out.text("municipality", standing.municipality())
                .text("name", standing.name())
                .text("county", standing.county())
                .truth("selected", standing.selected())
                .whole("persons", standing.persons())
                .whole("minors", standing.minors())
                .rounded("target", standing.target(), DIGITS)
                .whole("cap", standing.cap())
                .list("targets", standing.targets(), StandingWriter::target)
                .list("holds", standing.holds(), (o, hold) -> o.text(Texts.camel(hold)))
                .nullable("pricing", standing.pricing(), StandingWriter::pricing)
                .text("words", StandingText.line(standing)));
  }

  private static void target(JsonOut out, Standing.OfCriterion target) {
    out.object(
        () ->
            out.text("criterion", target.criterion())
                .rounded("weight", target.weight(), DIGITS)
                .rounded("persons", target.persons(), DIGITS)
                .rounded("minors", target.minors(), DIGITS));
  }

  private static void pricing(JsonOut out, String name, Standing.Pricing pricing) {
    @Nullable Double worth = pricing.worthAsking();
    boolean allowed = worth != null;
    @Nullable Integer persons = allowed ? pricing.bestPersons() : null;
    @Nullable Integer minors = allowed ? pricing.bestMinors() : null;
    out.object(
        name,
        () ->
            out.rounded("person", pricing.person(), DIGITS)
                .rounded("minor", pricing.minor(), DIGITS)
                .rounded("selection", pricing.selection(), DIGITS)
                .rounded("group", pricing.group(), DIGITS)
                .whole("wished", pricing.wished())
                .nullable("worthAsking", worth, StandingWriter::price)
                .nullable("bestPersons", persons, JsonOut::whole)
                .nullable("bestMinors", minors, JsonOut::whole));
  }

  /** Writes a price in persons of objective. */
  static void price(JsonOut out, String name, double price) {
    out.rounded(name, price, DIGITS);
  }
}
