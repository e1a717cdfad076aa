package io.bosett.program.form;

import java.util.List;

/**
 * Encodes one amount of one candidate, persons or minors, as columns and rows of a MIP.
 *
 * @param mip the model that they are added to
 * @param prefix {@code x} or {@code m}, for the steps
 * @param toggle {@code y} or {@code z}, for the switches
 * @param label of the candidate
 */
record AmountEncoder(MipBuilder mip, String prefix, String toggle, String label) {
  /**
   * Adds columns and rows and returns the amount as a linear expression.
   *
   * @param forms pieces of the range, at least one
   * @param zeroGain gain at 0 where 0 is allowed and not part of a piece
   * @param mustChoose whether the amount has to lie in a piece
   */
  LinearAmount put(List<IncrementalForm> forms, long zeroGain, boolean mustChoose) {
    boolean bare = mustChoose && forms.size() == 1;
    mip.addOffset(bare ? forms.get(0).gain() : mustChoose ? 0 : zeroGain);
    LinearExpression amount = new LinearExpression();
    int[] switches = new int[bare ? 0 : forms.size()];
    for (int k = 0; k < forms.size(); k++) {
      IncrementalForm incrementalForm = forms.get(k);
      int column = -1;
      if (!bare) {
        String name =
            toggle + "_" + label + (forms.size() == 1 ? "" : "_" + incrementalForm.from());
        long gain = Math.subtractExact(incrementalForm.gain(), mustChoose ? 0 : zeroGain);
        column = mip.column(name, 0, 1, gain);
        switches[k] = column;
        if (incrementalForm.from() > 0) {
          amount.add(incrementalForm.from(), column);
        }
      }
      steps(incrementalForm, column, amount);
    }
    if (switches.length > 1) {
      mip.choose("one_" + toggle + "_" + label, switches, mustChoose ? 1 : 0);
    }
    return expression(amount, forms.get(0).from(), bare, mustChoose, switches);
  }

  private void steps(IncrementalForm incrementalForm, int toggleColumn, LinearExpression amount) {
    int at = incrementalForm.from();
    for (int k = 0; k < incrementalForm.widths().length; k++) {
      int width = incrementalForm.widths()[k];
      at += width;
      String name = prefix + "_" + label + "_" + at;
      int column = mip.column(name, 0, width, incrementalForm.slopes()[k]);
      amount.add(1, column);
      if (toggleColumn >= 0) {
        LinearExpression link = new LinearExpression().add(1, column).add(-width, toggleColumn);
        mip.row("on_" + name, link, MipForm.Row.NO_LOWER, 0);
      }
    }
  }

  private static LinearAmount expression(
      LinearExpression amount, int from, boolean bare, boolean mustChoose, int[] switches) {
    long[] coefficients = amount.coefficients();
    int[] whole = new int[coefficients.length];
    for (int k = 0; k < whole.length; k++) {
      whole[k] = Math.toIntExact(coefficients[k]);
    }
    boolean always = mustChoose && from > 0;
    return new LinearAmount(
        bare ? from : 0,
        amount.columns(),
        whole,
        always ? 1 : 0,
        always || from == 0 ? new int[0] : switches);
  }
}
