package io.bosett.program;

import io.bosett.model.Minors.Who;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.program.figures.Counties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Validates all that a scenario names in its dataset, but for the municipalities of candidates and
 * previous allocation.
 */
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
    scenario.reads().forEach(references::cells);
    if (scenario.minors().candidates() instanceof Who.Listed listed) {
      municipalities("/minors/candidates", listed.municipalities());
    }
    for (int r = 0; r < scenario.regions().size(); r++) {
      region("/regions/" + r, scenario.regions().get(r), counties);
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
