package io.bosett.documents.result;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Demand;
import io.bosett.model.Result;
import io.bosett.model.Result.Binding;
import io.bosett.model.Result.Place;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a result document. */
final class ResultReader {
  private static final Map<String, Result.Status> STATUS = words(Result.Status.values());
  private static final Map<String, Result.Stopped> STOPPED = words(Result.Stopped.values());
  private static final Map<String, Result.Proof> PROOF = words(Result.Proof.values());
  private static final Map<String, Binding> BINDING = words(Binding.values(), ResultWriter::word);
  private static final Map<String, String> FILLED_FROM =
      new TreeMap<>(Map.of("shrink", "shrink", "county", "county", "national", "national"));

  private ResultReader() {}

  private static <E extends Enum<E>> Map<String, E> words(E[] values) {
    return words(values, E::name);
  }

  private static <E> Map<String, E> words(E[] values, Function<E, String> word) {
    Map<String, E> words = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> words.put(word.apply(value), value));
    return words;
  }

  @SuppressWarnings("NullAway") // it does not see type arguments, and null is one of the choices
  static Result read(JsonCursor at) {
    ObjectFields fields =
        at.fields(
            "scenario",
            "status",
            "stopped",
            "proof",
            "objective",
            "bound",
            "gap",
            "fit",
            "totals",
            "places",
            "filledIn",
            "disturbance",
            "certificate",
            "conflict",
            "solver");
    return new Result(
        fields.need("scenario").text(TextRules.LONGEST_NAME, ""),
        fields.need("status").choice(STATUS, Result.Status.UNKNOWN),
        fields.need("stopped").nullable().<Result.@Nullable Stopped>choice(STOPPED, null),
        fields.need("proof").nullable().<Result.@Nullable Proof>choice(PROOF, null),
        whole(fields.need("objective").nullable()),
        whole(fields.need("bound").nullable()),
        whole(fields.need("gap").nullable()),
        fit(fields.need("fit").nullable()),
        totals(fields.need("totals")),
        fields.need("places").items().stream().map(ResultReader::place).toList(),
        fields.need("filledIn").items().stream().map(ResultReader::filledIn).toList(),
        disturbance(fields.get("disturbance").nullable()),
        ProofReader.certificate(fields.need("certificate").nullable()),
        ProofReader.conflict(fields.need("conflict").nullable()),
        solver(fields.need("solver")));
  }

  private static @Nullable Long whole(JsonCursor at) {
    return at.longOrNull(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static int count(JsonCursor at) {
    return at.whole(0, Integer.MAX_VALUE, 0);
  }

  private static double any(JsonCursor at) {
    return at.number(-Double.MAX_VALUE, Double.MAX_VALUE, 0);
  }

  private static @Nullable Double anyOrNull(JsonCursor at) {
    return at.isPresent() ? Double.valueOf(any(at)) : null;
  }

  private static Result.@Nullable FitReport fit(JsonCursor at) {
    ObjectFields fields = at.fields("total", "persons", "minors", "criteria");
    if (!fields.isObject()) {
      return null;
    }
    JsonCursor minors = fields.need("minors").nullable();
    return new Result.FitReport(
        any(fields.need("total")),
        any(fields.need("persons")),
        anyOrNull(minors),
        fields.need("criteria").entries().all().stream()
            .map(c -> new Result.FitReport.OfCriterion(c.name(), anyOrNull(c.nullable())))
            .toList());
  }

  private static Result.Totals totals(JsonCursor at) {
    ObjectFields fields =
        at.fields("candidates", "selected", "persons", "minors", "minorsMunicipalities");
    return new Result.Totals(
        count(fields.need("candidates")),
        count(fields.need("selected")),
        count(fields.need("persons")),
        count(fields.need("minors")),
        count(fields.need("minorsMunicipalities")));
  }

  private static Place place(JsonCursor at) {
    ObjectFields fields =
        at.fields(
            "municipality", "name", "county", "persons", "minors", "target", "cap", "binding");
    List<Binding> binding =
        fields.need("binding").items().stream().map(b -> b.choice(BINDING, Binding.CAP)).toList();
    return new Place(
        fields.need("municipality").id(),
        fields.need("name").text(TextRules.LONGEST_NAME, ""),
        fields.need("county").text(TextRules.LONGEST_ID, ""),
        fields.need("persons").whole(0, Demand.MAXIMUM, 0),
        fields.need("minors").whole(0, Demand.MAXIMUM, 0),
        any(fields.need("target")),
        count(fields.need("cap")),
        binding);
  }

  private static Result.FilledIn filledIn(JsonCursor at) {
    ObjectFields fields = at.fields("municipality", "indicator", "value", "from");
    return new Result.FilledIn(
        fields.need("municipality").id(),
        fields.need("indicator").id(),
        any(fields.need("value")),
        fields.need("from").choice(FILLED_FROM, ""));
  }

  private static Result.@Nullable Disturbance disturbance(JsonCursor at) {
    ObjectFields fields = at.fields("persons", "switches", "cost");
    if (!fields.isObject()) {
      return null;
    }
    Long persons = fields.need("persons").longOrNull(0, Long.MAX_VALUE);
    Long cost = fields.need("cost").longOrNull(0, Long.MAX_VALUE);
    return new Result.Disturbance(
        persons == null ? 0 : persons, count(fields.need("switches")), cost == null ? 0 : cost);
  }

  private static Result.SolverReport solver(JsonCursor at) {
    ObjectFields fields = at.fields("name", "version", "seconds", "phases", "claim");
    SortedMap<String, Double> phases = new TreeMap<>();
    for (JsonCursor phase : fields.need("phases").entries().all()) {
      phases.put(phase.pointer().token(), any(phase));
    }
    return new Result.SolverReport(
        fields.need("name").text(TextRules.LONGEST_NAME, ""),
        fields.need("version").text(TextRules.LONGEST_NAME, ""),
        any(fields.need("seconds")),
        phases,
        fields.get("claim").text(TextRules.LONGEST_TEXT, ""));
  }
}
