package io.bosett.solve.decomposition.closing;

import io.bosett.program.Bounds;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import io.bosett.solve.decomposition.model.ExactEvaluator;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the items of the closing search for a budget: every choice of every candidate within the
 * budget is an option of exactly one item. A candidate that stays selected in all of them and whose
 * minors fit whatever its persons are is split into an item of persons and one of minors; where
 * such an item only moves by single steps at rising losses it joins the group's merged one.
 */
public final class ChoiceItems {
  /** Limit on the options of all items together. */
  private static final int MOST_OPTIONS = 2_000_000;

  private final ExactEvaluator exactEvaluator;
  private final LossBudgets lossBudgets;
  private final LagrangianSolution base;
  private final List<ChoiceItem> items = new ArrayList<>();
  private final OptionList options = new OptionList();

  /** Candidates whose persons only move by steps: id, least and most persons. */
  private final OptionList movers = new OptionList();

  private final StepMerger[] personsDown;
  private final StepMerger[] personsUp;
  private final StepMerger[] minorsDown;
  private final StepMerger[] minorsUp;
  private final boolean minorsByRegion;
  private int total;

  /** The budget of the present candidate. */
  private long budget;

  /** What the best persons and minors of the candidate that is being split are worth. */
  private long worthOfPersons;

  private long worthOfMinors;

  /** Enumerating more options than this is useless. */
  private int enough = Integer.MAX_VALUE;

  private ChoiceItems(
      ExactEvaluator exactEvaluator, LagrangianSolution base, LossBudgets lossBudgets) {
    this.exactEvaluator = exactEvaluator;
    this.base = base;
    minorsByRegion = exactEvaluator.groups.all().limitMinorsOfRegions();
    this.lossBudgets = lossBudgets;
    int groups = exactEvaluator.groups.count();
    personsDown = new StepMerger[groups];
    personsUp = new StepMerger[groups];
    minorsDown = new StepMerger[groups];
    minorsUp = new StepMerger[groups];
  }

  /** The items for a budget in scaled units. */
  public static List<ChoiceItem> of(
      ExactEvaluator exactEvaluator, LagrangianSolution base, long budget)
      throws SearchTooLargeException {
    return of(exactEvaluator, base, LossBudgets.alike(exactEvaluator.groups, budget));
  }

  /** The items for each group's budget. */
  public static List<ChoiceItem> of(
      ExactEvaluator exactEvaluator, LagrangianSolution base, LossBudgets lossBudgets)
      throws SearchTooLargeException {
    ChoiceItems made = new ChoiceItems(exactEvaluator, base, lossBudgets);
    for (int i = 0; i < base.nextLoss.length; i++) {
      made.budget = lossBudgets.budgets()[exactEvaluator.groupOf(i)];
      if (base.nextLoss[i] <= made.budget) {
        exactEvaluator.look(i);
        made.candidate();
      }
    }
    made.merge();
    return made.items;
  }

  /** Finds second choices within a budget, candidate by candidate. */
  public static ChoiceItems ofSecondChoices(
      ExactEvaluator exactEvaluator, LagrangianSolution base, long budget) {
    ChoiceItems made =
        new ChoiceItems(exactEvaluator, base, LossBudgets.alike(exactEvaluator.groups, budget));
    made.budget = budget;
    made.enough = 2;
    return made;
  }

  /** Whether the present candidate has a second choice within the budget. */
  public boolean hasSecondChoice() {
    total = 0;
    try {
      choices();
    } catch (SearchTooLargeException e) {
      throw new IllegalStateException("two options are never too many", e);
    }
    return options.count > 1;
  }

  private void candidate() throws SearchTooLargeException {
    long dropLoss = dropLoss();
    boolean stays = exactEvaluator.x > 0 && exactEvaluator.apart && dropLoss > budget;
    if (stays && split()) {
      return;
    }
    choices();
    list(exactEvaluator.x, exactEvaluator.m);
  }

  private void choices() throws SearchTooLargeException {
    options.clear();
    if (dropLoss() <= budget) {
      options.add(0, 0, dropLoss());
    }
    if (exactEvaluator.mayTakePersons()) {
      selectedChoices();
    }
  }

  private long dropLoss() {
    return exactEvaluator.candidates.mayDrop().get(exactEvaluator.i)
        ? exactEvaluator.value - exactEvaluator.zeroValue()
        : Long.MAX_VALUE;
  }

  private void list(int bestPersons, int bestMinors) {
    if (options.count > 1) {
      items.add(options.item(exactEvaluator.i, exactEvaluator.group(), bestPersons, bestMinors));
    }
  }

  private void count() throws SearchTooLargeException {
    if (++total > MOST_OPTIONS) {
      throw new SearchTooLargeException("more than " + MOST_OPTIONS + " options");
    }
  }

