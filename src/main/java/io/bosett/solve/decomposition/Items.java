package io.bosett.solve.decomposition;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the items of the closing search for a budget: every choice of every candidate that loses no
 * more than the budget is an option of exactly one item. A candidate that stays selected in all of
 * them and whose minors fit whatever its persons are falls into an item of persons and one of
 * minors; where such an item only moves by single steps at rising losses it joins the group's
 * merged one.
 */
final class Items {
  /** Options of all items together; beyond it another method is wiser. */
  private static final int MOST_OPTIONS = 2_000_000;

  private final Exact exact;
  private final Allowance allowance;
  private final Base base;
  private final List<Item> items = new ArrayList<>();
  private final OptionList options = new OptionList();

  /** Candidates whose persons only move by steps: id, least and most persons. */
  private final OptionList movers = new OptionList();

  private final Steps[] personsDown;
  private final Steps[] personsUp;
  private final Steps[] minorsDown;
  private final Steps[] minorsUp;
  private final boolean minorsByRegion;
  private int total;

  /** What no option of the candidate that is looked at may lose more than. */
  private long budget;

  /** Looking for more options than this is of no use. */
  private int enough = Integer.MAX_VALUE;

  private Items(Exact exact, Base base, Allowance allowance) {
    this.exact = exact;
    this.base = base;
    minorsByRegion = exact.program.regions().stream().anyMatch(region -> !region.minors().isFree());
    this.allowance = allowance;
    int groups = exact.groups.count();
    personsDown = new Steps[groups];
    personsUp = new Steps[groups];
    minorsDown = new Steps[groups];
    minorsUp = new Steps[groups];
  }

  /** The items for a budget in scaled units. */
  static List<Item> of(Exact exact, Base base, long budget) throws SearchTooLargeException {
    return of(exact, base, Allowance.alike(exact.groups, budget));
  }

  /** The items for what every group may lose. */
  static List<Item> of(Exact exact, Base base, Allowance allowance) throws SearchTooLargeException {
    Items made = new Items(exact, base, allowance);
    for (int i = 0; i < base.nextLoss.length; i++) {
      made.budget = allowance.budgets()[exact.groupOf(i)];
      if (base.nextLoss[i] <= made.budget) {
        exact.look(i);
        made.candidate();
      }
    }
    made.merge();
    return made.items;
  }

  /** Looks for second choices within a budget, candidate by candidate. */
  static Items ofSecondChoices(Exact exact, Base base, long budget) {
    Items made = new Items(exact, base, Allowance.alike(exact.groups, budget));
    made.budget = budget;
    made.enough = 2;
    return made;
  }

  /**
   * Whether the candidate that is looked at has a second choice that loses no more than the budget.
   */
  boolean hasSecondChoice() {
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
    boolean stays = exact.x > 0 && exact.apart && dropLoss > budget;
    if (stays && split()) {
      return;
    }
    choices();
    list(exact.x, exact.m);
  }

  private void choices() throws SearchTooLargeException {
    options.clear();
    if (dropLoss() <= budget) {
      options.add(0, 0, dropLoss());
    }
    if (exact.mayTakePersons()) {
      selectedChoices();
    }
  }

  private long dropLoss() {
    return exact.candidates.mayDrop().get(exact.i)
        ? exact.value - exact.zeroValue()
        : Long.MAX_VALUE;
  }

  private void list(int bestPersons, int bestMinors) {
    if (options.count > 1) {
      items.add(options.item(exact.i, exact.group(), bestPersons, bestMinors));
    }
  }

  private void count() throws SearchTooLargeException {
    if (++total > MOST_OPTIONS) {
      throw new SearchTooLargeException("more than " + MOST_OPTIONS + " options");
    }
  }

  /** The most any choice of minors adds to a choice of persons. */
  private long minorsAdd() {
    if (!exact.mayTakeMinors()) {
      return 0;
    }
    long best = exact.minorsValue(exact.bestMinorsAlone());
    return exact.candidates.mayGoWithout().get(exact.i) ? Math.max(0, best) : best;
  }

  private void selectedChoices() throws SearchTooLargeException {
    long least = exact.value - budget - minorsAdd();
    int start = exact.bestPersonsAlone();
    for (int x = start; x <= exact.personsMost() && withPersons(x, least); x++) {}
    for (int x = start - 1; x >= exact.personsLeast() && withPersons(x, least); x--) {}
  }

  private boolean withPersons(int x, long least) throws SearchTooLargeException {
    long value = exact.personsValue(x);
    if (value < least - exact.slack || options.count >= enough) {
      return false;
    }
    if (exact.candidates.mayGoWithout().get(exact.i)) {
      choice(x, 0, exact.value - value);
    }
    if (exact.mayTakeMinors()) {
      int most = Math.min(exact.minorsMost(), exact.share.minorsOf(x));
      int start = Math.min(exact.bestMinorsAlone(), most);
      for (int m = start; m >= exact.minorsLeast() && withMinors(x, m, value); m--) {}
      for (int m = start + 1; m <= most && withMinors(x, m, value); m++) {}
    }
    return true;
  }

  private boolean withMinors(int x, int m, long personsValue) throws SearchTooLargeException {
    long loss = exact.value - personsValue - exact.minorsValue(m);
    choice(x, m, loss);
    return loss <= budget + exact.slack && options.count < enough;
  }

  private void choice(int x, int m, long loss) throws SearchTooLargeException {
    if (loss <= budget) {
      options.add(x, m, loss);
      count();
    }
  }

