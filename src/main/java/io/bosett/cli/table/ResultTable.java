package io.bosett.cli.table;

import io.bosett.analysis.conflict.ConflictText;
import io.bosett.model.Conflict;
import io.bosett.model.CountPhrases;
import io.bosett.model.Result;
import io.bosett.model.Result.Disturbance;
import io.bosett.model.Result.FitReport;
import io.bosett.model.Result.Place;
import io.bosett.model.Result.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text table of a result: the summary first, then the places or the conflict. */
public final class ResultTable {
  private static final List<String> PHASES = List.of("compile", "solve", "certify", "conflict");

  private final Result result;
  private final List<String> lines = new ArrayList<>();
  private final TextTable summary = new TextTable("ll");

  private ResultTable(Result result) {
    this.result = result;
  }

  /** The lines of the table. */
  public static List<String> lines(Result result) {
    ResultTable table = new ResultTable(result);
    table.write();
    return table.lines;
  }

  private void write() {
    if (!result.scenario().isEmpty()) {
      lines.add(clean(result.scenario()));
      lines.add("");
    }
    summary.add("status", status());
    if (result.objective() != null) {
      worth();
    } else if (result.bound() != null) {
      summary.add("bound", NumberText.persons(result.bound()) + " persons");
    }
    solver();
    lines.addAll(summary.lines());
    places();
    conflict();
  }

  private String status() {
    Result.Proof proof = result.proof();
    Result.Stopped stopped = result.stopped();
    String status = result.status().name();
    if (proof == Result.Proof.CERTIFIED) {
      return status + ", CERTIFIED: proven by the checker from the certificate alone";
    } else if (proof == Result.Proof.CLAIMED) {
      return status + ", CLAIMED: rests on the word of a solver: " + result.solver().claim();
    } else if (stopped == Result.Stopped.TIME_LIMIT) {
      return status + ", not proven: the time limit was reached";
    } else if (stopped == Result.Stopped.CANCELED) {
      return status + ", not proven: canceled";
    }
    return status + ", not proven";
  }

  private void worth() {
    summary.add("objective", NumberText.persons(result.objective()) + " persons");
    Long gap = result.gap();
    summary.add(
        "bound",
        NumberText.persons(result.bound())
            + (gap == null ? "" : " persons, gap " + (gap == 0 ? "0" : NumberText.persons(gap))));
    FitReport fit = result.fit();
    if (fit != null) {
      summary.add("fit", fit(fit));
      fit.criteria().forEach(c -> summary.add("", "  " + clean(c.id()) + " " + four(c)));
    }
    totals(result.totals());
    Disturbance disturbance = result.disturbance();
    if (disturbance != null) {
      summary.add("changes", changes(disturbance));
    }
  }

  private static String four(FitReport.OfCriterion criterion) {
    Double fit = criterion.fit();
    return fit == null ? "none: persons at a target of 0" : four(fit);
  }

  private static String fit(FitReport fit) {
    Double minors = fit.minors();
    return four(fit.total())
        + " (1 is a perfect match): persons "
        + four(fit.persons())
        + (minors == null ? "" : ", minors " + four(minors));
  }

  private void totals(Totals totals) {
    summary.add(
        "persons",
        CountPhrases.count(totals.persons())
            + " in "
            + CountPhrases.count(totals.selected())
            + " of "
            + CountPhrases.candidates(totals.candidates()));
    if (totals.minors() > 0) {
      summary.add(
          "minors",
          CountPhrases.count(totals.minors())
              + " of them, in "
              + CountPhrases.places(totals.minorsMunicipalities()));
    }
    if (!result.filledIn().isEmpty()) {
      summary.add("filled in", CountPhrases.of(result.filledIn().size(), "figure", "figures"));
    }
  }

  private static String changes(Disturbance disturbance) {
    return CountPhrases.persons(disturbance.persons())
        + " moved and "
        + CountPhrases.of(disturbance.switches(), "switch", "switches")
        + " against the previous allocation, at a cost of "
        + NumberText.persons(disturbance.cost())
        + " persons";
  }

  private void solver() {
    Result.SolverReport solver = result.solver();
    String phases =
        solver.phases().entrySet().stream()
            .sorted(Comparator.comparingInt(phase -> PHASES.indexOf(phase.getKey())))
            .map(phase -> phase.getKey() + " " + NumberText.seconds(phase.getValue()))
            .collect(Collectors.joining(", "));
    summary.add(
        "solver",
        solver.name()
            + " "
            + solver.version()
            + ", "
            + NumberText.seconds(solver.seconds())
            + (phases.isEmpty() ? "" : " (" + phases + ")"));
  }

  private void places() {
    if (result.places().isEmpty()) {
      return;
    }
    lines.add("");
    TextTable columns =
        new TextTable(
            "lllrrrrl", "id", "name", "county", "persons", "minors", "target", "cap", "held by");
    result.places().forEach(place -> columns.add(row(place)));
    lines.addAll(columns.lines());
  }

  private static String[] row(Place place) {
    String binding =
        place.binding().stream()
            .map(b -> b.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return new String[] {
      clean(place.municipality()),
      clean(place.name()),
      clean(place.county()),
      CountPhrases.count(place.persons()),
      place.minors() == 0 ? "" : CountPhrases.count(place.minors()),
      NumberText.decimal(place.target(), 1),
      CountPhrases.count(place.cap()),
      binding
    };
  }

  private void conflict() {
    @Nullable Conflict conflict = result.conflict();
    if (conflict != null) {
      lines.add("");
      ConflictText.of(conflict).lines().forEach(line -> lines.add(clean(line)));
    }
  }

  private static String four(double value) {
    return NumberText.decimal(value, 4);
  }

  /** The text without control characters, which could send escape sequences to the terminal. */
  public static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
