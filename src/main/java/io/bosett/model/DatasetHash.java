package io.bosett.model;

/**
 * The content hash of a dataset: a {@link Fingerprint} over the municipalities in ascending order
 * of id (id, name, county) and then every indicator and year, ascending, with one double per
 * municipality ({@code NaN} for missing, infinity for suppressed).
 */
final class DatasetHash {
  private DatasetHash() {}

  static String of(Dataset dataset) {
    Fingerprint print = new Fingerprint().text("bosett dataset 1").whole(dataset.size());
    for (int i = 0; i < dataset.size(); i++) {
      print.text(dataset.municipality(i)).text(dataset.name(i)).text(dataset.county(i));
    }
    for (String indicator : dataset.indicators().keySet()) {
      for (int year : dataset.years(indicator)) {
        Column column = dataset.column(indicator, year);
        print.text(indicator).whole(year);
        for (int i = 0; i < dataset.size(); i++) {
          print.number(column.isSuppressed(i) ? Double.POSITIVE_INFINITY : column.value(i));
        }
      }
    }
    return print.hex();
  }
}
