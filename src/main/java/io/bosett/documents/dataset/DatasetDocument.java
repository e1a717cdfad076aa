package io.bosett.documents.dataset;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Indicator;
import io.bosett.model.InvalidInputException;
import java.io.OutputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JSON format of a whole dataset: the fields of {@code dataset.json}, and {@code
 * municipalities} as a scenario may carry them, with longitude and latitude where known, and where
 * there are some {@code boundaries}, {@code names}, {@code changes} and {@code provenance}. The
 * output is canonical, the same bytes for the same dataset, and reads back as an equal one. Licence
 * and derivations of a folder are among notes and descriptions, as the dataset keeps them.
 */
public final class DatasetDocument {
  private static final String[] FIELDS = {
    "id",
    "title",
    "licence",
    "notes",
    "counties",
    "indicators",
    "municipalities",
    "boundaries",
    "names",
    "changes",
    "provenance"
  };

  private DatasetDocument() {}

  /** The document on one line. */
  public static byte[] write(Dataset dataset) {
    return JsonWriter.bytes(out -> write(out, dataset));
  }

  /** Writes the document on one line in UTF-8; the stream is flushed and left open. */
  public static void write(Dataset dataset, OutputStream stream) {
    JsonWriter.write(stream, out -> write(out, dataset));
  }

  /** Writes it as part of another document. */
  public static void write(JsonWriter out, Dataset dataset) {
    out.object(
        () -> {
          if (!dataset.id().isEmpty()) {
            out.text("id", dataset.id()).text("title", dataset.title());
          }
          if (!dataset.notes().isEmpty()) {
            out.texts("notes", dataset.notes());
          }
          out.object("counties", () -> counties(out, dataset));
          out.list("indicators", dataset.indicators().values(), DatasetDocument::indicator);
          FiguresFormat.writeWithPlaces(out, "municipalities", dataset);
          BoundariesFormat.write(out, "boundaries", dataset);
          HistoryFormat.write(out, dataset.history());
        });
  }

  /**
   * Writes the counties; municipalities without a county have one whose id is empty, which no
   * document names.
   */
  static void counties(JsonWriter out, Dataset dataset) {
    dataset
        .counties()
        .forEach(
            (id, county) -> {
              if (!id.isEmpty()) {
                out.text(id, county.name());
              }
            });
  }

  private static void indicator(JsonWriter out, Indicator indicator) {
    out.object(() -> indicatorFields(out, indicator));
  }

  static void indicatorFields(JsonWriter out, Indicator indicator) {
    out.text("id", indicator.id())
        .text("unit", indicator.unit())
        .text("source", indicator.source())
        .text("licence", indicator.licence())
        .text("description", indicator.description());
  }

  /**
   * Reads a document strictly.
   *
   * @throws InvalidInputException with all violations, as pointers into the document
   */
  public static Dataset read(byte[] utf8) {
    return JsonDocuments.read(utf8, DatasetDocument::read);
  }

  /**
   * Reads a document strictly.
   *
   * @param expectedId the id that it must have
   * @throws InvalidInputException with all violations, as pointers into the document
   */
  public static Dataset read(byte[] utf8, String expectedId) {
    return JsonDocuments.read(utf8, at -> read(at, expectedId));
  }

  /** Reads one that is part of another document. */
  public static Dataset read(JsonCursor at) {
    return read(at, null);
  }

  private static Dataset read(JsonCursor at, @Nullable String expectedId) {
    ObjectFields fields = at.fields(FIELDS);
    DescriptionReader description = new DescriptionReader();
    DatasetBuilder builder = description.read(fields).history(HistoryFormat.read(fields));
    JsonCursor id = fields.get("id");
    if (expectedId != null
        && id.value() instanceof JsonValue.Text text
        && !text.text().equals(expectedId)) {
      id.fault("is " + text.describe() + ", not the id of the address", expectedId);
    }
    FiguresFormat.Rules rules =
        new FiguresFormat.Rules(
            false, true, false, description.counties(), description.indicators());
    BoundariesFormat.Read boundaries = BoundariesFormat.read(fields.get("boundaries"));
    boundaries.boundaries().forEach(builder::boundary);
    Dataset read = FiguresFormat.read(fields.need("municipalities"), builder, rules);
    Dataset dataset = read == null ? builder.build() : read;
    boundaries.areOf(Set.copyOf(dataset.municipalities()));
    return dataset;
  }
}
