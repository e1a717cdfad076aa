package io.bosett.analysis.whynot;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.stability.CandidateLoss.By;
import io.bosett.analysis.weights.CriterionWeights;
import io.bosett.model.Ids;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer.
 *
 * @param weak whether being in some optimum was enough
 * @param municipalities those asked about, ascending by id
 * @param weights on which the answers to the levers {@link Lever#WEIGHT} rest
 */
public record WhyNotReport(
    boolean weak, List<OfMunicipality> municipalities, List<CriterionWeights> weights) {
  public WhyNotReport {
    weights = List.copyOf(weights);
    municipalities = List.copyOf(municipalities);
  }

  /**
   * The levers of one municipality.
   *
   * @param municipality id
   * @param selected whether the optimum asks it; its levers push it out then
   * @param loss as in a stability analysis, or null
   * @param by what the loss rests on, or null
   * @param levers in the order of {@link Lever}
   */
  public record OfMunicipality(
      String municipality,
      boolean selected,
      @Nullable Long loss,
      @Nullable By by,
      List<LeverAnswer> levers) {
    public OfMunicipality {
      levers = List.copyOf(levers);
    }
  }

  /**
   * The allocations at the values of levers that municipalities share, each once. Where optima are
   * equal, a value may have several, each for those whose answer it shows.
   *
   * @return in the order of {@link Lever}, of the rules, of the values and of the first id
   */
  public List<SharedAllocation> allocations() {
    Map<SharedAllocation, List<String>> all = new HashMap<>();
    for (OfMunicipality one : municipalities) {
      for (LeverAnswer lever : one.levers()) {
        BigDecimal value = lever.value();
        if (lever.lever().isShared() && value != null) {
          SharedAllocation shown =
              new SharedAllocation(lever.lever(), lever.about(), value, List.of(), lever.changes());
          all.computeIfAbsent(shown, k -> new ArrayList<>()).add(one.municipality());
        }
      }
    }
    return all.entrySet().stream()
        .map(one -> one.getKey().of(one.getValue()))
        .sorted(SharedAllocation.ORDER)
        .toList();
  }

  /**
   * An optimum at a value of a lever that municipalities share.
   *
   * @param lever which
   * @param about pointer of the rule, or null
   * @param value of the lever
   * @param municipalities whose answer it shows, ascending by id
   * @param changes the differences from the scenario's own optimum
   */
  public record SharedAllocation(
      Lever lever,
      @Nullable String about,
      BigDecimal value,
      List<String> municipalities,
      List<NumberChange> changes) {
    private static final Comparator<SharedAllocation> ORDER =
        Comparator.comparing(SharedAllocation::lever)
            .thenComparing(one -> one.about == null ? "" : one.about)
            .thenComparing(SharedAllocation::value)
            .thenComparing(one -> one.municipalities.get(0), Ids.BY_CODE_POINT);

    public SharedAllocation {
      municipalities = List.copyOf(municipalities);
      changes = List.copyOf(changes);
    }

    private SharedAllocation of(List<String> shown) {
      return new SharedAllocation(lever, about, value, shown, changes);
    }

    /** Whether another one is of the same lever and rule. */
    public boolean isBeside(SharedAllocation other) {
      return lever == other.lever && Objects.equals(about, other.about);
    }
  }

  /** The weakest label of all answers. */
  public Label label() {
    return municipalities.stream()
        .flatMap(one -> one.levers().stream())
        .map(LeverAnswer::label)
        .reduce(Label.PROVEN, Label::and);
  }

  /** Whether nothing was cut short, and every answer is proven. */
  public boolean isComplete() {
    return municipalities.stream()
        .flatMap(one -> one.levers().stream())
        .allMatch(LeverAnswer::known);
  }
}
