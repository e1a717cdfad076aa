package io.bosett.documents.scenario;

import io.bosett.documents.dataset.FiguresWriter;
import io.bosett.documents.json.CanonicalForm;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Candidates;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Fixed;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.ScenarioDocument;
import io.bosett.model.Selection;
import io.bosett.model.SolverSettings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes scenarios on one line in one form: fields in the order of the description, defaults
 * written out, what is not given left out. {@link ScenarioFormat} reads back an equal value.
 */
public final class ScenarioWriter {
  private ScenarioWriter() {}

  /** The document of a scenario that names its dataset. */
  public static String json(Scenario scenario) {
    return JsonWriter.text(out -> write(out, scenario, null));
  }

  /** The document of a scenario that carries its figures. */
  public static String json(Scenario scenario, Dataset inline) {
    return JsonWriter.text(out -> write(out, scenario, inline));
  }

  /** The document of a problem: the one it was given in, else the one that this class writes. */
  public static ScenarioDocument document(Problem problem) {
    if (!problem.document().isEmpty()) {
      return problem.document();
    }
    Scenario scenario = problem.scenario();
    @Nullable Dataset inline = scenario.dataset() == null ? problem.dataset() : null;
    byte[] utf8 = JsonWriter.bytes(out -> write(out, scenario, inline));
    return JsonDocuments.read(
        utf8, at -> new ScenarioDocument(utf8, CanonicalForm.scenarioHash(at)));
  }

  static void write(JsonWriter out, Scenario scenario, @Nullable Dataset inline) {
    out.object(() -> fields(out, scenario, inline));
  }

  private static void fields(JsonWriter out, Scenario scenario, @Nullable Dataset inline) {
    if (!scenario.name().isEmpty()) {
      out.text("name", scenario.name());
    }
    out.optional("dataset", scenario.dataset(), JsonWriter::text);
    out.whole("year", scenario.year());
    out.object("demand", () -> demand(out, scenario.demand()));
    if (!scenario.candidates().equals(Candidates.ALL)) {
      out.object("candidates", () -> candidates(out, scenario.candidates()));
    }
    out.optional("selection", scenario.selection(), ScenarioWriter::selection);
    out.object("places", () -> PlacesWriter.places(out, scenario.places()));
    out.object("minors", () -> PlacesWriter.minors(out, scenario.minors()));
    out.list("criteria", scenario.criteria(), CriterionWriter::write);
    out.text("fit", scenario.fit().name().toLowerCase(Locale.ROOT));
    if (!scenario.regions().isEmpty()) {
      out.list("regions", scenario.regions(), PlacesWriter::region);
    }
    if (!scenario.fixed().isEmpty()) {
      out.list("fixed", scenario.fixed(), ScenarioWriter::fixed);
    }
    out.optional("previous", scenario.previous(), ScenarioWriter::previous);
    if (!scenario.solver().equals(SolverSettings.NONE)) {
      out.object("solver", () -> solver(out, scenario.solver()));
    }
    out.optional("municipalities", inline, FiguresWriter::write);
  }

  private static void demand(JsonWriter out, Demand demand) {
    out.whole("persons", demand.persons()).whole("minors", demand.minors());
  }

  private static void candidates(JsonWriter out, Candidates candidates) {
    out.optional("settledIn", candidates.settledIn(), ScenarioWriter::settledIn);
    out.optional("include", candidates.include(), JsonWriter::texts);
    if (!candidates.exclude().isEmpty()) {
      out.texts("exclude", candidates.exclude());
    }
  }

  private static void settledIn(JsonWriter out, String name, Candidates.SettledIn settled) {
    out.object(
        name,
        () ->
            out.text("indicator", settled.indicator())
                .whole("from", settled.from())
                .whole("to", settled.to()));
  }

  private static void selection(JsonWriter out, String name, Selection selection) {
    out.object(
        name,
        () -> {
          if (selection instanceof Selection.Share share) {
            out.decimal("share", share.share()).decimal("tolerance", share.tolerance());
          } else if (selection instanceof Selection.Count count) {
            out.optional("atLeast", count.atLeast(), JsonWriter::whole);
            out.optional("atMost", count.atMost(), JsonWriter::whole);
          }
        });
  }

  private static void fixed(JsonWriter out, Fixed fixed) {
    out.object(
        () ->
            out.text("municipality", fixed.municipality())
                .optional("persons", fixed.persons(), JsonWriter::whole)
                .optional("minors", fixed.minors(), JsonWriter::whole)
                .optional("selected", fixed.selected(), JsonWriter::truth));
  }

  private static void previous(JsonWriter out, String name, Previous previous) {
    out.object(
        name,
        () -> {
          out.object("allocation", () -> previous.allocation().forEach(out::whole));
          out.exact("costPerPersonMoved", previous.costPerPersonMoved());
          out.exact("costPerSwitch", previous.costPerSwitch());
        });
  }

  private static void solver(JsonWriter out, SolverSettings solver) {
    out.optional("name", solver.name(), JsonWriter::text);
    out.optional("timeLimitSeconds", solver.timeLimitSeconds(), JsonWriter::exact);
    out.optional("seed", solver.seed(), JsonWriter::whole);
    out.optional("workers", solver.workers(), JsonWriter::whole);
  }
}
