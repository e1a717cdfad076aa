package io.bosett.program.form;

import io.bosett.program.Assignment;
import java.util.List;

/**
 * The values of a form's columns for an assignment: the right piece switched on, its steps filled
 * from the bottom.
 */
public final class Filling {
  private Filling() {}

  public static long[] of(MipForm form, Assignment assignment) {
    long[] values = new long[form.columns().size()];
    fill(form, form.persons(), assignment.persons(), values);
    fill(form, form.minors(), assignment.minors(), values);
    return values;
  }

  private static void fill(MipForm form, List<LinearAmount> amounts, int[] wanted, long[] values) {
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i] > 0 || isSwitchless(form, amounts.get(i))) {
        fill(form, amounts.get(i), wanted[i], values);
      }
    }
  }

  private static boolean isSwitchless(MipForm form, LinearAmount linearAmount) {
    return linearAmount.columns().length == 0 || !isSwitch(form, linearAmount, 0);
  }

  /** Switches come before the steps of their piece, and are the only columns named y or z. */
  private static boolean isSwitch(MipForm form, LinearAmount linearAmount, int k) {
    String name = form.columns().get(linearAmount.columns()[k]).name();
    return name.startsWith("y") || name.startsWith("z");
  }

  private static void fill(MipForm form, LinearAmount linearAmount, int wanted, long[] values) {
    int at = 0;
    for (int k = 0; k < linearAmount.columns().length; k++) {
      if (isSwitch(form, linearAmount, k) && linearAmount.coefficients()[k] <= wanted) {
        at = k;
      }
    }
    int left = wanted - linearAmount.constant();
    for (int k = at; k < linearAmount.columns().length; k++) {
      int column = linearAmount.columns()[k];
      if (isSwitch(form, linearAmount, k)) {
        if (k > at) {
          break;
        }
        values[column] = 1;
        left -= linearAmount.coefficients()[k];
      } else {
        long step = Math.min(left, form.columns().get(column).upper());
        values[column] = step;
        left -= (int) step;
      }
    }
  }
}
