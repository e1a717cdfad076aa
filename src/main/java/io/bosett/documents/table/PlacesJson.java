package io.bosett.documents.table;

import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.result.ResultPlaceFormat;
import io.bosett.model.Result;
import org.jspecify.annotations.Nullable;

/**
 * The JSON export of a result's places: {@code scenario}, {@code previousFrom} (the source of the
 * previous numbers, or null) and {@code places}, each as in the result document with {@code
 * previous}, which is null where unknown.
 */
public final class PlacesJson {
  private PlacesJson() {}

  /** Writes the places. */
  public static void write(
      JsonWriter out, Result result, @Nullable PreviousPersons previousPersons) {
    out.object(
        () ->
            out.text("scenario", result.scenario())
                .nullable("previousFrom", source(previousPersons), JsonWriter::text)
                .list("places", result.places(), (o, place) -> place(o, place, previousPersons)));
  }

  private static @Nullable String source(@Nullable PreviousPersons previousPersons) {
    return previousPersons == null ? null : previousPersons.source();
  }

  private static void place(
      JsonWriter out, Result.Place place, @Nullable PreviousPersons previousPersons) {
    out.object(() -> fields(out, place, previousPersons));
  }

  static void fields(
      JsonWriter out, Result.Place place, @Nullable PreviousPersons previousPersons) {
    ResultPlaceFormat.writeFields(out, place);
    @Nullable Integer before =
        previousPersons == null ? null : previousPersons.of(place.municipality());
    out.nullable("previous", before, JsonWriter::whole);
  }
}
