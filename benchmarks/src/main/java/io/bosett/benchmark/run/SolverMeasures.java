package io.bosett.benchmark.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The measures of the default solver that a race does not show, each in processes of its own. */
public final class SolverMeasures {
  /** How many processes there are for the first solve. */
  private static final int FRESH = 20;

  /** Heap for a million candidates, so that the whole process stays below two gigabytes. */
  private static final int MILLION_HEAP_MB = 1_700;

  private static final double PATIENCE = 180;

  private final Contest.Rules rules;
  private final Lines file;

  /** Measures whose lines go to a file. */
  public SolverMeasures(Contest.Rules rules, Lines file) {
    this.rules = rules;
    this.file = file;
  }

  /** Takes all measures that the earlier lines of the same code do not have. */
  public void run(List<Line> before) throws IOException {
    for (String name : TargetProcess.NAMES) {
      boolean done =
          before.stream()
              .anyMatch(
                  line ->
                      line instanceof Measure measure
                          && measure.commit().equals(rules.commit())
                          && measure.name().equals(name));
      if (!done) {
        Measure measure = name.equals(TargetProcess.FIRST) ? first() : measure(name);
        file.add(measure);
        System.err.println(name + ": " + measure.values() + " " + measure.detail());
      }
    }
  }

  private Measure measure(String name) throws IOException {
    int heap = name.equals(TargetProcess.MILLION) ? MILLION_HEAP_MB : rules.heapMb();
    BoundedProcess.Outcome outcome =
        BoundedProcess.run(
            heap, PATIENCE, TargetProcess.class.getName(), List.of(name, rules.commit()));
    Map<String, Double> values = new TreeMap<>();
    if (outcome.line() instanceof Measure said) {
      values.putAll(said.values());
    }
    values.put("peakMb", outcome.ownMb());
    return new Measure(rules.commit(), name, values, outcome.detail());
  }

  /** The medians of the first solve over many fresh processes. */
  private Measure first() throws IOException {
    Map<String, Samples> samples = new TreeMap<>();
    String detail = "";
    for (int k = 0; k < FRESH; k++) {
      Measure one = measure(TargetProcess.FIRST);
      one.values()
          .forEach((key, value) -> samples.computeIfAbsent(key, x -> new Samples()).add(value));
      detail = one.detail().isEmpty() ? detail : one.detail();
    }
    Map<String, Double> values = new TreeMap<>();
    samples.forEach((key, series) -> values.put(key, series.median()));
    values.put("processes", (double) FRESH);
    return new Measure(rules.commit(), TargetProcess.FIRST, values, detail);
  }
}
