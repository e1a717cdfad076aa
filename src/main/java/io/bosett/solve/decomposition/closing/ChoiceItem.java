package io.bosett.solve.decomposition.closing;

/**
 * A decision of the closing search: a candidate that may leave its best choice, its persons or its
 * minors alone, or all movers of a group at once. Each option changes the sums of the rows and has
 * a loss; the option that changes nothing has loss 0.
 */
public sealed interface ChoiceItem {
  /** The group, which determines the regions it counts in. */
  int group();

  /** Number of options. */
  int size();

  /** Change of the persons. */
  int persons(int option);

  /** Change of the selected. */
  int selected(int option);

  /** Change of the minors. */
  int minors(int option);

  /** Change of the places with minors. */
  int places(int option);

  /** The loss of the option against the best choice, in scaled units. */
  long loss(int option);

  /** Applies the option to the numbers of all candidates. */
  void apply(int option, int[] persons, int[] minors);

  /** The enumerated options of one candidate. */
  record Listed(
      int candidate,
      int group,
      int[] persons,
      int[] selected,
      int[] minors,
      int[] places,
      long[] losses)
      implements ChoiceItem {
    @Override
    public int size() {
      return losses.length;
    }

    @Override
    public int persons(int option) {
      return persons[option];
    }

    @Override
    public int selected(int option) {
      return selected[option];
    }

    @Override
    public int minors(int option) {
      return minors[option];
    }

    @Override
    public int places(int option) {
      return places[option];
    }

    @Override
    public long loss(int option) {
      return losses[option];
    }

    @Override
    public void apply(int option, int[] allPersons, int[] allMinors) {
      allPersons[candidate] += persons[option];
      allMinors[candidate] += minors[option];
    }
  }

  /**
   * Candidates of one group whose persons (or minors) move by single steps at rising losses. To
   * move together by {@code a} at least loss they take the {@code a} cheapest single steps, so one
   * curve stands for them all (the infimal convolution of convex functions).
   *
   * @param ofMinors whether minors move, else persons
   * @param down candidates that give one, cheapest first, in order
   * @param up candidates that take one, cheapest first, in order
   * @param losses by option; option {@code k} moves by {@code k - down.length}
   */
  record Merged(int group, boolean ofMinors, int[] down, int[] up, long[] losses)
      implements ChoiceItem {
    @Override
    public int size() {
      return losses.length;
    }

    private int move(int option) {
      return option - down.length;
    }

    @Override
    public int persons(int option) {
      return ofMinors ? 0 : move(option);
    }

    @Override
    public int selected(int option) {
      return 0;
    }

    @Override
    public int minors(int option) {
      return ofMinors ? move(option) : 0;
    }

    @Override
    public int places(int option) {
      return 0;
    }

    @Override
    public long loss(int option) {
      return losses[option];
    }

    @Override
    public void apply(int option, int[] persons, int[] minors) {
      int[] numbers = ofMinors ? minors : persons;
      for (int k = 0; k < move(option); k++) {
        numbers[up[k]]++;
      }
      for (int k = 0; k < -move(option); k++) {
        numbers[down[k]]--;
      }
    }
  }
}
