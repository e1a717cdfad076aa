package io.bosett.documents.dataset;

import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * The description of a dataset without its figures: id, title, {@code contentHash}, number of
 * municipalities, the newest year of any figure, notes, counties, and the indicators with unit,
 * source, licence, description and, for every year with a cell, how many municipalities have a
 * number, a suppressed cell, or none.
 */
public final class DatasetDescription {
  private DatasetDescription() {}

  /** Writes the description. */
  public static void write(JsonWriter out, Dataset dataset) {
    out.object(() -> fields(out, dataset));
  }

  /** Writes the description's fields, for a caller that adds some. */
  public static void fields(JsonWriter out, Dataset dataset) {
    out.text("id", dataset.id())
        .text("title", dataset.title())
        .text("contentHash", dataset.contentHash())
        .whole("municipalities", dataset.size())
        .nullable("newestYear", dataset.newestYear(), JsonWriter::whole)
        .texts("notes", dataset.notes())
        .object("counties", () -> DatasetDocument.counties(out, dataset))
        .list(
            "indicators",
            dataset.indicators().values(),
            (o, indicator) -> o.object(() -> indicator(o, dataset, indicator)));
  }

  private static void indicator(JsonWriter out, Dataset dataset, Indicator indicator) {
    DatasetDocument.indicatorFields(out, indicator);
    out.list(
        "years",
        dataset.years(indicator.id()),
        (o, year) -> o.object(() -> year(o, dataset, indicator.id(), year)));
  }

  private static void year(JsonWriter out, Dataset dataset, String indicator, int year) {
    @Nullable Column column = dataset.column(indicator, year);
    int numbers = 0;
    int suppressed = 0;
    for (int position = 0; column != null && position < dataset.size(); position++) {
      numbers += column.isNumber(position) ? 1 : 0;
      suppressed += column.isSuppressed(position) ? 1 : 0;
    }
    out.whole("year", year)
        .whole("numbers", numbers)
        .whole("suppressed", suppressed)
        .whole("missing", dataset.size() - numbers - suppressed);
  }
}
