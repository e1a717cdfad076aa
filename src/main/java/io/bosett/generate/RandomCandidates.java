package io.bosett.generate;

import io.bosett.model.Candidates;
import io.bosett.model.Candidates.SettledIn;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws the candidate rules; the first municipality is always a candidate. */
final class RandomCandidates {
  private RandomCandidates() {}

  static Candidates draw(SeededRandom draw, List<String> municipalities) {
    if (draw.chance(0.65)) {
      return Candidates.ALL;
    }
    @Nullable SettledIn settledIn =
        draw.chance(0.6)
            ? new SettledIn(
                SettledIn.DEFAULT_INDICATOR,
                draw.between(RandomFigures.FIRST_YEAR, RandomFigures.LAST_YEAR),
                RandomFigures.LAST_YEAR)
            : null;
    List<String> others = municipalities.subList(1, municipalities.size());
    List<String> exclude = draw.chance(0.4) ? draw.some(others, 0.2) : List.of();
    return new Candidates(settledIn, include(draw, municipalities, exclude), exclude);
  }

  private static @Nullable List<String> include(
      SeededRandom draw, List<String> municipalities, List<String> exclude) {
    if (draw.chance(0.5)) {
      return null;
    }
    List<String> include = new ArrayList<>(draw.some(municipalities, 0.8));
    include.remove(municipalities.get(0));
    include.add(municipalities.get(0));
    include.removeAll(exclude);
    return include;
  }

  /** The ids of the candidates, ascending. */
  static List<String> ids(Dataset dataset, Candidates candidates, Set<Integer> missing) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < dataset.size(); i++) {
      if (!missing.contains(i) && isCandidate(dataset, candidates, i)) {
        ids.add(dataset.municipality(i));
      }
    }
    return ids;
  }

  private static boolean isCandidate(Dataset dataset, Candidates candidates, int position) {
    String id = dataset.municipality(position);
    @Nullable SettledIn settledIn = candidates.settledIn();
    @Nullable List<String> include = candidates.include();
    boolean in =
        (settledIn == null && include == null)
            || (include != null && include.contains(id))
            || (settledIn != null && settled(dataset, settledIn, position));
    return in && !candidates.exclude().contains(id);
  }

  private static boolean settled(Dataset dataset, SettledIn settledIn, int position) {
    for (int year = settledIn.from(); year <= settledIn.to(); year++) {
      @Nullable Column column = dataset.column(settledIn.indicator(), year);
      if (column != null && (column.isSuppressed(position) || column.value(position) >= 1)) {
        return true;
      }
    }
    return false;
  }
}
