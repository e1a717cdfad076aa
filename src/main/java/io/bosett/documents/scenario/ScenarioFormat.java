package io.bosett.documents.scenario;

import io.bosett.documents.dataset.DescriptionReader;
import io.bosett.documents.dataset.FiguresFormat;
import io.bosett.documents.json.CanonicalForm;
import io.bosett.documents.json.DocumentOrder;
import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.documents.json.ParsedDocument;
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
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.model.ScenarioDocument;
import io.bosett.model.Selection;
import io.bosett.model.SolverSettings;
import io.bosett.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The format of scenario documents.
 *
 * <p>Reading is strict: unknown and repeated fields are refused ({@code
 * documents.json.ObjectFields}), nothing is converted (a number in quotation marks is a text, null
 * is no value), and every violation is reported at once. A number means the double nearest to it.
 * What needs the figures or several fields is validated by {@code program.Compiler}.
 *
 * <p>Writing is on one line in one form: fields in a fixed order, defaults written out, absent
 * values left out. The output reads back as an equal value.
 */
public final class ScenarioFormat {
  /** The address of the schema, for editors; read and never written. */
  private static final Field<Scenario, String> SCHEMA =
      Field.text("$schema", TextRules.LONGEST_NAME, scenario -> null);

  private static final Field<Scenario, String> NAME =
      Field.text("name", TextRules.LONGEST_NAME, s -> s.name().isEmpty() ? null : s.name());
  private static final Field<Scenario, String> DATASET =
      Field.of("dataset", DescriptionReader::datasetId, JsonWriter::text, Scenario::dataset);

  /** The figures that a scenario carries, written last. */
  private static final Field<Scenario, Dataset> MUNICIPALITIES =
      Field.inContext("municipalities", FiguresFormat::write, scenario -> null);

  private static final Field<Scenario, Integer> YEAR = YearsFormat.year("year", Scenario::year);
  private static final Field<Scenario, Demand> DEMAND =
      Field.<Scenario, Demand>of(
              "demand", DemandFormat::read, DemandFormat::write, Scenario::demand)
          .within(DemandFormat.SHAPE);
  private static final Field<Scenario, Candidates> CANDIDATES =
      Field.<Scenario, Candidates>of(
              "candidates",
              CandidatesFormat::read,
              CandidatesFormat::write,
              s -> s.candidates().equals(Candidates.ALL) ? null : s.candidates())
          .within(CandidatesFormat.SHAPE);
  private static final Field<Scenario, Selection> SELECTION =
      Field.<Scenario, Selection>of(
              "selection", SelectionFormat::read, SelectionFormat::write, Scenario::selection)
          .within(SelectionFormat.SHAPE);
  private static final Field<Scenario, Places> PLACES =
      Field.<Scenario, Places>of(
              "places", PlacesFormat::read, PlacesFormat::write, Scenario::places)
          .within(PlacesFormat.SHAPE);
  private static final Field<Scenario, Minors> MINORS =
      Field.<Scenario, Minors>of(
              "minors", MinorsFormat::read, MinorsFormat::write, Scenario::minors)
          .within(MinorsFormat.SHAPE);
  private static final Field<Scenario, List<Criterion>> CRITERIA =
      Field.<Scenario, List<Criterion>>of(
              "criteria", CriterionFormat::readAll, CriterionFormat::writeAll, Scenario::criteria)
          .within(CriterionFormat.SHAPE);
  private static final Field<Scenario, Fit> FIT =
      Field.choice("fit", ObjectShape.words(Fit.values()), Scenario::fit);
  private static final Field<Scenario, List<Region>> REGIONS =
      Field.<Scenario, List<Region>>of(
              "regions",
              RegionFormat::readAll,
              RegionFormat::writeAll,
              s -> s.regions().isEmpty() ? null : s.regions())
          .within(RegionFormat.SHAPE);
  private static final Field<Scenario, List<Fixed>> FIXED =
      Field.<Scenario, List<Fixed>>inContext(
              "fixed", FixedFormat::writeAll, s -> s.fixed().isEmpty() ? null : s.fixed())
          .within(FixedFormat.SHAPE);
  private static final Field<Scenario, Previous> PREVIOUS =
      Field.<Scenario, Previous>of(
              "previous", PreviousFormat::read, PreviousFormat::write, Scenario::previous)
          .within(PreviousFormat.SHAPE);
  private static final Field<Scenario, SolverSettings> SOLVER =
      Field.<Scenario, SolverSettings>of(
              "solver",
              SolverSettingsFormat::read,
              SolverSettingsFormat::write,
              s -> s.solver().equals(SolverSettings.NONE) ? null : s.solver())
          .within(SolverSettingsFormat.SHAPE);

