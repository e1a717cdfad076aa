package io.bosett.solve.decomposition;

import org.jspecify.annotations.Nullable;

/** The search of a component item by item. */
final class RowSearch implements Search {
  private final Component component;
  private final Outlooks outlooks;
  private final Effort effort;
  private @Nullable LabelSearch last;
  private long loss;
  private boolean exact;

  /** Labels made. */
  long labels;

  RowSearch(Component component, Round round) {
    this.component = component;
    effort = round.effort();
    outlooks = Outlooks.toTheEnd(component, round);
  }

  @Override
  public boolean search(long within, int width) throws SearchTooLargeException {
    LabelSearch search = new LabelSearch(component.items(), outlooks, width, effort);
    last = search;
    Labels end = search.search(within);
    labels += search.labels;
    boolean found = end.count > 0;
    loss = found ? end.losses[0] : MoveCost.NEVER;
    exact = !search.dropped || found && loss <= outlooks.root();
    return found;
  }

  @Override
  public long loss() {
    return loss;
  }

  @Override
  public boolean isExact() {
    return exact;
  }

  @Override
  public void apply(int[] persons, int[] minors) {
    if (last != null) {
      last.apply(0, persons, minors);
    }
  }
}
