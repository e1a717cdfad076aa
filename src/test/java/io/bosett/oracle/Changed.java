package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.SessionProgress;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.analysis.session.SolveSession;
import io.bosett.program.Assignment;
import io.bosett.solve.CancellationToken;
import java.util.List;

/** Allocations put together from the optimum and differences from it. */
final class Changed {
  private Changed() {}

  /** The optimum with some numbers changed. */
  static Assignment by(SolveSession session, List<NumberChange> changes) {
    return by(session, session.assignment(), changes);
  }

  /** Another allocation of the session's candidates with some numbers changed. */
  static Assignment by(SolveSession session, Assignment before, List<NumberChange> changes) {
    int[] persons = before.persons().clone();
    int[] minors = before.minors().clone();
    List<String> ids = List.of(session.program().candidates().ids());
    for (NumberChange change : changes) {
      int i = ids.indexOf(change.municipality());
      assertThat(new NumberChange.Numbers(persons[i], minors[i])).isEqualTo(change.from());
      persons[i] = change.to().persons();
      minors[i] = change.to().minors();
    }
    return new Assignment(persons, minors);
  }

  static SessionSettings threads(int count) {
    return new SessionSettings(count, new CancellationToken(), SessionProgress.NONE);
  }
}
