package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.ImportFindings;
import io.bosett.documents.imports.facts.LabelWords;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Adds up the figures of a series and holds the sum against the total that the file has. */
final class SumCheck {
  private final String indicator;
  private final int year;
  private final ImportFindings findings;
  private final String unit;
  private BigDecimal sum = BigDecimal.ZERO;
  private BigDecimal elsewhere = BigDecimal.ZERO;
  private @Nullable BigDecimal total;
  private int numbers;
  private int suppressed;

  SumCheck(String indicator, int year, ImportFindings findings, String unit) {
    this.indicator = indicator;
    this.year = year;
    this.findings = findings;
    this.unit = unit;
  }

  void add(CellReading.Figure figure) {
    numbers += figure.isNumber() ? 1 : 0;
    suppressed += figure.isSuppressed() ? 1 : 0;
    sum = figure.isNumber() ? sum.add(figure.decimal()) : sum;
  }

  /** A figure of no municipality, which the file's total may count. */
  void addElsewhere(CellReading.Figure figure) {
    elsewhere = figure.isNumber() ? elsewhere.add(figure.decimal()) : elsewhere;
  }

  void total(CellReading.Figure figure) {
    total = figure.isNumber() ? figure.decimal() : total;
  }

  /**
   * The sum; warns when the file's own total is another.
   *
   * @param label as the file names the figures, where a rate shows itself
   */
  ColumnSum close(String label) {
    BigDecimal own = total;
    boolean isRate =
        LabelWords.contains(LabelWords.Kind.RATE, label + " " + unit + " " + indicator);
    boolean fits = own == null || own.compareTo(sum) == 0 || own.compareTo(sum.add(elsewhere)) == 0;
    if (!fits && own != null && !isRate) {
      findings.warn(
          "'"
              + indicator
              + "' of "
              + year
              + ": the total row ("
              + own.toPlainString()
              + ") is not the sum ("
              + sum.toPlainString()
              + ") of the rows"
              + (suppressed > 0 ? ", of which " + suppressed + " are suppressed" : ""));
    }
    String shown = own == null || isRate ? "" : own.toPlainString();
    return new ColumnSum(indicator, year, numbers, suppressed, sum, shown);
  }
}
