package io.bosett.solve.decomposition;

/** Takes labels over one item: every option that the budget and the rows leave. */
final class Step {
  private final Stage stage;
  private final Item item;
  private final int[] rows;
  private final long budget;
  private final Labels to;
  private final int[] changes;
  private final int[] state;

  /**
   * @param rows the rows of the search, by their place
   * @param to takes the labels that are made
   */
  Step(Stage stage, Item item, int[] rows, long budget, Labels to) {
    this.stage = stage;
    this.item = item;
    this.rows = rows;
    this.budget = budget;
    this.to = to;
    changes = new int[rows.length];
    state = new int[stage.openAfter().length];
  }

  /** Takes one label over the item. */
  void from(Labels from, int label) {
    int size = item.size();
    long lossBefore = from.losses[label];
    for (int option = 0; option < size; option++) {
      long loss = lossBefore + item.loss(option);
      if (loss > budget) {
        continue;
      }
      for (int p = 0; p < stage.openBefore().length; p++) {
        changes[stage.openBefore()[p]] = from.state(label, p);
      }
      take(option, loss, label);
    }
  }

  private void take(int option, long lossSoFar, int label) {
    for (int row : stage.touched()) {
      int before = stage.opens(row) ? 0 : changes[row];
      changes[row] = before + Component.change(item, option, rows[row]);
    }
    long loss = lossSoFar;
    for (int row : stage.closing()) {
      long rowLoss = stage.outlook(row).finalLoss(changes[row]);
      if (rowLoss > budget - loss) {
        return;
      }
      loss += rowLoss;
    }
    long outlook = stage.untouchedOutlook();
    for (int p = 0; p < state.length; p++) {
      int row = stage.openAfter()[p];
      state[p] = changes[row];
      outlook = Math.max(outlook, stage.outlook(row).leastLoss(changes[row]));
      if (outlook > budget - loss) {
        return;
      }
    }
    to.offer(state, loss, outlook, label, option);
  }
}
