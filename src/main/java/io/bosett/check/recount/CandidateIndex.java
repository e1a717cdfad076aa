package io.bosett.check.recount;

import io.bosett.model.Candidates;
import io.bosett.model.Column;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Missing;
import io.bosett.model.Scenario;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** The index of the candidates, ascending by id; arrays of the checker follow this order. */
public final class CandidateIndex {
  private final Dataset dataset;
  private final int[] positions;

  private CandidateIndex(Dataset dataset, int[] positions) {
    this.dataset = dataset;
    this.positions = positions;
  }

  static CandidateIndex of(Scenario scenario, Dataset dataset, Figures figures) {
    BitSet in = named(scenario.candidates(), dataset);
    for (Criterion criterion : scenario.criteria()) {
      if (criterion.base().missing() == Missing.EXCLUDE) {
        dropMissing(in, figures.of(criterion.base().figure(), null));
      }
      Criterion.Tilt tilt = criterion.tilt();
      if (tilt != null && tilt.missing() == Missing.EXCLUDE) {
        dropMissing(in, figures.of(tilt.figure(), tilt.shrink()));
      }
    }
    return new CandidateIndex(dataset, in.stream().toArray());
  }

  private static BitSet named(Candidates candidates, Dataset dataset) {
    BitSet in = new BitSet();
    Candidates.SettledIn settledIn = candidates.settledIn();
    List<String> include = candidates.include();
    if (settledIn == null && include == null) {
      in.set(0, dataset.size());
    }
    if (settledIn != null) {
      addSettled(in, settledIn, dataset);
    }
    if (include != null) {
      include.stream().mapToInt(dataset::position).filter(p -> p >= 0).forEach(in::set);
    }
    candidates.exclude().stream()
        .mapToInt(dataset::position)
        .filter(p -> p >= 0)
        .forEach(in::clear);
    return in;
  }

  private static void addSettled(BitSet in, Candidates.SettledIn settledIn, Dataset dataset) {
    for (int year : dataset.years(settledIn.indicator())) {
      if (year >= settledIn.from() && year <= settledIn.to()) {
        Column cells = Objects.requireNonNull(dataset.column(settledIn.indicator(), year));
        for (int p = 0; p < dataset.size(); p++) {
          if (cells.isSuppressed(p) || cells.value(p) >= 1) {
            in.set(p);
          }
        }
      }
    }
  }

  private static void dropMissing(BitSet in, Figures.Values values) {
    for (int p = in.nextSetBit(0); p >= 0; p = in.nextSetBit(p + 1)) {
      if (values.isMissing(p)) {
        in.clear(p);
      }
    }
  }

  public int size() {
    return positions.length;
  }

  /** Positions in the dataset, by index. */
  int[] positions() {
    return positions;
  }

  /** The position of a candidate in the dataset. */
  public int position(int index) {
    return positions[index];
  }

  public String id(int index) {
    return dataset.municipality(positions[index]);
  }

  /** The index of a municipality, or negative when it is no candidate. */
  public int indexOf(String municipality) {
    int position = dataset.position(municipality);
    return position < 0 ? -1 : Math.max(-1, Arrays.binarySearch(positions, position));
  }
}
