package io.bosett.check.recount;

import io.bosett.model.Candidates;
import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Minors;
import io.bosett.model.Missing;
import io.bosett.model.Scenario;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the checker has recomputed of its own for the last scenario on a dataset, for the next one
 * to use where the two agree: candidates with their figures where the same figures decide, and who
 * may take minors. Of what it is given it believes nothing; the program has a {@code Shape} of its
 * own, which it never sees. Not for several threads.
 */
public final class KeptFigures {
  private final Dataset dataset;
  private @Nullable Of known;
  private @Nullable Group group;

  /** Nothing is known of a dataset yet. */
  public KeptFigures(Dataset dataset) {
    this.dataset = dataset;
  }

  /** The figures that a criterion reads, whatever it then does with them. */
  private record Read(
      Figure base,
      @Nullable Missing missing,
      @Nullable Figure tilt,
      @Nullable Shrink shrink,
      @Nullable Missing missingTilt) {
    static Read by(Criterion criterion) {
      Criterion.Base base = criterion.base();
      Criterion.Tilt tilt = criterion.tilt();
      return tilt == null
          ? new Read(base.figure(), base.missing(), null, null, null)
          : new Read(base.figure(), base.missing(), tilt.figure(), tilt.shrink(), tilt.missing());
    }
  }

  /** The candidates and figures of scenarios that name the same. */
  record Of(
      Candidates candidates,
      List<Read> reads,
      CandidateIndex candidateIndex,
      CriterionValues values) {}

  /** Who may take minors by a rule, among some candidates. */
  private record Group(Minors.@Nullable Who who, CandidateIndex candidateIndex, BitSet may) {}

  /** The dataset. */
  public Dataset dataset() {
    return dataset;
  }

  /** Who of a scenario's candidates may take minors; not to be written. */
  @SuppressWarnings("ReferenceEquality") // an index that is kept is the same object
  BitSet mayTakeMinors(Scenario scenario, CandidateIndex candidateIndex) {
    Minors.Who who = scenario.minors().candidates();
    Group last = group;
    if (last == null || last.candidateIndex != candidateIndex || !Objects.equals(last.who, who)) {
      last =
          new Group(
              who, candidateIndex, MinorsCandidates.of(scenario.minors(), dataset, candidateIndex));
      group = last;
    }
    return last.may;
  }

  /** The candidates of a scenario and their figures. */
  Of of(Scenario scenario) {
    List<Read> reads = new ArrayList<>();
    scenario.criteria().forEach(criterion -> reads.add(Read.by(criterion)));
    Of last = known;
    if (last == null
        || !last.candidates.equals(scenario.candidates())
        || !last.reads.equals(reads)) {
      Figures figures = new Figures(dataset);
      CandidateIndex candidateIndex = CandidateIndex.of(scenario, dataset, figures);
      CriterionValues values = new CriterionValues(scenario, dataset, candidateIndex, figures);
      last = new Of(scenario.candidates(), reads, candidateIndex, values);
      known = last;
    }
    return last;
  }
}
