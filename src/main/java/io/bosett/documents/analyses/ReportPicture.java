package io.bosett.documents.analyses;

import java.util.List;
import java.util.function.Function;

/**
 * A picture of a report.
 *
 * @param key of its heading
 * @param about what the heading names in a language: a loss, a criterion; or the empty text
 * @param draw draws it: in several where one would be taller than a page
 * @param legend what its colours mean
 * @param note what else is to be known, or the empty text
 */
record ReportPicture(
    String key,
    Function<ReportWords, String> about,
    Function<ReportWords, List<SvgPicture>> draw,
    Function<ReportWords, List<Legend>> legend,
    Function<ReportWords, String> note) {
  /** Rows of names that fit on a printed page, the heading and the scale too. */
  static final int ROWS = 40;

  /** A picture whose colours need no words. */
  ReportPicture(
      String key,
      Function<ReportWords, String> about,
      Function<ReportWords, List<SvgPicture>> draw) {
    this(key, about, draw, words -> List.of(), words -> "");
  }

  /**
   * What a colour means.
   *
   * @param kind class of the shapes
   */
  record Legend(String kind, String text) {}

  /** The same with a legend and a note. */
  ReportPicture with(
      Function<ReportWords, List<Legend>> legendOfIt, Function<ReportWords, String> noteOnIt) {
    return new ReportPicture(key, about, draw, legendOfIt, noteOnIt);
  }

  /** The same with a legend of kinds that have words of their own. */
  ReportPicture with(String... kinds) {
    return with(
        words -> List.of(kinds).stream().map(k -> new Legend(k, words.say(k))).toList(), note);
  }
}
