package io.bosett.service;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.documents.InputFile;
import io.bosett.documents.boundaries.Renumbering;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.dataset.DatasetSource;
import io.bosett.documents.result.AnswerFile;
import io.bosett.documents.scenario.ParsedScenario;
import io.bosett.documents.sweep.SweepFormat;
import io.bosett.documents.sweep.SweepReading;
import io.bosett.model.CodeChange;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import io.bosett.service.CommonCodes.Side;
import io.bosett.solve.CompiledProblem;
import io.bosett.sweep.plan.ScenarioSource;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.plan.SweepPlanner;
import io.bosett.sweep.plan.SweepPlanner.Planning;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.run.SweepRecord;
import io.bosett.sweep.run.SweepRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Loads sweeps: from a document with the files that it names, or from a result folder. */
public final class SweepLoader {
  private static final Pattern FIGURES = Pattern.compile("([^:]+):(\\d{1,4})");

  private static final int MOST_NAMED = 5;

  private final Path folder;
  private final List<Violation> violations = new ArrayList<>();

  private SweepLoader(Path folder) {
    this.folder = folder;
  }

  /**
   * The sweep of a document.
   *
   * @param file the document; the files that it names are relative to its own folder
   * @param datasets a folder with one folder per dataset, or null
   * @throws IOException when the document cannot be read
   * @throws InvalidInputException with all errors of the document and of the files that it names
   */
  public static Sweep ofFile(Path file, @Nullable Path datasets) throws IOException {
    byte[] document = InputFile.read(file);
    Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
    return new SweepLoader(folder).load(document, datasets);
  }

  private Sweep load(byte[] document, @Nullable Path datasets) {
    SweepReading reading = SweepFormat.read(document);
    String name = reading.sweep().scenario();
    byte @Nullable [] file = name.isEmpty() ? null : file("/scenario", name);
    @Nullable ParsedScenario scenario = file == null ? null : ParsedScenario.read(file);
    SortedMap<String, ComparedAllocation> against = new TreeMap<>();
    SortedMap<String, String> rest = new TreeMap<>(reading.sweep().against());
    rest.entrySet().removeIf(entry -> isFile(entry.getKey(), entry.getValue(), against));
    Path ownFolder = folder.resolve(name).toAbsolutePath().resolveSibling(".").normalize();
    ScenarioSource source = source(new DatasetCatalog(ownFolder, datasets));
    Planning planning = SweepPlanner.planning(reading, scenario, source, false);
    addFigures(planning.datasets(), rest, against, violations);
    List<Violation> all = new ArrayList<>(planning.violations());
    all.addAll(violations);
    SweepPlan plan = planning.plan();
    if (plan == null || scenario == null || !all.isEmpty()) {
      throw new InvalidInputException(all);
    }
    return new Sweep(plan, reading, scenario, against);
  }

  private static ScenarioSource source(DatasetSource datasets) {
    CachingDatasetSource kept = new CachingDatasetSource(datasets);
    return scenario -> ScenarioLoader.compiled(scenario, kept);
  }

  private byte @Nullable [] file(String pointer, String name) {
    try {
      return InputFile.read(folder.resolve(name));
    } catch (IOException e) {
      String found = "is '" + name + "', which cannot be read: " + IoFailureText.of(e);
      violations.add(new Violation(pointer, found, "a file, relative to the sweep's own folder"));
      return null;
    }
  }

  /** Whether a fixed allocation is a file; adds it, or what is wrong with it. */
  private boolean isFile(String key, String value, SortedMap<String, ComparedAllocation> against) {
    if (areFigures(value) && !Files.exists(folder.resolve(value))) {
      return false;
    }
    byte @Nullable [] content = file("/against/" + key, value);
    try {
      if (content != null) {
        against.put(key, ComparedAllocation.of(key, AnswerFile.read(content).result()));
      }
    } catch (InvalidInputException e) {
      String found = "names '" + value + "', which is no result: " + e.violations().get(0);
      violations.add(new Violation("/against/" + key, found, ""));
    }
    return true;
  }

  /** A fixed allocation in the codes of the figures, whose years may be later ones. */
  private static ComparedAllocation inCodesOf(
      List<Dataset> datasets, String key, ComparedAllocation fixed, List<Violation> violations) {
    Side figures = Side.of(fixed, datasets.get(0));
    CommonCodes codes = CommonCodes.of(Side.of(fixed, (CompiledProblem) null), figures, List.of());
    String place = "/against/" + key;
    codes.faults().forEach(fault -> violations.add(new Violation(place, "names " + fault, "")));
    ComparedAllocation now = codes.left();
    List<String> strangers =
        now.persons().keySet().stream()
            .filter(id -> datasets.stream().noneMatch(dataset -> dataset.position(id) >= 0))
            .toList();
    if (!strangers.isEmpty() && codes.faults().isEmpty()) {
      String shown =
          String.join(", ", strangers.subList(0, Math.min(MOST_NAMED, strangers.size())));
      violations.add(
          new Violation(
              place,
              "asks " + shown + (strangers.size() > MOST_NAMED ? ", ..." : "") + ", not there",
              "municipalities of the figures, or their codes of earlier years"));
    }
    return now;
  }

