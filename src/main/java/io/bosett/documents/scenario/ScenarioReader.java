package io.bosett.documents.scenario;

import io.bosett.documents.dataset.DescriptionReader;
import io.bosett.documents.dataset.FiguresReader;
import io.bosett.documents.json.CanonicalForm;
import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ParsedDocument;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Candidates;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Fit;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.model.ScenarioDocument;
import io.bosett.model.Selection;
import io.bosett.model.SolverSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenario documents strictly: what is not described is refused, nothing is converted (a
 * number in quotation marks is a text, null is nothing's value), and every fault is reported at
 * once. A number means the double nearest to it.
 */
public final class ScenarioReader {
  private static final String[] FIELDS = {
    "$schema",
    "name",
    "dataset",
    "municipalities",
    "year",
    "demand",
    "candidates",
    "selection",
    "places",
    "minors",
    "criteria",
    "fit",
    "regions",
    "fixed",
    "previous",
    "solver"
  };

  private static final Map<String, Fit> FITS = new TreeMap<>();

  static {
    for (Fit fit : Fit.values()) {
      FITS.put(fit.name().toLowerCase(Locale.ROOT), fit);
    }
  }

  private ScenarioReader() {}

  /** Reads a document in UTF-8; never throws for what is in it. */
  public static ScenarioReading read(byte[] utf8) {
    FaultCollector faults = new FaultCollector();
    JsonValue value = StrictJsonParser.parse(utf8, faults);
    if (value == null) {
      return new ScenarioReading(nothing(), null, ScenarioDocument.NONE, faults.violations());
    }
    return read(new ParsedDocument(utf8, value));
  }

  /** Reads a document that is parsed already; never throws for what is in it. */
  public static ScenarioReading read(ParsedDocument parsed) {
    FaultCollector faults = new FaultCollector();
    JsonCursor at = new JsonCursor(parsed.value(), JsonPointer.ROOT, faults);
    Parts parts = read(at);
    ScenarioDocument document =
        faults.isEmpty()
            ? new ScenarioDocument(parsed.utf8(), CanonicalForm.scenarioHash(at))
            : ScenarioDocument.NONE;
    return new ScenarioReading(parts.scenario, parts.inline, document, faults.violations());
  }

  /** Reads a document; never throws for what is in it. */
  public static ScenarioReading read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A scenario and the figures it carries. */
  public record Parts(Scenario scenario, @Nullable Dataset inline) {}

  /** Reads a scenario that is part of another document. */
  public static Parts read(JsonCursor at) {
    ObjectFields fields = at.fields(FIELDS);
    Demand demand = DemandReader.read(fields.need("demand"));
    Places places = PlacesReader.read(fields.get("places"));
    Minors minors = MinorsReader.read(fields.get("minors"));
    Candidates candidates = CandidatesReader.read(fields.get("candidates"));
    @Nullable Selection selection = SelectionReader.read(fields.get("selection"));
    List<Criterion> criteria = CriterionReader.readAll(fields.need("criteria"));
    List<Region> regions = RegionReader.readAll(fields.get("regions"));
    List<Fixed> fixed = FixedReader.readAll(fields.get("fixed"), places, minors);
    @Nullable Previous previous = PreviousReader.read(fields.get("previous"));
    SolverSettings solver = SolverSettingsReader.read(fields.get("solver"));
    fields.get("$schema").text(TextRules.LONGEST_NAME, "");
    String name = fields.get("name").text(TextRules.LONGEST_NAME, "");
    int year = fields.need("year").whole(0, FiguresReader.LAST_YEAR, 0);
    Fit fit = fields.get("fit").choice(FITS, Fit.PROPORTIONAL);
    @Nullable Dataset inline = FiguresReader.read(fields.get("municipalities"), criteria);
    @Nullable String dataset = dataset(fields);
    return new Parts(
        new Scenario(
            name,
            dataset,
            year,
            demand,
            candidates,
            selection,
            places,
            minors,
            criteria,
            fit,
            regions,
            fixed,
            previous,
            solver),
        inline);
  }

  private static @Nullable String dataset(ObjectFields fields) {
    JsonCursor dataset = fields.get("dataset");
    JsonCursor municipalities = fields.get("municipalities");
    if (fields.isObject() && !dataset.isPresent() && !municipalities.isPresent()) {
      dataset.fault("is missing, and there are no municipalities either", "one of the two");
    }
    if (dataset.isPresent() && municipalities.isPresent()) {
      municipalities.fault("stands beside dataset", "one of the two");
    }
    return DescriptionReader.datasetId(dataset);
  }

  private static Scenario nothing() {
    return new Scenario(
        "",
        null,
        0,
        new Demand(1, 0),
        Candidates.ALL,
        null,
        Places.DEFAULT,
        Minors.DEFAULT,
        List.of(),
        Fit.PROPORTIONAL,
        List.of(),
        List.of(),
        null,
        SolverSettings.NONE);
  }
}
