package io.bosett.http;

import io.bosett.files.DatasetDescription;
import io.bosett.files.JsonOut;
import io.bosett.model.Dataset;
import io.bosett.store.DatasetVersion;
import org.jspecify.annotations.Nullable;

/** What there is to know of a dataset without its figures. */
final class DatasetJson {
  private DatasetJson() {}

  /**
   * @param version of an uploaded one, or null of one that ships with the program
   */
  static void write(JsonOut out, Dataset dataset, @Nullable DatasetVersion version) {
    String self = Paths.dataset(dataset.id());
    out.object(
        () -> {
          DatasetDescription.fields(out, dataset);
          out.truth("shipped", version == null);
          out.nullable("version", version == null ? null : version.version(), JsonOut::whole);
          out.nullable(
              "uploadedAt",
              version == null ? null : version.uploadedAt().toString(),
              JsonOut::text);
          out.object(
              "links",
              () -> out.text("self", self).text("municipalities", self + "/municipalities"));
        });
  }
}