  /** Whether a fixed allocation is named as figures of the dataset. */
  public static boolean areFigures(String value) {
    return FIGURES.matcher(value).matches();
  }

  /**
   * Adds the fixed allocations that are figures, and puts all in the codes of the figures.
   *
   * @param datasets of the scenario's variants; without any, nothing can be said
   * @param figures by name, each {@code INDICATOR:YEAR}
   * @param against those that are known already
   * @param violations are added to
   */
  public static void addFigures(
      List<Dataset> datasets,
      SortedMap<String, String> figures,
      SortedMap<String, ComparedAllocation> against,
      List<Violation> violations) {
    if (datasets.isEmpty()) {
      return;
    }
    figures.forEach((key, value) -> figures(key, value, datasets, against, violations));
    Dataset first = datasets.get(0);
    if (datasets.stream().anyMatch(dataset -> areOfOtherYears(first, dataset))) {
      for (String key : against.keySet()) {
        String wrong = "is compared with points in municipality codes of different years";
        String expected = "cases whose datasets have the same codes";
        violations.add(new Violation("/against/" + key, wrong, expected));
      }
      return;
    }
    against.replaceAll((key, fixed) -> inCodesOf(datasets, key, fixed, violations));
  }

  /** Whether two datasets have codes of different years, so that one is not a part of the other. */
  private static boolean areOfOtherYears(Dataset one, Dataset other) {
    List<String> codes = one.municipalities();
    List<String> others = other.municipalities();
    if (codes.equals(others)) {
      return false;
    }
    List<List<CodeChange>> changes = List.of(one.history().changes(), other.history().changes());
    return !Renumbering.of(codes, others, changes).isEmpty()
        || !Renumbering.of(others, codes, changes).isEmpty();
  }

  /** One allocation for all points: cases that change the dataset must not change it. */
  private static void figures(
      String key,
      String value,
      List<Dataset> datasets,
      SortedMap<String, ComparedAllocation> against,
      List<Violation> violations) {
    Matcher parts = FIGURES.matcher(value);
    if (!parts.matches()) {
      return;
    }
    String place = "/against/" + key;
    List<ComparedAllocation> found = new ArrayList<>();
    @Nullable String missing = null;
    for (Dataset dataset : datasets) {
      try {
        int year = Integer.parseInt(parts.group(2));
        found.add(ComparedAllocation.of(dataset, parts.group(1), year));
      } catch (IllegalArgumentException e) {
        missing = missing == null ? "is '" + value + "': " + e.getMessage() : missing;
      }
    }
    if (found.isEmpty()) {
      violations.add(new Violation(place, String.valueOf(missing), ""));
    } else if (found.stream().map(ComparedAllocation::persons).distinct().count() > 1) {
      String wrong = "is '" + value + "', of which the cases' datasets have different figures";
      violations.add(new Violation(place, wrong, "an allocation that is the same for all points"));
    } else {
      against.put(key, found.get(0));
    }
  }

  /**
   * The sweep whose results are in a folder.
   *
   * @throws IOException when it cannot be read
   * @throws SweepRefusedException when it is no result folder
   */
  public static Sweep ofFolder(SweepFolder folder) throws IOException {
    return ofRecord(folder.record());
  }

  /**
   * The sweep of a record, with nothing but what is in it.
   *
   * @throws SweepRefusedException when its content is not what its hash says
   */
  public static Sweep ofRecord(SweepRecord record) {
    DatasetSource datasets = new RecordedDatasets(record.datasets());
    SweepPlan plan = SweepPlanner.plan(record.sweep(), record.scenario(), source(datasets));
    Sweep sweep =
        new Sweep(plan, record.sweep(), record.scenario(), record.against(), record.partSize());
    List<String> changed = record.changed();
    if (!sweep.hash().equals(record.hash()) || !changed.isEmpty()) {
      throw new SweepRefusedException(
          "the record of the sweep has the hash "
              + record.hash()
              + ", its content "
              + sweep.hash()
              + (changed.isEmpty()
                  ? ""
                  : " (other than recorded: " + String.join(", ", changed) + ")")
              + "; it was changed, or another version wrote it");
    }
    return sweep;
  }

  /** The datasets of a record. */
  private record RecordedDatasets(List<Dataset> datasets) implements DatasetSource {
    @Override
    public Dataset dataset(String id) {
      return datasets.stream()
          .filter(dataset -> dataset.id().equals(id))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidInputException(
                      List.of(Violation.among("/dataset", "'" + id + "' is not recorded", ids()))));
    }

    @Override
    public List<String> ids() {
      return datasets.stream().map(Dataset::id).sorted().toList();
    }
  }
}
