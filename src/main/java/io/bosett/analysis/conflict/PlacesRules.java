package io.bosett.analysis.conflict;

import io.bosett.model.CellRef;
import io.bosett.model.Column;
import io.bosett.model.Conflict;
import io.bosett.model.CountPhrases;
import io.bosett.model.Dataset;
import io.bosett.model.Places;
import io.bosett.model.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** The conflict rules of places: the minimum and the three caps. */
public final class PlacesRules {
  static final String MINIMUM = "places.minimum";
  static final String MAXIMUM = "places.maximum";
  static final String SHARE = "places.maximumShareOf.share";
  static final String PER_1000 = "places.maximumPer1000.value";

  /** The names of the rules that determine caps. */
  static final Set<String> CAPS = Set.of(MAXIMUM, SHARE, PER_1000);

  private final Scenario scenario;
  private final Dataset dataset;
  private final Places places;

  private PlacesRules(Scenario scenario, Dataset dataset) {
    this.scenario = scenario;
    this.dataset = dataset;
    this.places = scenario.places();
  }

  /** The rules that the scenario has. */
  public static List<ScenarioRule> of(Scenario scenario, Dataset dataset) {
    PlacesRules rules = new PlacesRules(scenario, dataset);
    List<ScenarioRule> list = new ArrayList<>();
    Places places = scenario.places();
    if (places.maximumShareOf() != null) {
      list.add(rules.share(places.maximumShareOf()));
    }
    if (places.maximumPer1000() != null) {
      list.add(rules.per1000(places.maximumPer1000()));
    }
    if (places.maximum() != null) {
      list.add(rules.maximum(places.maximum()));
    }
    if (places.minimum() > 1) {
      list.add(rules.minimum(places.minimum()));
    }
    return list;
  }

  private ScenarioRule share(Places.ShareOf now) {
    Function<BigDecimal, Places> to =
        value -> places.withMaximumShareOf(new Places.ShareOf(now.cell(), value));
    ShareSteps up = ShareSteps.up(now.share(), BigDecimal.ONE);
    return rule(
        new Conflict.Rule(
            "/places/maximumShareOf/share",
            SHARE,
            "nobody is asked for more than a share of "
                + CountPhrases.plain(now.share())
                + " of "
                + cell(now.cell()),
            CountPhrases.plain(now.share())),
        up.steps("/places/maximumShareOf/share", "a share of", value -> with(to.apply(value))));
  }

  private ScenarioRule per1000(Places.Per1000 now) {
    Function<BigDecimal, Places> to =
        value -> places.withMaximumPer1000(new Places.Per1000(now.cell(), value));
    ShareSteps up = ShareSteps.up(now.value(), largestUseful(now));
    return rule(
        new Conflict.Rule(
            "/places/maximumPer1000/value",
            PER_1000,
            "nobody is asked for more than "
                + CountPhrases.plain(now.value())
                + " per thousand of "
                + cell(now.cell()),
            CountPhrases.plain(now.value())),
        up.steps("/places/maximumPer1000/value", "a value of", value -> with(to.apply(value))));
  }

  /** The value from which even the smallest cell allows the whole demand. */
  private BigDecimal largestUseful(Places.Per1000 now) {
    Column column = dataset.column(now.cell().indicator(), now.cell().year());
    double smallest = Double.POSITIVE_INFINITY;
    for (int position = 0; column != null && position < dataset.size(); position++) {
      double value = column.value(position);
      smallest = value > 0 ? Math.min(smallest, value) : smallest;
    }
    if (Double.isInfinite(smallest)) {
      return now.value();
    }
    BigDecimal demand = BigDecimal.valueOf(1000L * scenario.demand().persons());
    return demand.divide(new BigDecimal(smallest), 2, RoundingMode.UP).max(now.value());
  }

  private ScenarioRule maximum(int now) {
    int count = Math.max(0, scenario.demand().persons() - now);
    IntFunction<Places> to = step -> places.withMaximum(now + step);
    return rule(
        new Conflict.Rule(
            "/places/maximum",
            MAXIMUM,
            "nobody is asked for more than " + CountPhrases.persons(now),
            Integer.toString(now)),
        RelaxationSteps.nested(
            "/places/maximum",
            Integer.toString(now),
            count,
            step -> change(to.apply(step), now + step, "a maximum of", now)));
  }

  /**
   * The rule of the minimum. Without it caps stay raised to it; as a lower minimum lowers them, it
   * does not allow all that a higher one does; with the caps of the present one it would.
   */
  private ScenarioRule minimum(int now) {
    IntFunction<Places> to = places::withMinimum;
    return rule(
        new Conflict.Rule(
            "/places/minimum",
            MINIMUM,
            "nobody is asked for fewer than " + CountPhrases.persons(now),
            Integer.toString(now)),
        new RelaxationSteps(
            "/places/minimum",
            Integer.toString(now),
            now - 1,
            step -> RelaxedScenario.of(scenario).withMinimum(now - step),
            step -> change(to.apply(now - step), now - step, "a minimum of", now)));
  }

  private ScenarioChange change(Places to, int value, String words, int now) {
    return new ScenarioChange(
        with(to),
        Integer.toString(value),
        words + " " + CountPhrases.count(value) + " instead of " + CountPhrases.count(now));
  }

  private Scenario with(Places to) {
    return scenario.withPlaces(to);
  }

  private static ScenarioRule rule(Conflict.Rule rule, RelaxationSearch relaxationSearch) {
    UnaryOperator<RelaxedScenario> remove =
        rule.rule().equals(MINIMUM)
            ? RelaxedScenario::withoutMinimum
            : relaxed ->
                relaxed.with(
                    parts -> parts.withPlaces(without(rule.rule(), relaxed.scenario().places())));
    return new ScenarioRule(rule, remove, List.of(relaxationSearch));
  }

  private static Places without(String rule, Places now) {
    return switch (rule) {
      case MAXIMUM -> now.withMaximum(null);
      case SHARE -> now.withMaximumShareOf(null);
      case PER_1000 -> now.withMaximumPer1000(null);
      default -> now;
    };
  }

  private static String cell(CellRef cell) {
    return cell.indicator() + " " + cell.year();
  }
}
