package io.bosett.program;

import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Tilt;
import io.bosett.model.Dataset;
import io.bosett.model.Missing;
import io.bosett.program.figures.Figures.Source;
import io.bosett.program.figures.Spread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validates the candidates' figures of the criteria: missing, negative, all zero, too large. */
final class CriteriaFaults {
  /** Beyond this, squares of differences may overflow. */
  private static final double LARGEST_TILT = 1e150;

  private final Dataset dataset;
  private final CandidateSet candidates;
  private final CandidateFigures figures;
  private final ViolationCollector faults;

  CriteriaFaults(
      Dataset dataset,
      CandidateSet candidates,
      CandidateFigures figures,
      ViolationCollector faults) {
    this.dataset = dataset;
    this.candidates = candidates;
    this.figures = figures;
    this.faults = faults;
  }

  void find(List<Criterion> criteria, CompilePoll poll) {
    for (int c = 0; c < criteria.size(); c++) {
      poll.after(candidates.size());
      String base = "/criteria/" + c + "/base";
      if (!faults.at(base)) {
        base(base, Source.of(criteria.get(c).base()));
      }
      @Nullable Tilt tilt = criteria.get(c).tilt();
      String pointer = "/criteria/" + c + "/tilt";
      if (tilt != null && !faults.at(pointer)) {
        tilt(pointer, Source.of(tilt));
      }
    }
  }

  private void base(String pointer, Source source) {
    ImputedFigure figure = figures.filled(source);
    gaps(pointer, source, figure);
    double[] values = figure.values();
    int[] negative = Matches.among(values.length, i -> values[i] < 0);
    if (negative.length > 0) {
      String few =
          NameLists.few(
              negative.length,
              k -> NameLists.number(values[negative[k]]) + " for " + name(negative[k]));
      faults.add(pointer, "has negative values: " + few, "values of 0 or more");
    }
    if (isAllZero(values)) {
      faults.add(
          pointer,
          "is 0 for all " + values.length + " candidates",
          "a value above 0 for at least one candidate");
    }
  }

  private static boolean isAllZero(double[] values) {
    for (double value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  private void tilt(String pointer, Source source) {
    ImputedFigure figure = figures.filled(source);
    gaps(pointer, source, figure);
    Spread spread = Spread.of(figure.values());
    if (spread.magnitude() > LARGEST_TILT) {
      faults.add(
          pointer,
          "has values from " + spread.least() + " to " + spread.most(),
          "values of at most " + LARGEST_TILT + " in size");
    }
  }

  private void gaps(String pointer, Source source, ImputedFigure figure) {
    int[] gaps = figure.gaps();
    if (gaps.length == 0) {
      return;
    }
    String whom =
        gaps.length
            + " of "
            + candidates.size()
            + " candidates: "
            + NameLists.few(gaps.length, k -> name(gaps[k]));
    String indicator = "'" + source.figure().indicator() + "'";
    if (source.missing() == Missing.COUNTY) {
      String detail = "finds no other value of " + indicator + " in the county of " + whom;
      faults.add(pointer, detail, "\"missing\": \"national\" or \"exclude\" there");
    } else if (source.missing() == Missing.NATIONAL) {
      String detail = "finds no value of " + indicator + " at all for " + whom;
      faults.add(pointer, detail, "another figure");
    } else {
      String detail = "has no value of " + indicator + " for " + whom;
      faults.add(pointer, detail, "\"missing\": \"county\", \"national\" or \"exclude\" there");
    }
  }

  private String name(int candidate) {
    return dataset.municipality(candidates.positions()[candidate]);
  }
}
