package io.bosett.solve.decomposition.closing;

import io.bosett.program.Term;

/**
 * A decision of the closing search: a candidate that may leave its best choice, its persons or its
 * minors alone, or all movers of a group at once. Each option changes the sums of the rows and has
 * a loss; the option that changes nothing has loss 0.
 */
public sealed interface ChoiceItem {
  /** The ordinal of {@link Term#PERSONS}. */
  int PERSONS = Term.PERSONS.ordinal();

  /** The ordinal of {@link Term#MINORS}. */
  int MINORS = Term.MINORS.ordinal();

  /** The group, which determines the regions it counts in. */
  int group();

  /** Number of options. */
  int size();

  /** Change of the sum of a {@link Term}, by its ordinal. */
  int change(int option, int term);

  /** The terms that some option changes, by the sum of {@code 1 << ordinal}. */
  int moves();

  /** The loss of the option against the best choice, in scaled units. */
  long loss(int option);

  /** Applies the option to the numbers of all candidates. */
  void apply(int option, int[] persons, int[] minors);

  /**
   * The options of one candidate, listed.
   *
   * @param changes by {@link Term} and option
   */
  record Listed(int candidate, int group, int[][] changes, int moves, long[] losses)
      implements ChoiceItem {
    @Override
    public int size() {
      return losses.length;
    }

    @Override
    public int change(int option, int term) {
      return changes[term][option];
    }

    @Override
    public long loss(int option) {
      return losses[option];
    }

    @Override
    public void apply(int option, int[] persons, int[] minors) {
      persons[candidate] += changes[PERSONS][option];
      minors[candidate] += changes[MINORS][option];
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
    public int moves() {
      return 1 << (ofMinors ? MINORS : PERSONS);
    }

    @Override
    public int change(int option, int term) {
      return term == (ofMinors ? MINORS : PERSONS) ? move(option) : 0;
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
