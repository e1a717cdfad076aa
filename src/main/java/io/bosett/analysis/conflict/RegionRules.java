package io.bosett.analysis.conflict;

import io.bosett.model.Band;
import io.bosett.model.Conflict;
import io.bosett.model.CountPhrases;
import io.bosett.model.County;
import io.bosett.model.Dataset;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The conflict rules of regions. */
public final class RegionRules {
  /** The sum that a region limits. */
  public enum Of {
    PERSONS,
    MINORS,
    SELECTED;

    public String field() {
      return name().toLowerCase(Locale.ROOT);
    }

    Band band(Region region) {
      return switch (this) {
        case PERSONS -> region.persons();
        case MINORS -> region.minors();
        case SELECTED -> region.selected();
      };
    }

    Region with(Region r, Band band) {
      return switch (this) {
        case PERSONS -> r.withPersons(band);
        case MINORS -> r.withMinors(band);
        case SELECTED -> r.withSelected(band);
      };
    }
  }

  private final Scenario scenario;
  private final Dataset dataset;
  private final Program program;

  private RegionRules(Scenario scenario, Dataset dataset, Program program) {
    this.scenario = scenario;
    this.dataset = dataset;
    this.program = program;
  }

  /** The rules that the scenario has. */
  public static List<ScenarioRule> of(Scenario scenario, Dataset dataset, Program program) {
    RegionRules rules = new RegionRules(scenario, dataset, program);
    List<ScenarioRule> list = new ArrayList<>();
    for (int index = 0; index < scenario.regions().size(); index++) {
      for (Of of : Of.values()) {
        Band band = of.band(scenario.regions().get(index));
        if (band.atLeast() != null && band.atLeast() > 0) {
          list.add(rules.rule(index, of, true, band.atLeast()));
        }
        if (band.atMost() != null) {
          list.add(rules.rule(index, of, false, band.atMost()));
        }
      }
    }
    return list;
  }

  /** The name of a region in texts. */
  public static String name(Scenario scenario, Dataset dataset, int index) {
    Region region = scenario.regions().get(index);
    if (!region.name().isEmpty()) {
      return region.name();
    }
    @Nullable County county =
        region.county() == null ? null : dataset.counties().get(region.county());
    return county == null ? "region " + (index + 1) : county.name();
  }

  private ScenarioRule rule(int index, Of of, boolean least, int from) {
    String side = least ? "atLeast" : "atMost";
    String pointer = "/regions/" + index + "/" + of.field() + "/" + side;
    int members = program.members(index).length;
    String text =
        name(scenario, dataset, index)
            + " ("
            + CountPhrases.candidates(members)
            + ") "
            + (least ? "must have at least " : "may have at most ")
            + amount(of, from);
    int count = least ? from : Math.max(0, most(of, members) - from);
    int step = least ? -1 : 1;
    return new ScenarioRule(
        new Conflict.Rule(
            pointer, "regions." + of.field() + "." + side, text, Integer.toString(from)),
        relaxed ->
            relaxed.with(parts -> parts.withRegion(index, without(relaxed, index, of, least))),
        List.of(
            RelaxationSteps.nested(
                pointer,
                Integer.toString(from),
                count,
                number -> change(index, of, least, from, from + step * number))));
  }

  private int most(Of of, int members) {
    return switch (of) {
      case PERSONS -> scenario.demand().persons();
      case MINORS -> scenario.demand().minors();
      case SELECTED -> members;
    };
  }

  private static Region without(RelaxedScenario relaxed, int index, Of of, boolean least) {
    Region region = relaxed.scenario().regions().get(index);
    Band band = of.band(region);
    return of.with(region, least ? new Band(null, band.atMost()) : new Band(band.atLeast(), null));
  }

  private ScenarioChange change(int index, Of of, boolean least, int from, int to) {
    Region region = scenario.regions().get(index);
    Band band = of.band(region);
    Band changed = least ? new Band(to, band.atMost()) : new Band(band.atLeast(), to);
    String text =
        "at "
            + (least ? "least " : "most ")
            + amount(of, to)
            + " in "
            + name(scenario, dataset, index)
            + " instead of "
            + CountPhrases.count(from);
    return new ScenarioChange(
        scenario.withRegion(index, of.with(region, changed)), Integer.toString(to), text);
  }

  private static String amount(Of of, int value) {
    return switch (of) {
      case PERSONS -> CountPhrases.persons(value);
      case MINORS -> CountPhrases.minors(value);
      case SELECTED -> CountPhrases.count(value) + " selected";
    };
  }
}
