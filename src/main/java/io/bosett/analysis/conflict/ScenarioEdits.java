package io.bosett.analysis.conflict;

import io.bosett.model.Demand;
import io.bosett.model.Fit;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits of a scenario: a copy with some parts replaced. */
public final class ScenarioEdits {
  private final Scenario source;
  private Demand demand;
  private @Nullable Selection selection;
  private Places places;
  private Minors minors;
  private Fit fit;
  private List<Region> regions;
  private List<Fixed> fixed;
  private @Nullable Previous previous;

  private ScenarioEdits(Scenario source) {
    this.source = source;
    demand = source.demand();
    selection = source.selection();
    places = source.places();
    minors = source.minors();
    fit = source.fit();
    regions = source.regions();
    fixed = source.fixed();
    previous = source.previous();
  }

  public static ScenarioEdits of(Scenario source) {
    return new ScenarioEdits(source);
  }

  public ScenarioEdits demand(int persons, int minorsAmong) {
    demand = new Demand(persons, minorsAmong);
    return this;
  }

  public ScenarioEdits selection(@Nullable Selection value) {
    selection = value;
    return this;
  }

  public ScenarioEdits places(Places value) {
    places = value;
    return this;
  }

  public ScenarioEdits minors(Minors value) {
    minors = value;
    return this;
  }

  public ScenarioEdits region(int index, Region value) {
    regions = replaced(regions, index, value);
    return this;
  }

  ScenarioEdits regions(List<Region> value) {
    regions = value;
    return this;
  }

  public ScenarioEdits fixed(int index, Fixed value) {
    fixed = replaced(fixed, index, value);
    return this;
  }

  public ScenarioEdits fixed(List<Fixed> value) {
    fixed = value;
    return this;
  }

  /** Removes what affects the objective alone, so that no gain can be too large. */
  ScenarioEdits withoutGains() {
    fit = Fit.SCORE;
    previous = null;
    return this;
  }

  /** The edited scenario. */
  public Scenario scenario() {
    return new Scenario(
        source.name(),
        source.dataset(),
        source.year(),
        demand,
        source.candidates(),
        selection,
        places,
        minors,
        source.criteria(),
        fit,
        regions,
        fixed,
        previous,
        source.solver());
  }

  private static <T> List<T> replaced(List<T> list, int index, T value) {
    List<T> copy = new ArrayList<>(list);
    copy.set(index, value);
    return copy;
  }
}
