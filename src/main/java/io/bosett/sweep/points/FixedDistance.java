package io.bosett.sweep.points;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.model.Result;
import io.bosett.program.Program;
import io.bosett.sweep.points.PointOutcome.Distance;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a fixed allocation is from the optimum of a point. Its loss is the difference of the
 * gains that the point's program gives both, over its candidates; whether the allocation satisfies
 * the point's rules does not matter. Where its minors are not known, minors count on neither side.
 */
final class FixedDistance {
  private final ComparedAllocation fixed;

  FixedDistance(ComparedAllocation fixed) {
    this.fixed = fixed;
  }

  Distance from(Program program, Result result) {
    Map<String, Result.Place> places = new HashMap<>();
    long total = 0;
    long common = 0;
    for (Result.Place place : result.places()) {
      places.put(place.municipality(), place);
      total += place.persons();
      common += Math.min(place.persons(), fixed.personsOf(place.municipality()));
    }
    return new Distance(loss(program, places), Math.min(total, fixed.total()) - common);
  }

  private @Nullable Long loss(Program program, Map<String, Result.Place> places) {
    @Nullable SortedMap<String, Integer> minors = fixed.minors();
    long loss = 0;
    try {
      for (int i = 0; i < program.size(); i++) {
        String id = program.candidates().ids()[i];
        Result.@Nullable Place place = places.get(id);
        int persons = place == null ? 0 : place.persons();
        long gain = program.personsGain(i, persons);
        loss = Math.addExact(loss, gain);
        loss = Math.subtractExact(loss, program.personsGain(i, fixed.personsOf(id)));
        if (minors != null) {
          loss = Math.addExact(loss, program.minorsGain(i, place == null ? 0 : place.minors()));
          loss = Math.subtractExact(loss, program.minorsGain(i, minors.getOrDefault(id, 0)));
        }
      }
      return loss;
    } catch (ArithmeticException e) {
      return null; // persons where the target is 0, whose gain has no bound
    }
  }
}
