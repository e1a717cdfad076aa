package io.bosett;

import java.util.List;
import java.util.Map;

/** What the rooms about sweeps may see; see {@link ArchitectureTest}. */
final class SweepRooms {
  static final Map<String, List<String>> MAY_SEE =
      Map.ofEntries(
          Map.entry("documents.sweep", List.of("documents.json", "model")),
          Map.entry("sweep.draw", List.of("org.hipparchus..")),
          Map.entry("sweep.parquet", List.of()),
          Map.entry(
              "sweep.plan",
              List.of(
                  "sweep.draw",
                  "documents.csv",
                  "documents.dataset",
                  "documents.json",
                  "documents.scenario",
                  "documents.sweep",
                  "solve",
                  "model")),
          Map.entry(
              "sweep.points",
              List.of(
                  "sweep.plan",
                  "sweep.parquet",
                  "documents.json",
                  "documents.sweep",
                  "analysis.compare",
                  "solve",
                  "solve.decomposition",
                  "program",
                  "model")),
          Map.entry(
              "sweep.summary",
              List.of("sweep.plan", "sweep.points", "documents.json", "documents.sweep", "model")),
          Map.entry(
              "sweep.run",
              List.of(
                  "sweep.plan",
                  "sweep.points",
                  "sweep.summary",
                  "sweep.parquet",
                  "documents",
                  "documents.dataset",
                  "documents.json",
                  "documents.scenario",
                  "analysis.compare",
                  "solve",
                  "common",
                  "model")),
          Map.entry(
              "sweep.report",
              List.of(
                  "sweep.plan",
                  "sweep.points",
                  "sweep.parquet",
                  "sweep.run",
                  "sweep.summary",
                  "documents.sweep",
                  "model")),
          Map.entry(
              "cli.sweep",
              List.of(
                  "documents.sweep",
                  "cli.table",
                  "common",
                  "documents",
                  "documents.csv",
                  "documents.result",
                  "service",
                  "solve",
                  "sweep.plan",
                  "sweep.points",
                  "sweep.run",
                  "sweep.report",
                  "model",
                  "picocli..")));

  private SweepRooms() {}
}
