package io.bosett.http;

import io.bosett.files.JsonOut;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Indicator;
import io.bosett.store.DatasetVersion;
import org.jspecify.annotations.Nullable;

/** What there is to know of a dataset without its figures. */
final class DatasetJson {
  private DatasetJson() {}

  /** @param version of an uploaded one, or null of one that ships with the program */
  static void write(JsonOut out, Dataset dataset, @Nullable DatasetVersion version) {
    String self = Paths.dataset(dataset.id());
    out.object(
        () -> {
          out.text("id", dataset.id()).text("title", dataset.title());
          out.truth("shipped", version == null);
          out.nullable("version", version == null ? null : version.version(), JsonOut::whole);
          out.nullable(
              "uploadedAt",
              version == null ? null : version.uploadedAt().toString(),
              JsonOut::text);
          out.text("contentHash", dataset.contentHash());
          out.whole("municipalities", dataset.size());
          out.object("counties", () -> counties(out, dataset));
          out.list(
              "indicators",
              dataset.indicators().values(),
              (o, indicator) -> indicator(o, dataset, indicator));
          out.texts("notes", dataset.notes());
          out.object(
              "links",
              () -> out.text("self", self).text("municipalities", self + "/municipalities"));
        });
  }

  /** Municipalities without a county have one whose id is empty. */
  private static void counties(JsonOut out, Dataset dataset) {
    dataset.counties().values().stream()
        .filter(county -> !county.id().isEmpty())
        .forEach(county -> out.text(county.id(), county.name()));
  }

  private static void indicator(JsonOut out, Dataset dataset, Indicator indicator) {
    out.object(
        () -> {
          out.text("id", indicator.id()).text("unit", indicator.unit());
          out.text("source", indicator.source()).text("licence", indicator.licence());
          out.text("description", indicator.description());
          out.list(
              "years",
              dataset.years(indicator.id()),
              (o, year) -> coverage(o, dataset, indicator.id(), year));
        });
  }

  private static void coverage(JsonOut out, Dataset dataset, String indicator, int year) {
    Column column = dataset.column(indicator, year);
    int numbers = 0;
    int suppressed = 0;
    for (int i = 0; column != null && i < dataset.size(); i++) {
      numbers += column.isNumber(i) ? 1 : 0;
      suppressed += column.isSuppressed(i) ? 1 : 0;
    }
    int missing = dataset.size() - numbers - suppressed;
    int hidden = suppressed;
    int known = numbers;
    out.object(
        () ->
            out.whole("year", year)
                .whole("numbers", known)
                .whole("suppressed", hidden)
                .whole("missing", missing));
  }
}
