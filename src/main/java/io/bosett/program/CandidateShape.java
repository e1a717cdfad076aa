package io.bosett.program;

import io.bosett.model.Dataset;
import io.bosett.model.Minors.Who;
import io.bosett.model.Region;
import io.bosett.model.Result.FilledIn;
import io.bosett.program.figures.Counties;
import io.bosett.program.figures.Memo;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A set of candidates with what follows from it, kept for scenarios that share it. */
final class CandidateShape {
  private final CandidateSet set;
  private final CandidateFigures figures;
  private final Memo<Optional<Who>, BitSet> mayTakeMinors;
  private final RegionMembers members;
  private List<Region> regions = List.of();
  private List<SharedRule> regional = List.of();
  private @Nullable List<FilledIn> filledIn;

  CandidateShape(Dataset dataset, CandidateSet set, CandidateFigures figures, Counties counties) {
    this.set = set;
    this.figures = figures;
    mayTakeMinors = new Memo<>(who -> MinorsCandidates.of(who.orElse(null), dataset, set));
    members = new RegionMembers(dataset, set, counties);
  }

  CandidateSet set() {
    return set;
  }

  CandidateFigures figures() {
    return figures;
  }

  /** The candidates that may take minors; not to be written. */
  BitSet mayTakeMinors(@Nullable Who who) {
    return mayTakeMinors.at(Optional.ofNullable(who));
  }

  /** The rules of regions, unless it is time to stop before they are found. */
  List<SharedRule> regional(List<Region> wanted, Compiler.Poll poll) {
    if (!wanted.equals(regions)) {
      regional = SharedRules.regional(wanted, members, poll);
      regions = wanted;
    }
    return regional;
  }

  /** The imputed values, once the figures of all criteria have been asked for. */
  List<FilledIn> filledIn() {
    List<FilledIn> known = filledIn == null ? figures.filledIn() : filledIn;
    filledIn = known;
    return known;
  }
}
