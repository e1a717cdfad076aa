package io.bosett.documents.table;

import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.PlainDecimals;
import io.bosett.model.Dataset;
import io.bosett.model.Result;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The GeoJSON export (RFC 7946) of a result's places: a feature for each, a point (longitude,
 * latitude, WGS 84) with the fields of {@link PlacesJson} as properties. The geometry is null where
 * the dataset has no coordinates.
 */
public final class PlacesGeoJson {
  private PlacesGeoJson() {}

  static void write(ExportFormat.Answer answer, OutputStream stream) {
    JsonWriter.write(
        stream, out -> write(out, answer.result(), answer.dataset(), answer.previousPersons()));
  }

  /** Writes the collection. */
  public static void write(
      JsonWriter out, Result result, Dataset dataset, @Nullable PreviousPersons previousPersons) {
    out.object(
        () ->
            out.text("type", "FeatureCollection")
                .list(
                    "features",
                    result.places(),
                    (o, place) -> o.object(() -> feature(o, place, dataset, previousPersons))));
  }

  private static void feature(
      JsonWriter out,
      Result.Place place,
      Dataset dataset,
      @Nullable PreviousPersons previousPersons) {
    out.text("type", "Feature").text("id", place.municipality());
    int position = dataset.position(place.municipality());
    if (position < 0 || Double.isNaN(dataset.longitude(position))) {
      out.nothing("geometry");
    } else {
      out.object("geometry", () -> point(out, dataset, position));
    }
    out.object("properties", () -> PlacesJson.fields(out, place, previousPersons));
  }

  private static void point(JsonWriter out, Dataset dataset, int position) {
    String longitude = PlainDecimals.exact(dataset.longitude(position));
    String latitude = PlainDecimals.exact(dataset.latitude(position));
    out.text("type", "Point").raw("coordinates", "[" + longitude + "," + latitude + "]");
  }
}
