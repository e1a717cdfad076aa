package io.bosett.analysis.conflict;

import io.bosett.model.Column;
import io.bosett.model.Conflict;
import io.bosett.model.CountPhrases;
import io.bosett.model.Dataset;
import io.bosett.model.Minors;
import io.bosett.model.Scenario;
import io.bosett.program.Program;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The conflict rules of minors: group size, share, maximum, number of places, condition. */
public final class MinorsRules {
  static final String GROUP = "minors.minimumGroup";
  static final String SHARE = "minors.maximumShare";
  static final String MAXIMUM = "minors.maximum";
  static final String PLACES = "minors.municipalities.atMost";
  static final String CANDIDATES = "minors.candidates";

  private final Scenario scenario;
  private final Dataset dataset;
  private final Program program;
  private final Minors minors;

  private MinorsRules(Scenario scenario, Dataset dataset, Program program) {
    this.scenario = scenario;
    this.dataset = dataset;
    this.program = program;
    this.minors = scenario.minors();
  }

  /** The rules that the scenario has. */
  public static List<ScenarioRule> of(Scenario scenario, Dataset dataset, Program program) {
    MinorsRules rules = new MinorsRules(scenario, dataset, program);
    Minors minors = scenario.minors();
    List<ScenarioRule> list = new ArrayList<>();
    if (minors.candidates() != null) {
      list.add(rules.candidates(minors.candidates()));
    }
    if (minors.maximumShare().compareTo(BigDecimal.ONE) < 0) {
      list.add(rules.share());
    }
    if (minors.minimumGroup() > 1) {
      list.add(rules.group());
    }
    if (minors.municipalitiesAtMost() != null) {
      list.add(rules.places(minors.municipalitiesAtMost()));
    }
    if (minors.maximum() != null) {
      list.add(rules.maximum(minors.maximum()));
    }
    return list;
  }

  private ScenarioRule candidates(Minors.Who who) {
    String text =
        who instanceof Minors.Who.Condition condition
            ? "only those with " + words(condition) + " may take minors"
            : "only those listed may take minors";
    String value =
        who instanceof Minors.Who.Listed listed
            ? Integer.toString(listed.municipalities().size())
            : words((Minors.Who.Condition) who);
    return rule(
        new Conflict.Rule("/minors/candidates", CANDIDATES, text, value),
        now -> now.withCandidates(null),
        who instanceof Minors.Who.Condition condition ? thresholds(condition) : List.of());
  }

  private static String words(Minors.Who.Condition condition) {
    String cell = condition.cell().indicator() + " " + condition.cell().year();
    String atLeast =
        condition.atLeast() == null
            ? ""
            : " of at least " + CountPhrases.plain(condition.atLeast());
    String atMost =
        condition.atMost() == null ? "" : " of at most " + CountPhrases.plain(condition.atMost());
    return cell + atLeast + (atLeast.isEmpty() || atMost.isEmpty() ? "" : " and") + atMost;
  }

  private List<RelaxationSearch> thresholds(Minors.Who.Condition now) {
    List<RelaxationSearch> list = new ArrayList<>();
    if (now.atLeast() != null) {
      list.add(
          threshold(
              "/minors/candidates/atLeast",
              now.atLeast(),
              values(now, value -> value.compareTo(now.atLeast()) < 0, Comparator.reverseOrder()),
              value -> new Minors.Who.Condition(now.cell(), value, now.atMost())));
    }
    if (now.atMost() != null) {
      list.add(
          threshold(
              "/minors/candidates/atMost",
              now.atMost(),
              values(now, value -> value.compareTo(now.atMost()) > 0, Comparator.naturalOrder()),
              value -> new Minors.Who.Condition(now.cell(), now.atLeast(), value)));
    }
    return list;
  }

