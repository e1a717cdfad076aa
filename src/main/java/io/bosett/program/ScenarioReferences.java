package io.bosett.program;

import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Criterion.Tilt;
import io.bosett.model.Minors.Who;
import io.bosett.model.Places;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.program.figures.Counties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks all that a scenario names in its dataset, but for candidates and previous allocation. */
final class ScenarioReferences {
  private final Scenario scenario;
  private final References references;
  private final ViolationCollector faults;

  ScenarioReferences(Scenario scenario, References references, ViolationCollector faults) {
    this.scenario = scenario;
    this.references = references;
    this.faults = faults;
  }

  void find(Counties counties) {
    places(scenario.places());
    minors(scenario.minors().candidates());
    for (int c = 0; c < scenario.criteria().size(); c++) {
      criterion("/criteria/" + c, scenario.criteria().get(c));
    }
    for (int r = 0; r < scenario.regions().size(); r++) {
      region("/regions/" + r, scenario.regions().get(r), counties);
    }
  }

  private void places(Places places) {
    Places.ShareOf shareOf = places.maximumShareOf();
    if (shareOf != null) {
      references.cell("/places/maximumShareOf", shareOf.cell());
    }
    Places.Per1000 per1000 = places.maximumPer1000();
    if (per1000 != null) {
      references.cell("/places/maximumPer1000", per1000.cell());
    }
  }

  private void minors(@Nullable Who who) {
    if (who instanceof Who.Listed listed) {
      municipalities("/minors/candidates", listed.municipalities());
    } else if (who instanceof Who.Condition condition) {
      references.cell("/minors/candidates", condition.cell());
    }
  }

  private void criterion(String pointer, Criterion criterion) {
    references.figure(pointer + "/base", criterion.base().figure());
    @Nullable Tilt tilt = criterion.tilt();
    if (tilt == null) {
      return;
    }
    references.figure(pointer + "/tilt", tilt.figure());
    @Nullable Shrink shrink = tilt.shrink();
    String count = pointer + "/tilt/shrink/count";
    if (shrink != null && references.indicator(count, shrink.count())) {
      references.years(count, shrink.count(), tilt.figure().from(), tilt.figure().to());
    }
  }

  private void region(String pointer, Region region, Counties counties) {
    @Nullable String county = region.county();
    if (county != null) {
      references.county(pointer + "/county", county, counties);
    } else if (region.municipalities().isEmpty()) {
      faults.add(pointer + "/municipalities", "is empty", "at least one municipality");
    } else {
      municipalities(pointer + "/municipalities", region.municipalities());
    }
  }

  private void municipalities(String pointer, List<String> ids) {
    for (int k = 0; k < ids.size(); k++) {
      references.municipality(pointer, k, ids.get(k));
    }
  }
}
