package io.bosett.benchmark.report;

import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.run.Heat;
import io.bosett.model.Result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Every instance: what is known of it, and what each solver made of it. */
final class InstanceTable {
  private final Standings standings;

  InstanceTable(Standings standings) {
    this.standings = standings;
  }

  void write(Markdown out) {
    List<String> header = new ArrayList<>(List.of("instance", "candidates", "best"));
    header.addAll(standings.solvers());
    List<List<String>> rows = new ArrayList<>();
    for (Instance instance : standings.instances()) {
      List<Judged> heats =
          standings.solvers().stream()
              .map(solver -> standings.find(solver, instance.id()))
              .filter(Objects::nonNull)
              .toList();
      List<String> row = new ArrayList<>();
      row.add(instance.id());
      row.add(Integer.toString(heats.get(0).heat().candidates()));
      row.add(best(heats));
      standings.solvers().forEach(solver -> row.add(cell(solver, instance)));
      rows.add(row);
    }
    out.table(header, rows);
  }

  /** The best objective of this run, with a mark where it is proven. */
  private static String best(List<Judged> heats) {
    boolean none = heats.stream().anyMatch(j -> j.verdict() == HeatVerdict.INFEASIBLE);
    boolean proven = heats.stream().anyMatch(j -> j.verdict() == HeatVerdict.VERIFIED);
    return heats.stream()
        .filter(j -> j.verdict() != HeatVerdict.WRONG)
        .map(j -> j.heat().objective())
        .filter(Objects::nonNull)
        .max(Long::compare)
        .map(value -> value + (proven ? "" : " (not proven)"))
        .orElse(none ? "none exists" : "unknown");
  }

  private String cell(String solver, Instance instance) {
    Judged j = standings.find(solver, instance.id());
    if (j == null) {
      return "";
    }
    Heat heat = j.heat();
    if (j.verdict().settled()) {
      return Numbers.time(j.seconds());
    }
    if (heat.status() == Status.FEASIBLE && heat.bound() != null && heat.objective() != null) {
      return "feasible, gap " + (heat.bound() - heat.objective());
    }
    return j.verdict().title();
  }
}
