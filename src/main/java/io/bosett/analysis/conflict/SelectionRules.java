package io.bosett.analysis.conflict;

import io.bosett.model.Conflict;
import io.bosett.model.CountPhrases;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The conflict rules of the selection: its lower and its upper limit. */
public final class SelectionRules {
  static final String AT_LEAST = "selection.atLeast";
  static final String AT_MOST = "selection.atMost";

  private final Scenario scenario;
  private final Selection selection;
  private final Bounds limits;
  private final String amongCandidates;
  private final int candidates;

  private SelectionRules(Scenario scenario, Selection selection, Program program) {
    this.scenario = scenario;
    this.selection = selection;
    this.limits = program.limits(Term.SELECTED);
    this.candidates = program.size();
    this.amongCandidates = " of the " + CountPhrases.candidates(program.size());
  }

  /** The rules that the scenario has. */
  public static List<ScenarioRule> of(Scenario scenario, Program program) {
    @Nullable Selection selection = scenario.selection();
    if (selection == null) {
      return List.of();
    }
    SelectionRules rules = new SelectionRules(scenario, selection, program);
    List<ScenarioRule> list = new ArrayList<>();
    if (rules.limits.hasLeast()) {
      list.add(rules.rule(AT_LEAST, "at least ", rules.limits.least()));
    }
    if (rules.limits.hasMost()) {
      list.add(rules.rule(AT_MOST, "at most ", rules.limits.most()));
    }
    return list;
  }

  private ScenarioRule rule(String name, String words, long value) {
    boolean share = selection instanceof Selection.Share;
    String pointer = share ? "/selection/share" : "/" + name.replace('.', '/');
    String text = words + CountPhrases.count(value) + amongCandidates + " are selected";
    return new ScenarioRule(
        new Conflict.Rule(pointer, name, text, Long.toString(value)),
        relaxed -> relaxed.with(parts -> parts.withSelection(without(name, relaxed))),
        relaxing(name));
  }

  /** Removes one side of the selection. */
  private Selection without(String name, RelaxedScenario relaxed) {
    Selection.Count now = count(relaxed.scenario().selection());
    return name.equals(AT_LEAST)
        ? new Selection.Count(null, now.atMost())
        : new Selection.Count(now.atLeast(), null);
  }

  /** The limits that a share stands for. */
  private Selection.Count count(@Nullable Selection now) {
    return now instanceof Selection.Count given
        ? given
        : new Selection.Count((int) limits.least(), (int) limits.most());
  }

  private List<RelaxationSearch> relaxing(String name) {
    if (selection instanceof Selection.Share share) {
      return List.of(tolerance(share), share(share));
    }
    Selection.Count now = (Selection.Count) selection;
    int from = (int) (name.equals(AT_LEAST) ? limits.least() : limits.most());
    int count = name.equals(AT_LEAST) ? from : Math.max(0, candidates - from);
    int step = name.equals(AT_LEAST) ? -1 : 1;
    return List.of(
        RelaxationSteps.nested(
            "/" + name.replace('.', '/'),
            Integer.toString(from),
            count,
            number -> change(name, now, from, from + step * number)));
  }

  private ScenarioChange change(String name, Selection.Count now, int from, int to) {
    boolean least = name.equals(AT_LEAST);
    Selection.Count changed =
        least ? new Selection.Count(to, now.atMost()) : new Selection.Count(now.atLeast(), to);
    return new ScenarioChange(
        with(changed),
        Integer.toString(to),
        "at "
            + (least ? "least " : "most ")
            + CountPhrases.count(to)
            + " selected instead of "
            + CountPhrases.count(from));
  }

  private RelaxationSteps tolerance(Selection.Share now) {
    return ShareSteps.up(now.tolerance(), BigDecimal.ONE)
        .steps(
            "/selection/tolerance",
            "a tolerance of",
            value -> with(new Selection.Share(now.share(), value)));
  }

  /**
   * Relaxations of a share, which moves both limits; so each step is tried, the smaller ones first.
   */
  private RelaxationSteps share(Selection.Share now) {
    ShareSteps up = ShareSteps.up(now.share(), BigDecimal.ONE);
    ShareSteps down = ShareSteps.down(now.share(), BigDecimal.ZERO);
    List<BigDecimal> values = new ArrayList<>();
    for (int number = 1; number <= Math.max(up.count(), down.count()); number++) {
      if (number <= up.count()) {
        values.add(up.at(number));
      }
      if (number <= down.count()) {
        values.add(down.at(number));
      }
    }
    Function<BigDecimal, Scenario> to = value -> with(new Selection.Share(value, now.tolerance()));
    return new RelaxationSteps(
        "/selection/share",
        CountPhrases.plain(now.share()),
        values.size(),
        null,
        number -> up.change(values.get(number - 1), "a share of", to));
  }

  private Scenario with(Selection changed) {
    return scenario.withSelection(changed);
  }
}
