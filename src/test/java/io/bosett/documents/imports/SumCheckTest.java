package io.bosett.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.imports.facts.ImportFindings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sum of a column beside the total of its file. */
final class SumCheckTest {
  private static List<String> warnings(String total) {
    ImportFindings findings = new ImportFindings();
    SumCheck check = new SumCheck("settled", 2017, findings, "");
    check.add(CellReading.Figure.of("10"));
    check.add(CellReading.Figure.of("20"));
    check.addElsewhere(CellReading.Figure.of("3"));
    check.total(CellReading.Figure.of(total));
    check.close("settled");
    return findings.warnings();
  }

  @Test
  void a_total_may_count_figures_of_no_municipality_or_not() {
    assertThat(warnings("30")).isEmpty();
    assertThat(warnings("33")).isEmpty();
  }

  @Test
  void any_other_total_is_told() {
    assertThat(warnings("32"))
        .singleElement()
        .asString()
        .contains("the total row (32) is not the sum (30)");
  }
}