  /** The placeholder for a scenario that cannot be read at all. */
  private static final Scenario NOTHING =
      new Scenario(
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

  private static final String ONE = "one of the two";

  private static final ObjectShape<Scenario> SHAPE =
      ObjectShape.of(
          SCHEMA,
          NAME,
          DATASET,
          MUNICIPALITIES,
          YEAR,
          DEMAND,
          CANDIDATES,
          SELECTION,
          PLACES,
          MINORS,
          CRITERIA,
          FIT,
          REGIONS,
          FIXED,
          PREVIOUS,
          SOLVER);

  /** The order of violations in a scenario document. */
  public static final Comparator<Violation> DOCUMENT_ORDER = DocumentOrder.of(SHAPE);

  private ScenarioFormat() {}

  /** Reads a document in UTF-8; never throws for what is in it. */
  public static ScenarioReading read(byte[] utf8) {
    return ParsedScenario.read(utf8).reading();
  }

  /** What is read of a document that is not JSON. */
  static ScenarioReading unreadable(List<Violation> violations) {
    return new ScenarioReading(NOTHING, null, ScenarioDocument.NONE, violations);
  }

  /** Reads a document that is parsed already; never throws for what is in it. */
  public static ScenarioReading read(ParsedDocument parsed) {
    FaultCollector faults = new FaultCollector();
    JsonCursor at = new JsonCursor(parsed.value(), JsonPointer.ROOT, faults);
    Parts parts = read(at);
    String hash = faults.isEmpty() ? CanonicalForm.scenarioHash(at) : "";
    ScenarioDocument document = new ScenarioDocument(parsed.utf8(), hash);
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
    ObjectFields fields = SHAPE.fields(at);
    Demand demand = DEMAND.need(fields, NOTHING.demand());
    Places places = PLACES.or(fields, Places.DEFAULT);
    Minors minors = MINORS.or(fields, Minors.DEFAULT);
    List<Criterion> criteria = CRITERIA.need(fields, List.of());
    SCHEMA.orNull(fields);
    int year = YEAR.need(fields, NOTHING.year());
    @Nullable Dataset inline = FiguresFormat.read(MUNICIPALITIES.at(fields), criteria);
    Scenario scenario =
        new Scenario(
            NAME.or(fields, ""),
            dataset(fields),
            year,
            demand,
            CANDIDATES.or(fields, Candidates.ALL),
            SELECTION.orNull(fields),
            places,
            minors,
            criteria,
            FIT.or(fields, Fit.PROPORTIONAL),
            REGIONS.or(fields, List.of()),
            FixedFormat.readAll(FIXED.at(fields), places, minors),
            PREVIOUS.orNull(fields),
            SOLVER.or(fields, SolverSettings.NONE));
    return new Parts(scenario, inline);
  }

  private static @Nullable String dataset(ObjectFields fields) {
    boolean named = DATASET.isIn(fields);
    if (fields.isObject() && !named && !MUNICIPALITIES.isIn(fields)) {
      DATASET.at(fields).fault("is missing, and there are no municipalities either", ONE);
    }
    if (named && MUNICIPALITIES.isIn(fields)) {
      MUNICIPALITIES.at(fields).fault("stands beside dataset", ONE);
    }
    return DATASET.orNull(fields);
  }

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
    out.object(
        () -> {
          SHAPE.writeFields(out, scenario);
          out.optional(MUNICIPALITIES.name(), inline, FiguresFormat::write);
        });
  }
}
