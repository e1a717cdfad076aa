package io.bosett.documents.result;

import io.bosett.documents.json.JsonWriter;
import io.bosett.model.CanonicalJsonHash;
import io.bosett.model.Certificate;
import io.bosett.model.Conflict;
import io.bosett.model.Multipliers;
import java.util.List;

/** Writes {@code certificate} and {@code conflict}. */
final class ProofWriter {
  private ProofWriter() {}

  static void certificate(JsonWriter out, String name, Certificate certificate) {
    out.object(
        name,
        () ->
            out.whole("scale", certificate.scale())
                .object("multipliers", () -> multipliers(out, certificate.multipliers()))
                .whole("bound", certificate.bound())
                .texts("open", certificate.open())
                .text("hashForm", CanonicalJsonHash.FORM)
                .text("scenarioHash", certificate.scenarioHash())
                .text("datasetHash", certificate.datasetHash()));
  }

  private static void multipliers(JsonWriter out, Multipliers multipliers) {
    named(out, Multipliers.GENERAL, multipliers.general());
    out.list("regions", multipliers.regions(), ProofWriter::region);
  }

  private static void region(JsonWriter out, List<Long> multipliers) {
    out.object(() -> named(out, Multipliers.REGIONAL, multipliers));
  }

  private static void named(JsonWriter out, List<String> names, List<Long> values) {
    for (int k = 0; k < names.size(); k++) {
      out.whole(names.get(k), values.get(k));
    }
  }

  static void conflict(JsonWriter out, String name, Conflict conflict) {
    out.object(
        name,
        () ->
            out.list("rules", conflict.rules(), ProofWriter::rule)
                .list("relaxations", conflict.relaxations(), ProofWriter::relaxation));
  }

  private static void rule(JsonWriter out, Conflict.Rule rule) {
    out.object(
        () ->
            out.text("pointer", rule.pointer())
                .text("rule", rule.rule())
                .text("text", rule.text())
                .text("value", rule.value()));
  }

  private static void relaxation(JsonWriter out, Conflict.Relaxation relaxation) {
    out.object(
        () ->
            out.text("pointer", relaxation.pointer())
                .text("from", relaxation.from())
                .text("to", relaxation.to())
                .text("text", relaxation.text()));
  }
}
