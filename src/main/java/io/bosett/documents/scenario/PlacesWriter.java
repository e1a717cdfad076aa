package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Band;
import io.bosett.model.CellRef;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Region;

/** Writes {@code places}, {@code minors} and {@code regions}. */
final class PlacesWriter {
  private PlacesWriter() {}

  static void places(JsonWriter out, Places places) {
    out.whole("minimum", places.minimum());
    out.optional("maximum", places.maximum(), JsonWriter::whole);
    out.optional("maximumShareOf", places.maximumShareOf(), PlacesWriter::shareOf);
    out.optional("maximumPer1000", places.maximumPer1000(), PlacesWriter::per1000);
  }

  private static void shareOf(JsonWriter out, String name, Places.ShareOf rule) {
    out.object(name, () -> cell(out, rule.cell()).decimal("share", rule.share()));
  }

  private static void per1000(JsonWriter out, String name, Places.Per1000 rule) {
    out.object(name, () -> cell(out, rule.cell()).decimal("value", rule.value()));
  }

  private static JsonWriter cell(JsonWriter out, CellRef cell) {
    return out.text("indicator", cell.indicator()).whole("year", cell.year());
  }

  static void minors(JsonWriter out, Minors minors) {
    out.whole("minimumGroup", minors.minimumGroup());
    out.decimal("maximumShare", minors.maximumShare());
    out.optional("maximum", minors.maximum(), JsonWriter::whole);
    Integer atMost = minors.municipalitiesAtMost();
    if (atMost != null) {
      out.object("municipalities", () -> out.whole("atMost", atMost));
    }
    out.optional("candidates", minors.candidates(), PlacesWriter::who);
  }

  private static void who(JsonWriter out, String name, Minors.Who who) {
    if (who instanceof Minors.Who.Listed listed) {
      out.texts(name, listed.municipalities());
    } else if (who instanceof Minors.Who.Condition condition) {
      out.object(
          name,
          () ->
              cell(out, condition.cell())
                  .optional("atLeast", condition.atLeast(), JsonWriter::decimal)
                  .optional("atMost", condition.atMost(), JsonWriter::decimal));
    }
  }

  static void region(JsonWriter out, Region region) {
    out.object(
        () -> {
          if (!region.name().isEmpty()) {
            out.text("name", region.name());
          }
          if (region.county() != null) {
            out.text("county", region.county());
          } else {
            out.texts("municipalities", region.municipalities());
          }
          band(out, "persons", region.persons());
          band(out, "minors", region.minors());
          band(out, "selected", region.selected());
        });
  }

  private static void band(JsonWriter out, String name, Band band) {
    if (!band.isFree()) {
      out.object(
          name,
          () ->
              out.optional("atLeast", band.atLeast(), JsonWriter::whole)
                  .optional("atMost", band.atMost(), JsonWriter::whole));
    }
  }
}
