package io.bosett.sweep.plan;

import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.json.JsonTree;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.MergePatch;
import io.bosett.documents.json.ParsedDocument;
import io.bosett.documents.scenario.ParsedScenario;
import io.bosett.documents.sweep.Axis;
import io.bosett.documents.sweep.Axis.Cases;
import io.bosett.documents.sweep.SweepDocument;
import io.bosett.documents.sweep.SweepReading;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.ScenarioDocument;
import io.bosett.model.Violation;
import io.bosett.model.Warning;
import io.bosett.solve.CompiledProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves a sweep in its scenario, under every combination of cases. */
public final class SweepPlanner {
  private static final int MOST_VARIANTS = 1_000;

  /** The limit on the points of any sweep. */
  public static final long MOST_POINTS = 10_000_000_000L;

  private final SweepDocument sweep;
  private final List<Axis> axes;
  private final @Nullable ParsedScenario scenario;
  private final ScenarioSource source;
  private final boolean within;
  private final PlanFaults faults = new PlanFaults();
  private final Set<Warning> warnings = new LinkedHashSet<>();
  private final Set<Dataset> datasets = new LinkedHashSet<>();
  private @Nullable CompiledProblem problem;

  private SweepPlanner(
      SweepDocument sweep,
      @Nullable ParsedScenario scenario,
      ScenarioSource source,
      boolean within) {
    this.sweep = sweep;
    this.within = within;
    this.axes = sweep.axes().toList();
    this.scenario = scenario;
    this.source = source;
  }

  /**
   * The plan of a sweep.
   *
   * @param reading of the sweep document
   * @param scenario that it names, as far as it could be read
   * @param source loads variants of the scenario
   * @throws InvalidInputException with all faults of the document, those of its scenario included,
   *     as pointers into the sweep document
   */
  public static SweepPlan plan(
      SweepReading reading, ParsedScenario scenario, ScenarioSource source) {
    Planning planning = planning(reading, scenario, source, false);
    if (planning.plan == null) {
      throw new InvalidInputException(planning.violations);
    }
    return planning.plan;
  }

  /**
   * What came of planning.
   *
   * @param plan null with violations
   * @param datasets of the variants of the scenario that could be loaded, so that more can be
   *     validated against them
   * @param problem of the scenario as it is; null when it is refused, and when the sweep has cases,
   *     for it is only read under them
   * @param violations all faults of the document, those of its scenario included, as pointers into
   *     the sweep document
   */
  public record Planning(
      @Nullable SweepPlan plan,
      List<Dataset> datasets,
      @Nullable CompiledProblem problem,
      List<Violation> violations) {
    public Planning {
      datasets = List.copyOf(datasets);
      violations = List.copyOf(violations);
    }
  }

  /**
   * Plans a sweep as far as it goes.
   *
   * @param scenario null when there is none that can be read, which is for the caller to report
   * @param within whether the scenario stands in the sweep document itself, so that its faults have
   *     pointers of their own
   */
  public static Planning planning(
      SweepReading reading,
      @Nullable ParsedScenario scenario,
      ScenarioSource source,
      boolean within) {
    SweepPlanner planner = new SweepPlanner(reading.sweep(), scenario, source, within);
    List<ScenarioVariant> variants = planner.variants();
    planner.checkSize();
    List<Violation> all = new ArrayList<>(reading.violations());
    all.addAll(planner.faults.all());
    boolean isSound = all.isEmpty() && scenario != null;
    return new Planning(
        isSound ? new SweepPlan(reading.sweep(), variants, planner.warnings) : null,
        List.copyOf(planner.datasets),
        planner.problem,
        all);
  }

  private void checkSize() {
    if (SweepPlan.points(sweep) > MOST_POINTS) {
      faults.add("", "has more than " + MOST_POINTS + " points", "at most " + MOST_POINTS);
    }
  }

  private List<ScenarioVariant> variants() {
    List<ScenarioVariant> variants = new ArrayList<>();
    new CaseFaults(axes, faults).find();
    if (scenario == null) {
      return variants;
    }
    @Nullable JsonValue value = scenario.value();
    if (value == null) {
      scenario.reading().violations().forEach(this::addScenario);
      return variants;
    }
    if (axes.stream().noneMatch(SweepPlanner::hasCases)) {
      problem = add(scenario, "", variants);
      return variants;
    }
    long count = 1;
    for (Axis axis : axes) {
      count *= axis.values() instanceof Cases cases ? Math.max(1, cases.patches().size()) : 1;
      if (count > MOST_VARIANTS) {
        faults.add(
            axis.place() + "/cases",
            "makes more than " + MOST_VARIANTS + " combinations of cases",
            "at most " + MOST_VARIANTS);
        add(scenario, "", new ArrayList<>());
        return variants;
      }
    }
    add(new ParsedDocument(scenario.document().utf8(), value), 0, "", variants);
    return variants;
  }

  private static boolean hasCases(Axis axis) {
    return axis.values() instanceof Cases cases && !cases.patches().isEmpty();
  }

  /** Adds the variants of all combinations of the cases of the axes from one on. */
  private void add(
      ParsedDocument document, int from, String label, List<ScenarioVariant> variants) {
    for (int a = from; a < axes.size(); a++) {
      if (axes.get(a).values() instanceof Cases cases && !cases.patches().isEmpty()) {
        for (Map.Entry<String, JsonValue> patch : cases.patches().entrySet()) {
          String longer =
              label + (label.isEmpty() ? "" : ", ") + axes.get(a).name() + " " + patch.getKey();
          add(MergePatch.apply(document.value(), patch.getValue()), a + 1, longer, variants);
        }
        return;
      }
    }
    add(ParsedScenario.read(document), label, variants);
  }

  /** Adds a variant, and returns its problem; null when it is refused. */
  private @Nullable CompiledProblem add(
      ParsedScenario document, String label, List<ScenarioVariant> variants) {
    faults.in(label);
    CompiledProblem compiled;
    try {
      compiled = source.compiled(document.reading());
    } catch (InvalidInputException e) {
      e.violations().forEach(this::addScenario);
      return null;
    } catch (InvalidFilesException e) {
      e.faults()
          .forEach(fault -> faults.add("/scenario", "has figures with a fault: " + fault, ""));
      return null;
    }
    Problem read = compiled.problem();
    read.warnings().forEach(warnings::add);
    datasets.add(read.dataset());
    JsonValue tree = tree(document, read.document());
    variants.add(new VariantResolution(axes, faults).variant(label, tree, read));
    return compiled;
  }

  /** The scenario as it was read: in the codes of its dataset, whatever was given. */
  private static JsonValue tree(ParsedScenario given, ScenarioDocument read) {
    @Nullable JsonValue tree = given.value();
    return tree != null && Arrays.equals(given.document().utf8(), read.utf8())
        ? tree
        : JsonTree.read(read.utf8());
  }

  private void addScenario(Violation fault) {
    if (within) {
      faults.add(fault.under("/scenario"));
      return;
    }
    faults.add("/scenario", "names one with a fault: " + fault, "");
  }
}
