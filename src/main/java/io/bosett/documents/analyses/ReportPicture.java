package io.bosett.documents.analyses;

import java.util.List;
import java.util.function.Function;

/**
 * A picture of a report.
 *
 * @param key of its heading
 * @param about what the heading names in a language: a loss, a criterion; or the empty text
 * @param draw draws it: in several where one would be taller than a page
 */
record ReportPicture(
    String key, Function<ReportWords, String> about, Function<ReportWords, List<SvgPicture>> draw) {
  /** Rows of names that fit on a printed page, the heading and the scale too. */
  static final int ROWS = 40;
}
