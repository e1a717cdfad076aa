package io.bosett.sweep.run;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonTree;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ParsedDocument;
import io.bosett.documents.json.TextRules;
import io.bosett.documents.scenario.ParsedScenario;
import io.bosett.documents.sweep.SweepFormat;
import io.bosett.documents.sweep.SweepReading;
import io.bosett.model.Dataset;
import io.bosett.model.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code sweep.json} of a result folder: everything that is needed to make any of its points again.
 *
 * @param version of the program that began it
 * @param hash {@link Sweep#hash()}
 * @param hashes of the parts of the record; null where an earlier build wrote it
 * @param points of the sweep
 * @param partSize points of a part
 * @param sweep the document
 * @param scenario the document
 * @param datasets that scenarios name
 * @param against fixed allocations by name
 */
public record SweepRecord(
    String version,
    String hash,
    @Nullable RecordHashes hashes,
    long points,
    long partSize,
    SweepReading sweep,
    ParsedScenario scenario,
    List<Dataset> datasets,
    SortedMap<String, ComparedAllocation> against) {
  private static final int LONGEST_HASH = 64;

  /** The record of a sweep. */
  public static SweepRecord of(Sweep sweep, String version) {
    List<Dataset> named =
        sweep.plan().datasets().stream().filter(dataset -> !dataset.id().isEmpty()).toList();
    return new SweepRecord(
        version,
        sweep.hash(),
        RecordHashes.of(
            sweep.document().hash(), sweep.scenario().document().hash(), named, sweep.against()),
        sweep.plan().points(),
        sweep.partSize(),
        sweep.document(),
        sweep.scenario(),
        named,
        sweep.against());
  }

  /** The hashes of its parts, with that of the document as it is given. */
  RecordHashes hashes(String ofDocument) {
    return RecordHashes.of(ofDocument, scenario.document().hash(), datasets, against);
  }

  /** Its parts that have other hashes than it says, as people name them. */
  public List<String> changed() {
    RecordHashes stated = hashes;
    return stated == null ? List.of() : hashes(sweep.hash()).differences(stated);
  }

  /** The document. */
  public byte[] bytes() {
    return JsonWriter.bytes(
        out ->
            out.object(
                () -> {
                  out.text("version", version).text("hash", hash);
                  if (hashes != null) {
                    hashes.write(out);
                  }
                  out.whole("points", points).whole("partSize", partSize);
                  out.optional("sweep", sweep.value(), SweepRecord::write);
                  out.optional("scenario", scenario.value(), SweepRecord::write);
                  out.list("datasets", datasets, DatasetDocument::write);
                  out.object(
                      "against",
                      () -> against.forEach((name, fixed) -> write(out.name(name), fixed)));
                }));
  }

  private static void write(JsonWriter out, String name, JsonValue document) {
    JsonTree.write(out.name(name), document);
  }

  static void write(JsonWriter out, ComparedAllocation fixed) {
    out.object(
        () -> {
          out.object("persons", () -> fixed.persons().forEach(out::whole));
          SortedMap<String, Integer> minors = fixed.minors();
          if (minors != null) {
            out.object("minors", () -> minors.forEach(out::whole));
          }
        });
  }

  /**
   * Reads a record.
   *
   * @throws io.bosett.model.InvalidInputException when it is none
   */
  public static SweepRecord read(byte[] utf8) {
    return JsonDocuments.read(utf8, SweepRecord::read);
  }

  private static SweepRecord read(JsonCursor at) {
    ObjectFields fields =
        at.fields(
            "version",
            "hash",
            "hashes",
            "points",
            "partSize",
            "sweep",
            "scenario",
            "datasets",
            "against");
    List<Dataset> datasets = new ArrayList<>();
    for (JsonCursor item : fields.need("datasets").items()) {
      datasets.add(DatasetDocument.read(item));
    }
    SortedMap<String, ComparedAllocation> against = new TreeMap<>();
    for (JsonCursor item : fields.need("against").entries().all()) {
      against.put(item.name(), fixed(item));
    }
    return new SweepRecord(
        fields.need("version").text(TextRules.LONGEST_NAME, ""),
        fields.need("hash").text(LONGEST_HASH, ""),
        fields.has("hashes") ? RecordHashes.read(fields.get("hashes")) : null,
        whole(fields.need("points")),
        whole(fields.need("partSize")),
        SweepFormat.read(value(fields.need("sweep"))),
        ParsedScenario.read(ParsedDocument.written(value(fields.need("scenario")))),
        datasets,
        against);
  }

  private static long whole(JsonCursor at) {
    Long number = at.longOrNull(1, Long.MAX_VALUE);
    return number == null ? 1 : number;
  }

  /** What is missing is reported, and read as null. */
  private static JsonValue value(JsonCursor at) {
    JsonValue value = at.value();
    return value == null ? new JsonValue.Null(0, 0) : value;
  }

  private static ComparedAllocation fixed(JsonCursor at) {
    ObjectFields fields = at.fields("persons", "minors");
    @Nullable SortedMap<String, Integer> minors =
        fields.has("minors") ? numbers(fields.get("minors")) : null;
    return new ComparedAllocation(
        at.name(), numbers(fields.need("persons")), minors, 0, null, null, Map.of());
  }

  private static SortedMap<String, Integer> numbers(JsonCursor at) {
    SortedMap<String, Integer> numbers = new TreeMap<>(Ids.BY_CODE_POINT);
    for (JsonCursor item : at.entries().all()) {
      numbers.put(item.name(), item.whole(0, Integer.MAX_VALUE, 0));
    }
    return numbers;
  }
}
