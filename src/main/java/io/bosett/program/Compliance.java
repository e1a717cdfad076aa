package io.bosett.program;

/** Checks an assignment against the rules of a program. */
public final class Compliance {
  private Compliance() {}

  /** Whether an assignment satisfies every rule of a program, each candidate's own included. */
  public static boolean allows(Program program, Assignment assignment) {
    for (int i = 0; i < program.size(); i++) {
      if (!program.allows(i, assignment.persons()[i], assignment.minors()[i])) {
        return false;
      }
    }
    return program.rules().stream().allMatch(rule -> rule.holds(assignment));
  }
}