  /** Makes an item of persons and one of minors; false when they do not fit whatever they are. */
  private boolean split() throws SearchTooLargeException {
    int bestX = exact.x;
    int low = bestX;
    while (low > exact.personsLeast() && nearPersons(low - 1)) {
      low--;
      count();
    }
    int high = bestX;
    while (high < exact.personsMost() && nearPersons(high + 1)) {
      high++;
      count();
    }
    boolean minors = exact.mayTakeMinors();
    if (minors) {
      minorsChoices();
      for (int k = 0; k < options.count; k++) {
        if (options.minors[k] > exact.share.minorsOf(low)) {
          return false;
        }
      }
      minorsItem();
    }
    personsItem(low, high);
    return true;
  }

  private boolean nearPersons(int x) {
    return personsLoss(x) <= budget + exact.slack;
  }

  private long personsLoss(int x) {
    return exact.personsValue(exact.x) - exact.personsValue(x);
  }

  private long minorsLoss(int m) {
    long best = exact.m == 0 ? 0 : exact.minorsValue(exact.m);
    return best - (m == 0 ? 0 : exact.minorsValue(m));
  }

  private void personsItem(int low, int high) {
    if (rising(low, high)) {
      movers.add(exact.i, low, high);
      return;
    }
    options.clear();
    for (int x = low; x <= high; x++) {
      if (personsLoss(x) <= budget) {
        options.add(x, exact.m, personsLoss(x));
      }
    }
    list(exact.x, exact.m);
  }

  /** Whether losses rise by ever larger steps on both sides; always so without slack. */
  private boolean rising(int low, int high) {
    if (exact.slack == 0) {
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
    if (exact.candidates.mayGoWithout().get(exact.i) && minorsLoss(0) <= budget) {
      options.add(exact.x, 0, minorsLoss(0));
    }
    int start = exact.bestMinorsAlone();
    for (int m = start; m >= exact.minorsLeast() && minorsChoice(m); m--) {}
    for (int m = start + 1; m <= exact.minorsMost() && minorsChoice(m); m++) {}
  }

  private boolean minorsChoice(int m) throws SearchTooLargeException {
    long loss = minorsLoss(m);
    if (loss <= budget) {
      options.add(exact.x, m, loss);
      count();
    }
    return loss <= budget + exact.slack;
  }

  private void minorsItem() {
    boolean toggles = exact.slack > 0 || exact.m == 0;
    for (int k = 0; k < options.count; k++) {
      toggles |= options.minors[k] == 0;
    }
    if (toggles) {
      list(exact.x, exact.m);
      return;
    }
    int low = exact.m;
    int high = exact.m;
    for (int k = 0; k < options.count; k++) {
      low = Math.min(low, options.minors[k]);
      high = Math.max(high, options.minors[k]);
    }
    for (int m = exact.m; m < high; m++) {
      step(minorsUp, minorsGroup(), minorsLoss(m + 1) - minorsLoss(m));
    }
    for (int m = exact.m; m > low; m--) {
      step(minorsDown, minorsGroup(), minorsLoss(m - 1) - minorsLoss(m));
    }
  }

  private void step(Steps[] steps, int group, long loss) {
    if (steps[group] == null) {
      steps[group] = new Steps();
    }
    steps[group].add(exact.i, loss);
  }

  private void merge() {
    long farthest = farthest();
    for (int k = 0; k < movers.count; k++) {
      exact.look(movers.persons[k]);
      personsSteps(movers.minors[k], (int) movers.losses[k], farthest);
    }
    for (int g = 0; g < personsDown.length; g++) {
      merge(g, false, personsDown[g], personsUp[g]);
      merge(g, true, minorsDown[g], minorsUp[g]);
    }
  }

  /**
   * How far the movers of persons may have to go together. Without regions they make up exactly for
   * what the base is off the demand and for what the listed items change.
   */
  private long farthest() {
    if (exact.groups.count() > 1 || !exact.program.persons().hasMost()) {
      return Long.MAX_VALUE;
    }
    long sum = Math.abs(exact.program.persons().least() - base.use[Rows.PERSONS]);
    sum += exact.program.persons().most() - exact.program.persons().least();
    for (Item item : items) {
      int most = 0;
      for (int option = 0; option < item.size(); option++) {
        most = Math.max(most, Math.abs(item.persons(option)));
      }
      sum += most;
    }
    return sum;
  }

  private void personsSteps(int low, int high, long farthest) {
    int g = allowance.mergedWith()[exact.group()];
    int top = (int) Math.min(high, exact.x + Math.min(farthest, Integer.MAX_VALUE / 2));
    int bottom = (int) Math.max(low, exact.x - Math.min(farthest, Integer.MAX_VALUE / 2));
    for (int x = exact.x; x < top; x++) {
      step(personsUp, g, personsLoss(x + 1) - personsLoss(x));
    }
    for (int x = exact.x; x > bottom; x--) {
      step(personsDown, g, personsLoss(x - 1) - personsLoss(x));
    }
  }

  /** Where no region limits minors, the movers of all groups are alike. */
  private int minorsGroup() {
    return minorsByRegion ? allowance.mergedWith()[exact.group()] : 0;
  }

  private void merge(int group, boolean ofMinors, Steps down, Steps up) {
    if (down != null || up != null) {
      Steps none = new Steps();
      items.add(
          Steps.merge(
              group,
              ofMinors,
              down == null ? none : down,
              up == null ? none : up,
              ofMinors && !minorsByRegion ? allowance.most() : allowance.budgets()[group],
              ofMinors ? Long.MAX_VALUE : farthest()));
    }
  }
}
