package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.RowMoveCost;
import org.jspecify.annotations.Nullable;

/** The label-setting search of a component item by item. */
final class ComponentSearch implements NarrowableSearch {
  private final Component component;
  private final CompletionBounds completionBounds;
  private final EffortCounter effort;
  private @Nullable LabelSearch last;
  private long loss;
  private boolean exact;

  /** The number of labels made. */
  long labels;

  ComponentSearch(Component component, SearchRound round) {
    this.component = component;
    effort = round.effort();
    completionBounds = CompletionBounds.toTheEnd(component, round);
  }

  @Override
  public boolean search(long within, int width) throws SearchTooLargeException {
    LabelSearch search = new LabelSearch(component.items(), completionBounds, width, effort);
    last = search;
    Labels end = search.search(within);
    labels += search.labels;
    boolean found = end.count > 0;
    loss = found ? end.losses[0] : RowMoveCost.NEVER;
    exact = !search.dropped || (found && loss <= completionBounds.root());
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