  /** Relaxations of a threshold, which matters only at the values of the candidates' cells. */
  private RelaxationSearch threshold(
      String pointer,
      BigDecimal from,
      List<BigDecimal> values,
      Function<BigDecimal, Minors.Who> to) {
    String words = pointer.endsWith("atLeast") ? "at least " : "at most ";
    return RelaxationSteps.nested(
        pointer,
        CountPhrases.plain(from),
        values.size(),
        number -> {
          BigDecimal value = values.get(number - 1);
          return change(
              minors.withCandidates(to.apply(value)),
              CountPhrases.plain(value),
              words + CountPhrases.plain(value) + " instead of " + CountPhrases.plain(from));
        });
  }

  /** The distinct values of the candidates' cells beyond a threshold. */
  private List<BigDecimal> values(
      Minors.Who.Condition condition, Predicate<BigDecimal> beyond, Comparator<BigDecimal> order) {
    Column column = dataset.column(condition.cell().indicator(), condition.cell().year());
    if (column == null) {
      return List.of();
    }
    return IntStream.of(program.candidates().positions())
        .filter(column::isNumber)
        .mapToObj(position -> BigDecimal.valueOf(column.value(position)))
        .map(BigDecimal::stripTrailingZeros)
        .filter(beyond)
        .distinct()
        .sorted(order)
        .toList();
  }

  private ScenarioRule share() {
    BigDecimal now = minors.maximumShare();
    RelaxationSteps steps =
        ShareSteps.up(now, BigDecimal.ONE)
            .steps(
                "/minors/maximumShare",
                "a share of",
                value -> change(minors.withMaximumShare(value), "", "").scenario());
    return rule(
        new Conflict.Rule(
            "/minors/maximumShare",
            SHARE,
            "minors are at most a share of "
                + CountPhrases.plain(now)
                + " of the persons of a place",
            CountPhrases.plain(now)),
        other -> other.withMaximumShare(BigDecimal.ONE),
        List.of(steps));
  }

  private ScenarioRule group() {
    int now = minors.minimumGroup();
    return numbered(
        "/minors/minimumGroup",
        GROUP,
        "minors come in groups of at least " + CountPhrases.count(now),
        now,
        now - 1,
        -1,
        "groups of at least",
        (other, value) -> other.withMinimumGroup(value == null ? 1 : value));
  }

  private ScenarioRule places(int now) {
    return numbered(
        "/minors/municipalities/atMost",
        PLACES,
        "at most "
            + CountPhrases.places(now)
            + CountPhrases.form(now, " takes", " take")
            + " minors",
        now,
        Math.max(0, program.size() - now),
        1,
        "at most",
        Minors::withMunicipalitiesAtMost);
  }

  private ScenarioRule maximum(int now) {
    return numbered(
        "/minors/maximum",
        MAXIMUM,
        "no place takes more than " + CountPhrases.minors(now),
        now,
        Math.max(0, scenario.demand().minors() - now),
        1,
        "a maximum of",
        Minors::withMaximum);
  }

  /** The rules on minors with one number replaced, or removed when it is null. */
  private interface Numbered {
    Minors with(Minors now, @Nullable Integer value);
  }

  private ScenarioRule numbered(
      String pointer,
      String name,
      String text,
      int from,
      int count,
      int step,
      String words,
      Numbered numbered) {
    IntFunction<ScenarioChange> changes =
        number -> {
          int to = from + step * number;
          return change(
              numbered.with(minors, to),
              Integer.toString(to),
              words + " " + CountPhrases.count(to) + " instead of " + CountPhrases.count(from));
        };
    return rule(
        new Conflict.Rule(pointer, name, text, Integer.toString(from)),
        now -> numbered.with(now, null),
        List.of(RelaxationSteps.nested(pointer, Integer.toString(from), count, changes)));
  }

  private static ScenarioRule rule(
      Conflict.Rule rule, UnaryOperator<Minors> without, List<RelaxationSearch> relaxing) {
    return new ScenarioRule(
        rule,
        relaxed ->
            relaxed.with(parts -> parts.withMinors(without.apply(relaxed.scenario().minors()))),
        relaxing);
  }

  private ScenarioChange change(Minors to, String value, String text) {
    return new ScenarioChange(scenario.withMinors(to), value, text);
  }
}