  /** The most that any choice of minors adds to a choice of persons. */
  private long minorsAdd() {
    if (!exactEvaluator.mayTakeMinors()) {
      return 0;
    }
    long best = exactEvaluator.minorsValue(exactEvaluator.bestMinorsAlone());
    return exactEvaluator.candidates.mayGoWithout().get(exactEvaluator.i)
        ? Math.max(0, best)
        : best;
  }

  private void selectedChoices() throws SearchTooLargeException {
    long least = exactEvaluator.value - budget - minorsAdd();
    int start = exactEvaluator.bestPersonsAlone();
    selectedChoices(start, exactEvaluator.personsMost(), 1, least);
    selectedChoices(start - 1, exactEvaluator.personsLeast(), -1, least);
  }

  /** Of numbers of persons in one direction. */
  private void selectedChoices(int from, int to, int step, long least)
      throws SearchTooLargeException {
    LongChoices walk = new LongChoices(exactEvaluator, to, step, exactEvaluator.value - budget);
    int x = from;
    while (walk.isWithin(x)) {
      int before = options.count;
      if (!withPersons(x, least)) {
        return;
      }
      x = walk.after(x, options.count > before);
    }
  }

  private boolean withPersons(int x, long least) throws SearchTooLargeException {
    exactEvaluator.step();
    long value = exactEvaluator.personsValue(x);
    if (value < least - exactEvaluator.slack || options.count >= enough) {
      return false;
    }
    if (exactEvaluator.candidates.mayGoWithout().get(exactEvaluator.i)) {
      choice(x, 0, exactEvaluator.value - value);
    }
    if (exactEvaluator.mayTakeMinors()) {
      int most = Math.min(exactEvaluator.minorsMost(), exactEvaluator.share.minorsOf(x));
      int start = Math.min(exactEvaluator.bestMinorsAlone(), most);
      for (int m = start; m >= exactEvaluator.minorsLeast() && withMinors(x, m, value); m--) {}
      for (int m = start + 1; m <= most && withMinors(x, m, value); m++) {}
    }
    return true;
  }

  private boolean withMinors(int x, int m, long personsValue) throws SearchTooLargeException {
    exactEvaluator.step();
    long loss = exactEvaluator.value - personsValue - exactEvaluator.minorsValue(m);
    choice(x, m, loss);
    return loss <= budget + exactEvaluator.slack && options.count < enough;
  }

  private void choice(int x, int m, long loss) throws SearchTooLargeException {
    if (loss <= budget) {
      options.add(x, m, loss);
      count();
    }
  }

  /**
   * Splits the candidate into items of persons and of minors; false when they are not independent.
   */
  private boolean split() throws SearchTooLargeException {
    int bestX = exactEvaluator.x;
    worthOfPersons = exactEvaluator.personsValue(bestX);
    worthOfMinors = minorsWorth(exactEvaluator.m);
    int low = bestX;
    while (low > exactEvaluator.personsLeast() && nearPersons(low - 1)) {
      low--;
      count();
    }
    int high = bestX;
    while (high < exactEvaluator.personsMost() && nearPersons(high + 1)) {
      high++;
      count();
    }
    if (exactEvaluator.mayTakeMinors()) {
      minorsChoices();
      for (int k = 0; k < options.count; k++) {
        if (options.minors[k] > exactEvaluator.share.minorsOf(low)) {
          return false;
        }
      }
      minorsItem();
    }
    personsItem(low, high);
    return true;
  }

  private boolean nearPersons(int x) {
    exactEvaluator.step();
    return personsLoss(x) <= budget + exactEvaluator.slack;
  }

  private long personsLoss(int x) {
    return worthOfPersons - exactEvaluator.personsValue(x);
  }

  private long minorsLoss(int m) {
    return worthOfMinors - minorsWorth(m);
  }

  private long minorsWorth(int m) {
    return m == 0 ? 0 : exactEvaluator.minorsValue(m);
  }

  private void personsItem(int low, int high) {
    if (rising(low, high)) {
      movers.add(exactEvaluator.i, low, high);
      return;
    }
    options.clear();
    for (int x = low; x <= high; x++) {
      if (personsLoss(x) <= budget) {
        options.add(x, exactEvaluator.m, personsLoss(x));
      }
    }
    list(exactEvaluator.x, exactEvaluator.m);
  }

  /** Whether losses are convex on both sides; always so without slack. */
  private boolean rising(int low, int high) {
    if (exactEvaluator.slack == 0) {
      return true;
    }
    for (int x = low + 1; x < high; x++) {
      if (personsLoss(x + 1) - personsLoss(x) < personsLoss(x) - personsLoss(x - 1)) {
        return false;
      }
    }
    return true;
  }

