package io.bosett.oracle;

import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Prints a problem for failure messages. */
final class Readable {
  private Readable() {}

  static String text(Problem problem) {
    StringBuilder text = new StringBuilder("\n");
    for (RecordComponent part : Scenario.class.getRecordComponents()) {
      try {
        Object value = part.getAccessor().invoke(problem.scenario());
        text.append("  %-11s %s\n".formatted(part.getName(), value));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + part, e);
      }
    }
    Dataset dataset = problem.dataset();
    for (int i = 0; i < dataset.size(); i++) {
      text.append("  ").append(dataset.municipality(i)).append(" in ").append(dataset.county(i));
      for (String indicator : dataset.indicators().keySet()) {
        for (int year : dataset.years(indicator)) {
          text.append(", ").append(indicator).append(' ').append(year).append(' ');
          text.append(cell(dataset.column(indicator, year), i));
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String cell(@Nullable Column column, int position) {
    if (column == null || column.isMissing(position)) {
      return "-";
    }
    return column.isSuppressed(position) ? "s" : "" + column.value(position);
  }
}
