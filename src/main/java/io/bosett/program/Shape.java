package io.bosett.program;

import io.bosett.model.Candidates;
import io.bosett.model.CellsRead;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Minors.Who;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.program.figures.Counties;
import io.bosett.program.figures.Figures;
import io.bosett.program.figures.Figures.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What scenarios on one dataset have in common, kept from one compiled scenario to the next, so
 * that the points of a sweep compile only what their axes change. Each part that is kept follows
 * from a part of the scenario alone, and is computed again when that part differs from the last
 * one: programs are bit for bit those that are compiled without a shape. Not thread-safe.
 */
public final class Shape {
  private final Dataset dataset;
  private final Counties counties;
  private final Figures figures;

  /** The last scenario, when there is all that it names; null before. */
  private @Nullable Scenario sound;

  /** What it names, once another scenario is compared with it. */
  private @Nullable Named named;

  private @Nullable Chosen chosen;
  private @Nullable CandidateShape candidates;

  /** The shape of scenarios on a dataset. */
  public Shape(Dataset dataset) {
    this.dataset = dataset;
    counties = new Counties(dataset);
    figures = new Figures(dataset);
  }

  /** What of a scenario names something in its dataset. */
  private record Named(List<CellsRead> cells, @Nullable Who minors, List<Region> regions) {
    static Named by(Scenario scenario) {
      return new Named(
          scenario.reads().toList(), scenario.minors().candidates(), scenario.regions());
    }
  }

  /** What of a scenario decides who the candidates are, and their figures. */
  private record Chosen(Candidates candidates, List<Source> sources) {
    static Chosen by(Scenario scenario) {
      List<Source> sources = new ArrayList<>();
      for (Criterion criterion : scenario.criteria()) {
        Criterion.Tilt tilt = criterion.tilt();
        sources.add(Source.of(criterion.base()));
        if (tilt != null) {
          sources.add(Source.of(tilt));
        }
      }
      return new Chosen(scenario.candidates(), sources);
    }
  }

  /** The dataset. */
  public Dataset dataset() {
    return dataset;
  }

  /** Validates what a scenario names, unless the last one named the same. */
  void findReferences(Scenario scenario, References references, ViolationCollector faults) {
    if (sound == null || !namesTheSame(scenario, sound)) {
      new ScenarioReferences(scenario, references, faults).find(counties);
      sound = faults.isEmpty() ? scenario : null;
      named = null;
    }
  }

  private boolean namesTheSame(Scenario scenario, Scenario before) {
    Named known = named == null ? Named.by(before) : named;
    named = known;
    return known.equals(Named.by(scenario));
  }

  /** The candidates, whose figures are valid as well; null when there are violations. */
  @Nullable CandidateShape candidates(
      Scenario scenario, FixedFaults fixed, ViolationCollector faults, Compiler.Poll poll) {
    Chosen by = Chosen.by(scenario);
    CandidateShape known = by.equals(chosen) ? candidates : null;
    CandidateShape found = known == null ? found(scenario, faults) : known;
    if (found == null) {
      return null;
    }
    fixed.findOthers(scenario.fixed(), found.set());
    if (known == null) {
      new CriteriaFaults(dataset, found.set(), found.figures(), faults)
          .find(scenario.criteria(), poll);
      chosen = faults.isEmpty() ? by : null;
      candidates = faults.isEmpty() ? found : null;
    }
    return found;
  }

  private @Nullable CandidateShape found(Scenario scenario, ViolationCollector faults) {
    CandidateSet set = CandidateSet.of(scenario, dataset, figures, faults);
    return set == null
        ? null
        : new CandidateShape(
            dataset, set, new CandidateFigures(dataset, set, figures, counties), counties);
  }
}
