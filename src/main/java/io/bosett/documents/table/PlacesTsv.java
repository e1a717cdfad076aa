package io.bosett.documents.table;

import io.bosett.model.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The export of a result's places as tab-separated values ({@code text/tab-separated-values}): the
 * columns of {@link PlacesCsv}, no quotes, lines ended by line feeds. A tab or line end in a text
 * becomes a space.
 */
final class PlacesTsv {
  private PlacesTsv() {}

  /** Writes the table in UTF-8; the stream is left open. */
  static void write(ExportFormat.Answer answer, OutputStream stream) throws IOException {
    line(stream, PlacesTable.columns(answer.previousPersons()));
    for (Result.Place place : answer.result().places()) {
      line(stream, PlacesTable.row(place, answer.previousPersons()));
    }
    stream.flush();
  }

  private static void line(OutputStream stream, List<?> cells) throws IOException {
    String line =
        cells.stream()
            .map(cell -> cell.toString().replaceAll("[\\t\\r\\n]", " "))
            .collect(Collectors.joining("\t", "", "\n"));
    stream.write(line.getBytes(StandardCharsets.UTF_8));
  }
}
