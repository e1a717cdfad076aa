package io.bosett.documents.result;

import io.bosett.analysis.explain.CandidateStanding;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.TextRules;
import org.jspecify.annotations.Nullable;

/** Writes the standing of one candidate in an explanation. */
final class StandingWriter {
  private static final int DIGITS = 6;

  private StandingWriter() {}

  static void write(JsonWriter out, CandidateStanding standing, String words) {
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
                .list("holds", standing.holds(), (o, hold) -> o.text(TextRules.camel(hold)))
                .nullable("pricing", standing.pricing(), StandingWriter::pricing)
                .text("words", words));
  }

  private static void target(JsonWriter out, CandidateStanding.OfCriterion target) {
    out.object(
        () ->
            out.text("criterion", target.criterion())
                .rounded("weight", target.weight(), DIGITS)
                .rounded("persons", target.persons(), DIGITS)
                .rounded("minors", target.minors(), DIGITS));
  }

  private static void pricing(JsonWriter out, String name, CandidateStanding.Pricing pricing) {
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
                .nullable("bestPersons", persons, JsonWriter::whole)
                .nullable("bestMinors", minors, JsonWriter::whole));
  }

  /** Writes a price in persons of objective. */
  static void price(JsonWriter out, String name, double price) {
    out.rounded(name, price, DIGITS);
  }
}
