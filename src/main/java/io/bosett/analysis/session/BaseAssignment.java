package io.bosett.analysis.session;

import io.bosett.model.Ids;
import io.bosett.model.Result;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
import java.util.Arrays;

/** Reads the assignment of a result of the program's own scenario. */
final class BaseAssignment {
  private BaseAssignment() {}

  static Assignment of(Program program, Result result) {
    int[] persons = new int[program.size()];
    int[] minors = new int[program.size()];
    for (Result.Place place : result.places()) {
      int i =
          Arrays.binarySearch(program.candidates().ids(), place.municipality(), Ids.BY_CODE_POINT);
      persons[i] = place.persons();
      minors[i] = place.minors();
    }
    return new Assignment(persons, minors);
  }
}
