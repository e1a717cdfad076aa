package io.bosett.files;

import io.bosett.model.Result;
import org.jspecify.annotations.Nullable;

/**
 * The places of a result as JSON: {@code scenario}, {@code previousFrom} (where the numbers of the
 * year before come from, or null) and {@code places}, each as in the result document with {@code
 * previous}, which is null where it is not known.
 */
public final class PlacesJson {
  private PlacesJson() {}

  /** Writes the places. */
  public static void write(JsonOut out, Result result, @Nullable LastYear lastYear) {
    out.object(
        () ->
            out.text("scenario", result.scenario())
                .nullable("previousFrom", source(lastYear), JsonOut::text)
                .list("places", result.places(), (o, place) -> place(o, place, lastYear)));
  }

  private static @Nullable String source(@Nullable LastYear lastYear) {
    return lastYear == null ? null : lastYear.source();
  }

  private static void place(JsonOut out, Result.Place place, @Nullable LastYear lastYear) {
    out.object(() -> fields(out, place, lastYear));
  }

  static void fields(JsonOut out, Result.Place place, @Nullable LastYear lastYear) {
    ResultWriter.placeFields(out, place);
    @Nullable Integer before = lastYear == null ? null : lastYear.of(place.municipality());
    out.nullable("previous", before, JsonOut::whole);
  }
}
