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
    return hold(program, assignment);
  }

  private static boolean hold(Program program, Assignment assignment) {
    int[] persons = assignment.persons();
    int[] minors = assignment.minors();
    int[] all = new int[program.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    boolean hold =
        program.persons().holds(sum(persons, all))
            && program.minors().holds(sum(minors, all))
            && program.selected().holds(count(persons, all))
            && program.minorsPlaces().holds(count(minors, all));
    for (RegionRule region : program.regions()) {
      hold &=
          region.persons().holds(sum(persons, region.members()))
              && region.minors().holds(sum(minors, region.members()))
              && region.selected().holds(count(persons, region.members()));
    }
    return hold;
  }

  private static long sum(int[] amounts, int[] members) {
    long sum = 0;
    for (int i : members) {
      sum += amounts[i];
    }
    return sum;
  }

  private static long count(int[] amounts, int[] members) {
    long count = 0;
    for (int i : members) {
      count += amounts[i] > 0 ? 1 : 0;
    }
    return count;
  }
}
