package io.bosett.http.resource;

import io.bosett.documents.dataset.DatasetDescription;
import io.bosett.documents.json.JsonWriter;
import io.bosett.http.protocol.Links;
import io.bosett.model.Dataset;
import io.bosett.model.LostZeros;
import io.bosett.store.DatasetVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON summary of a dataset: its description without its figures. */
final class DatasetSummaryJson {
  private DatasetSummaryJson() {}

  /**
   * @param version of an uploaded dataset, or null for one that ships with the program
   */
  static void write(
      JsonWriter out, Dataset dataset, @Nullable DatasetVersion version, Links links) {
    out.object(() -> fields(out, dataset, version, links));
  }

  /** The same after an upload, with what is worth knowing about what was sent. */
  static void writeUploaded(JsonWriter out, Dataset dataset, DatasetVersion version, Links links) {
    String lost = LostZeros.warning(dataset);
    out.object(
        () -> {
          fields(out, dataset, version, links);
          out.texts("warnings", lost == null ? List.of() : List.of(lost));
        });
  }

  private static void fields(
      JsonWriter out, Dataset dataset, @Nullable DatasetVersion version, Links links) {
    String self = links.dataset(dataset.id());
    DatasetDescription.fields(out, dataset);
    out.truth("shipped", version == null);
    out.nullable("version", version == null ? null : version.version(), JsonWriter::whole);
    out.nullable(
        "uploadedAt", version == null ? null : version.uploadedAt().toString(), JsonWriter::text);
    out.object(
        "links",
        () -> {
          out.text("self", self).text("municipalities", self + "/municipalities");
          if (dataset.hasBoundaries()) {
            out.text("boundaries", self + BoundariesResource.PATH);
          }
        });
  }
}
