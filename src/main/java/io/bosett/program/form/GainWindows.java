package io.bosett.program.form;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import java.util.Arrays;

/**
 * The windows of amounts, per candidate, in which a form has exact gains. Outside its window a gain
 * is continued along the tangent, with one column for any distance, so that a form needs columns
 * only for what a solver is likely to use (column reduction).
 *
 * @param personsFrom lower ends
 * @param personsTo upper ends
 * @param minorsFrom lower ends
 * @param minorsTo upper ends
 */
public record GainWindows(int[] personsFrom, int[] personsTo, int[] minorsFrom, int[] minorsTo) {
  /** No windows: gains exact everywhere. */
  public static GainWindows none(int candidates) {
    int[] from = new int[candidates];
    int[] to = new int[candidates];
    Arrays.fill(to, Integer.MAX_VALUE);
    return new GainWindows(from, to, from, to);
  }

  /**
   * Windows around the amounts that each candidate is likely to get. None for piecewise linear
   * gains with few breakpoints, which need as few columns without.
   *
   * @throws FormStoppedException when it is time to stop before the end
   */
  public static GainWindows likely(Program program, StopPoll poll) {
    return program.personsGains().shape().isQuadratic()
        ? around(PriceEstimate.of(program, poll))
        : none(program.size());
  }

  /**
   * Windows that keep the program's optimum exactly: they hold every amount that an assignment as
   * good as a given one can have. The better the assignment and the multipliers, the fewer columns.
   *
   * @param good an assignment that satisfies all rules
   * @param multipliers in the order of the program's rules, as those of a certificate
   * @param scale of the multipliers
   */
  public static GainWindows ofCutoff(
      Program program, Assignment good, long[] multipliers, int scale) {
    return CutoffBounds.of(program, good, multipliers, scale);
  }

  /**
   * Windows around an assignment, reaching an eighth of the amount and at least 3 to both sides.
   */
  public static GainWindows around(Assignment assignment) {
    int n = assignment.persons().length;
    GainWindows narrow = new GainWindows(new int[n], new int[n], new int[n], new int[n]);
    for (int i = 0; i < n; i++) {
      set(narrow.personsFrom, narrow.personsTo, i, assignment.persons()[i]);
      set(narrow.minorsFrom, narrow.minorsTo, i, assignment.minors()[i]);
    }
    return narrow;
  }

  /** Whether a form made with these windows is exact at an assignment. */
  public boolean contain(Assignment assignment, MipForm form) {
    for (int i = 0; i < personsFrom.length; i++) {
      if (personsOutside(i, assignment, form) || minorsOutside(i, assignment, form)) {
        return false;
      }
    }
    return true;
  }

  /** Windows that contain these and, where the assignment lies outside, its surroundings. */
  public GainWindows widenedTo(Assignment assignment, MipForm form) {
    GainWindows around = around(assignment);
    GainWindows wide =
        new GainWindows(
            personsFrom.clone(), personsTo.clone(), minorsFrom.clone(), minorsTo.clone());
    for (int i = 0; i < personsFrom.length; i++) {
      if (personsOutside(i, assignment, form)) {
        wide.personsFrom[i] = Math.min(personsFrom[i], around.personsFrom[i]);
        wide.personsTo[i] = Math.max(personsTo[i], around.personsTo[i]);
      }
      if (minorsOutside(i, assignment, form)) {
        wide.minorsFrom[i] = Math.min(minorsFrom[i], around.minorsFrom[i]);
        wide.minorsTo[i] = Math.max(minorsTo[i], around.minorsTo[i]);
      }
    }
    return wide;
  }

  private boolean personsOutside(int i, Assignment assignment, MipForm form) {
    int amount = assignment.persons()[i];
    return outside(personsFrom[i], personsTo[i], amount, form.persons().get(i));
  }

  private boolean minorsOutside(int i, Assignment assignment, MipForm form) {
    int amount = assignment.minors()[i];
    return outside(minorsFrom[i], minorsTo[i], amount, form.minors().get(i));
  }

  /** Where a switch turns the amount off, or the range is empty, 0 is always exact. */
  private static boolean outside(int from, int to, int amount, LinearAmount how) {
    boolean switchedOff = amount == 0 && (how.switches().length > 0 || how.columns().length == 0);
    return !switchedOff && (amount < from || amount > to);
  }

  private static void set(int[] from, int[] to, int i, int amount) {
    int reach = Math.max(3, amount / 8);
    from[i] = Math.max(0, amount - reach);
    to[i] = amount + reach;
  }
}
