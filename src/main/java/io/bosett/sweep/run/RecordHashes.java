package io.bosett.sweep.run;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.documents.json.CanonicalForm;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.Dataset;
import io.bosett.model.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hashes of what a record holds, which anybody can recompute: SHA-256 of JSON in the canonical
 * form of RFC 8785.
 *
 * @param sweep of the document
 * @param scenario of the scenario without {@code $schema} and {@code solver}
 * @param datasets of each dataset's municipalities, by its id
 * @param against of each fixed allocation, by its name
 */
public record RecordHashes(
    String sweep,
    String scenario,
    SortedMap<String, String> datasets,
    SortedMap<String, String> against) {
  private static final int LONGEST = 64;

  /** The hashes of what a record is made of, of which that of the scenario is known. */
  static RecordHashes of(
      String sweep,
      String scenario,
      List<Dataset> datasets,
      SortedMap<String, ComparedAllocation> against) {
    SortedMap<String, String> ofDatasets = new TreeMap<>(Ids.BY_CODE_POINT);
    datasets.forEach(dataset -> ofDatasets.put(dataset.id(), dataset.contentHash()));
    SortedMap<String, String> ofAgainst = new TreeMap<>();
    against.forEach((name, fixed) -> ofAgainst.put(name, hash(fixed)));
    return new RecordHashes(sweep, scenario, ofDatasets, ofAgainst);
  }

  private static String hash(ComparedAllocation fixed) {
    byte[] json = JsonWriter.bytes(out -> SweepRecord.write(out, fixed));
    return JsonDocuments.read(json, CanonicalForm::hash);
  }

  /** What has another hash here than elsewhere, or none there, as people name it. */
  List<String> differences(RecordHashes other) {
    List<String> differing = new ArrayList<>();
    if (!sweep.equals(other.sweep)) {
      differing.add("the document");
    }
    if (!scenario.equals(other.scenario)) {
      differing.add("the scenario");
    }
    differing(datasets, other.datasets, "the figures of ", differing);
    differing(against, other.against, "the fixed allocation ", differing);
    return differing;
  }

  private static void differing(
      SortedMap<String, String> ours,
      SortedMap<String, String> theirs,
      String kind,
      List<String> differing) {
    SortedMap<String, String> all = new TreeMap<>(theirs);
    all.putAll(ours);
    for (String name : all.keySet()) {
      if (!ours.getOrDefault(name, "").equals(theirs.getOrDefault(name, ""))) {
        differing.add(kind + name);
      }
    }
  }

  void write(JsonWriter out) {
    out.object(
        "hashes",
        () -> {
          out.text("sweep", sweep).text("scenario", scenario);
          out.object("datasets", () -> datasets.forEach(out::text));
          out.object("against", () -> against.forEach(out::text));
        });
  }

  static RecordHashes read(JsonCursor at) {
    ObjectFields fields = at.fields("sweep", "scenario", "datasets", "against");
    return new RecordHashes(
        fields.need("sweep").text(LONGEST, ""),
        fields.need("scenario").text(LONGEST, ""),
        texts(fields.need("datasets"), new TreeMap<>(Ids.BY_CODE_POINT)),
        texts(fields.need("against"), new TreeMap<>()));
  }

  private static SortedMap<String, String> texts(JsonCursor at, SortedMap<String, String> texts) {
    at.entries().all().forEach(item -> texts.put(item.name(), item.text(LONGEST, "")));
    return texts;
  }
}
