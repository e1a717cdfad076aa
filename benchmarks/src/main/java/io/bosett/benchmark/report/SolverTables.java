package io.bosett.benchmark.report;

import io.bosett.benchmark.instances.Instance;
import io.bosett.model.Result.Proof;
import java.util.ArrayList;
import java.util.List;

/** Solvers against each other: first what they answered, then how fast. */
final class SolverTables {
  /** What is added to times before their logarithms are averaged, in seconds. */
  private static final double SHIFT = 0.01;

  private final Standings standings;
  private final Markdown out;

  SolverTables(Standings standings, Markdown out) {
    this.standings = standings;
    this.out = out;
  }

  /** How many answers of which class every solver gave. */
  void classes() {
    List<String> header = new ArrayList<>(List.of("solver", "instances"));
    for (HeatVerdict verdict : HeatVerdict.values()) {
      header.add(verdict.title());
    }
    header.add(3, "of these certified");
    header.add("not tried");
    List<List<String>> rows = new ArrayList<>();
    for (String solver : standings.solvers()) {
      List<Judged> heats = standings.of(solver);
      List<String> row = new ArrayList<>(List.of(solver, text(heats.size())));
      for (HeatVerdict verdict : HeatVerdict.values()) {
        row.add(text(heats.stream().filter(j -> j.verdict() == verdict).count()));
      }
      row.add(3, text(heats.stream().filter(SolverTables::certifiedOptimum).count()));
      row.add(text(standings.skipped().stream().filter(s -> s.solver().equals(solver)).count()));
      rows.add(row);
    }
    out.table(header, rows);
  }

  private static boolean certifiedOptimum(Judged j) {
    return j.verdict() == HeatVerdict.VERIFIED && j.heat().proof() == Proof.CERTIFIED;
  }

  private static String text(long count) {
    return Long.toString(count);
  }

  /** Times over the instances that all solvers met. */
  void times() {
    List<Instance> common = standings.common();
    if (common.isEmpty()) {
      return;
    }
    out.paragraph(
        "Times over the "
            + common.size()
            + " instances that every solver met: compile, solve and "
            + "certify, warm. What was not settled counts as the time limit, in PAR10 as ten times "
            + "the limit.");
    List<List<String>> rows = new ArrayList<>();
    for (String solver : standings.solvers()) {
      double[] times = penalized(solver, common, 1);
      double[] tenfold = penalized(solver, common, 10);
      rows.add(
          List.of(
              solver,
              Numbers.time(Numbers.shiftedGeometricMean(times, SHIFT)),
              Numbers.time(java.util.Arrays.stream(tenfold).average().orElse(0)),
              Numbers.time(Numbers.median(times)),
              Numbers.time(Numbers.quantile(times, 0.1)),
              Numbers.time(Numbers.quantile(times, 0.9)),
              Numbers.time(times[times.length - 1])));
    }
    out.table(
        List.of(
            "solver",
            "shifted geometric mean (10 ms)",
            "PAR10",
            "median",
            "10 %",
            "90 %",
            "longest"),
        rows);
  }

  private double[] penalized(String solver, List<Instance> instances, double times) {
    return instances.stream()
        .map(i -> standings.find(solver, i.id()))
        .mapToDouble(j -> j == null ? 0 : Standings.penalized(j, times))
        .sorted()
        .toArray();
  }

  /** Family by family: settled of tried, and the shifted geometric mean. */
  void families() {
    List<String> header = new ArrayList<>(List.of("family", "instances"));
    header.addAll(standings.solvers());
    List<List<String>> rows = new ArrayList<>();
    for (String family : standings.families()) {
      long count = standings.instances().stream().filter(i -> i.family().equals(family)).count();
      List<String> row = new ArrayList<>(List.of(family, text(count)));
      standings.solvers().forEach(solver -> row.add(ofFamily(solver, family)));
      rows.add(row);
    }
    out.paragraph(
        "Settled of tried, and the shifted geometric mean over those tried (unsettled: the limit).");
    out.table(header, rows);
  }

  private String ofFamily(String solver, String family) {
    List<Judged> heats =
        standings.of(solver).stream().filter(j -> j.family().equals(family)).toList();
    if (heats.isEmpty()) {
      return "";
    }
    long settled = heats.stream().filter(j -> j.verdict().settled()).count();
    double[] times = heats.stream().mapToDouble(j -> Standings.penalized(j, 1)).toArray();
    String mean = Numbers.time(Numbers.shiftedGeometricMean(times, SHIFT));
    return settled + "/" + heats.size() + ", " + mean;
  }
}