  private void minorsChoices() throws SearchTooLargeException {
    options.clear();
    if (exactEvaluator.candidates.mayGoWithout().get(exactEvaluator.i) && minorsLoss(0) <= budget) {
      options.add(exactEvaluator.x, 0, minorsLoss(0));
    }
    int start = exactEvaluator.bestMinorsAlone();
    for (int m = start; m >= exactEvaluator.minorsLeast() && minorsChoice(m); m--) {}
    for (int m = start + 1; m <= exactEvaluator.minorsMost() && minorsChoice(m); m++) {}
  }

  private boolean minorsChoice(int m) throws SearchTooLargeException {
    exactEvaluator.step();
    long loss = minorsLoss(m);
    if (loss <= budget) {
      options.add(exactEvaluator.x, m, loss);
      count();
    }
    return loss <= budget + exactEvaluator.slack;
  }

  private void minorsItem() {
    boolean toggles = exactEvaluator.slack > 0 || exactEvaluator.m == 0;
    for (int k = 0; k < options.count; k++) {
      toggles |= options.minors[k] == 0;
    }
    if (toggles) {
      list(exactEvaluator.x, exactEvaluator.m);
      return;
    }
    int low = exactEvaluator.m;
    int high = exactEvaluator.m;
    for (int k = 0; k < options.count; k++) {
      low = Math.min(low, options.minors[k]);
      high = Math.max(high, options.minors[k]);
    }
    int group = minorsGroup();
    for (int m = exactEvaluator.m; m < high; m++) {
      step(minorsUp, group, minorsWorth(m) - minorsWorth(m + 1));
    }
    for (int m = exactEvaluator.m; m > low; m--) {
      step(minorsDown, group, minorsWorth(m) - minorsWorth(m - 1));
    }
  }

  private void step(StepMerger[] steps, int group, long loss) {
    steps[group] = steps[group] == null ? new StepMerger() : steps[group];
    steps[group].add(exactEvaluator.i, loss);
  }

  private void merge() {
    long farthest = farthest();
    for (int k = 0; k < movers.count; k++) {
      exactEvaluator.look(movers.persons[k]);
      personsSteps(movers.minors[k], (int) movers.losses[k], farthest);
    }
    for (int g = 0; g < personsDown.length; g++) {
      merge(g, false, personsDown[g], personsUp[g]);
      merge(g, true, minorsDown[g], minorsUp[g]);
    }
  }

  /**
   * How far the movers of persons may have to go together. Without regions they balance exactly the
   * base's distance from the demand and the changes of the listed items.
   */
  private long farthest() {
    Bounds demand = exactEvaluator.program.limits(Term.PERSONS);
    if (exactEvaluator.groups.count() > 1 || !demand.hasMost()) {
      return Long.MAX_VALUE;
    }
    int row = exactEvaluator.groups.all().of(SharedRule.ALL, Term.PERSONS);
    long sum = Math.abs(demand.least() - base.use[row]);
    sum += demand.most() - demand.least();
    for (ChoiceItem item : items) {
      int most = 0;
      for (int option = 0; option < item.size(); option++) {
        most = Math.max(most, Math.abs(item.change(option, Term.PERSONS.ordinal())));
      }
      sum += most;
    }
    return sum;
  }

  private void personsSteps(int low, int high, long farthest) {
    int g = lossBudgets.mergedWith()[exactEvaluator.group()];
    int top = (int) Math.min(high, exactEvaluator.x + Math.min(farthest, Integer.MAX_VALUE / 2));
    int bottom = (int) Math.max(low, exactEvaluator.x - Math.min(farthest, Integer.MAX_VALUE / 2));
    personsSteps(personsUp, g, top, 1);
    personsSteps(personsDown, g, bottom, -1);
  }

  /** Steps away from the best, each with what it loses beside the one before. */
  private void personsSteps(StepMerger[] steps, int group, int last, int by) {
    long before = exactEvaluator.personsValue(exactEvaluator.x);
    for (int x = exactEvaluator.x; x != last; x += by) {
      long worth = exactEvaluator.personsValue(x + by);
      step(steps, group, before - worth);
      before = worth;
    }
  }

  /** Where no region limits minors, the movers of all groups are alike. */
  private int minorsGroup() {
    return minorsByRegion ? lossBudgets.mergedWith()[exactEvaluator.group()] : 0;
  }

  private void merge(int group, boolean ofMinors, StepMerger down, StepMerger up) {
    if (down != null || up != null) {
      StepMerger none = new StepMerger();
      items.add(
          StepMerger.merge(
              group,
              ofMinors,
              down == null ? none : down,
              up == null ? none : up,
              ofMinors && !minorsByRegion ? lossBudgets.most() : lossBudgets.budgets()[group],
              ofMinors ? Long.MAX_VALUE : farthest()));
    }
  }
}
