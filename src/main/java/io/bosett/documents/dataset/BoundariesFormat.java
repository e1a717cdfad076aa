package io.bosett.documents.dataset;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.PlainDecimals;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Boundary;
import io.bosett.model.Boundary.Ring;
import io.bosett.model.Dataset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The boundaries of municipalities as GeoJSON (RFC 7946): a feature collection whose features are
 * polygons or multipolygons in longitude and latitude. Not every municipality need have one;
 * heights are left out. In a document of ours a feature's id is the municipality's, and other
 * members are refused; in a file, which other programs write, the id may be a property instead, and
 * other members are ignored.
 */
public final class BoundariesFormat {
  /** The limit on the positions of all boundaries together. */
  public static final int MOST_POSITIONS = 250_000;

  private static final double MOST_LONGITUDE = 180;
  private static final double MOST_LATITUDE = 90;
  private static final int LEAST_POSITIONS = 4;

  private final Map<String, Boundary> boundaries = new LinkedHashMap<>();
  private final Map<String, JsonCursor> places = new LinkedHashMap<>();
  private int positions;

  private final boolean isDocument;

  private BoundariesFormat(boolean isDocument) {
    this.isDocument = isDocument;
  }

  /**
   * What was read.
   *
   * @param boundaries by the id of the municipality
   * @param places where each stands in the document
   */
  record Read(Map<String, Boundary> boundaries, Map<String, JsonCursor> places) {
    /**
     * Reports boundaries of municipalities that the dataset does not have; whether all are known.
     */
    boolean areOf(Set<String> municipalities) {
      boolean all = true;
      for (Map.Entry<String, JsonCursor> place : places.entrySet()) {
        if (!municipalities.contains(place.getKey())) {
          String quoted = TextRules.quoted(place.getKey());
          place.getValue().fault("is of " + quoted + ", not a municipality of the dataset", "");
          all = false;
        }
      }
      return all;
    }
  }

  /** Reads the feature collection of a document of ours; nothing where there is none. */
  static Read read(JsonCursor at) {
    return new BoundariesFormat(true).collection(at);
  }

  /** Reads the feature collection of a file. */
  static Read readFile(JsonCursor at) {
    return new BoundariesFormat(false).collection(at);
  }

  private ObjectFields fields(JsonCursor at, String... known) {
    return isDocument ? at.fields(known) : at.entries();
  }

  private Read collection(JsonCursor at) {
    if (at.isPresent()) {
      ObjectFields fields = fields(at, "type", "features");
      if (fields.isObject()) {
        fields.need("type").choice(Map.of("FeatureCollection", true), false);
        fields.need("features").items(FiguresFormat.MOST_MUNICIPALITIES).forEach(this::feature);
      }
      if (positions > MOST_POSITIONS) {
        at.fault("has " + positions + " positions", "at most " + MOST_POSITIONS);
      }
    }
    return new Read(boundaries, places);
  }

  private void feature(JsonCursor at) {
    ObjectFields fields = fields(at, "type", "id", "geometry");
    if (!fields.isObject()) {
      return;
    }
    fields.need("type").choice(Map.of("Feature", true), false);
    String id = isDocument ? fields.need("id").id() : idInFile(at, fields);
    Boundary boundary = geometry(fields.need("geometry"));
    if (id.isEmpty()) {
      return;
    }
    if (places.putIfAbsent(id, at) != null) {
      at.fault("is of " + TextRules.quoted(id) + ", named a second time", "every id once");
    }
    boundaries.put(id, boundary);
  }

  private static String idInFile(JsonCursor at, ObjectFields fields) {
    JsonCursor id = fields.get("id").nullable();
    if (!id.isPresent()) {
      id = fields.get("properties").nullable().entries().get("id");
    }
    if (!id.isPresent()) {
      at.fault("names no municipality", "an id of the feature, or a property 'id'");
    }
    return id.id();
  }

  private Boundary geometry(JsonCursor at) {
    List<List<Ring>> polygons = new ArrayList<>();
    ObjectFields fields = fields(at, "type", "coordinates");
    if (fields.isObject()) {
      Map<String, Boolean> types = Map.of("Polygon", false, "MultiPolygon", true);
      Boolean many = fields.need("type").choice(types, (Boolean) null);
      JsonCursor coordinates = fields.need("coordinates");
      if (many != null) {
        List<JsonCursor> each = many ? items(coordinates, 1) : List.of(coordinates);
        each.forEach(polygon -> polygons.add(items(polygon, 1).stream().map(this::ring).toList()));
      }
    }
    return new Boundary(polygons);
  }

  private static List<JsonCursor> items(JsonCursor at, int least) {
    List<JsonCursor> items = at.items();
    if (at.value() instanceof JsonValue.Items && items.size() < least) {
      at.fault("has " + items.size() + " entries", "at least " + least);
    }
    return items;
  }

  private Ring ring(JsonCursor at) {
    List<JsonCursor> items = items(at, LEAST_POSITIONS);
    positions = Math.addExact(positions, items.size());
    double[] degrees = new double[2 * items.size()];
    // Of a ring with faults the first is told: a file in other units has one in every position.
    int good = 0;
    while (good < items.size() && position(items.get(good), degrees, good)) {
      good++;
    }
    int last = degrees.length - 2;
    boolean whole = items.size() >= LEAST_POSITIONS && good == items.size();
    if (whole && (degrees[0] != degrees[last] || degrees[1] != degrees[last + 1])) {
      at.fault("ends elsewhere than it begins", "a closed ring");
    }
    return new Ring(degrees);
  }

  /** Whether the position has no fault. */
  private static boolean position(JsonCursor at, double[] degrees, int i) {
    List<JsonCursor> numbers = items(at, 2);
    if (numbers.size() < 2) {
      return false;
    }
    Double longitude = numbers.get(0).numberOrNull(-MOST_LONGITUDE, MOST_LONGITUDE);
    Double latitude = numbers.get(1).numberOrNull(-MOST_LATITUDE, MOST_LATITUDE);
    if (longitude == null || latitude == null) {
      return false;
    }
    degrees[2 * i] = longitude;
    degrees[2 * i + 1] = latitude;
    return true;
  }

  /** Writes a field with the boundaries, unless there are none. */
  static void write(JsonWriter out, String name, Dataset dataset) {
    if (dataset.hasBoundaries()) {
      out.name(name);
      write(out, dataset, false);
    }
  }

  /** Writes the feature collection for other programs: names and counties are properties. */
  public static void write(JsonWriter out, Dataset dataset) {
    write(out, dataset, true);
  }

  private static void write(JsonWriter out, Dataset dataset, boolean properties) {
    Iterable<Integer> with = () -> positions(dataset).iterator();
    out.object(
        () ->
            out.text("type", "FeatureCollection")
                .<Integer>list(
                    "features",
                    with,
                    (o, i) -> o.object(() -> feature(o, dataset, i, properties))));
  }

  private static Stream<Integer> positions(Dataset dataset) {
    return IntStream.range(0, dataset.size()).filter(i -> dataset.boundary(i) != null).boxed();
  }

  private static void feature(JsonWriter out, Dataset dataset, int position, boolean properties) {
    Boundary boundary = Objects.requireNonNull(dataset.boundary(position));
    out.text("type", "Feature").text("id", dataset.municipality(position));
    if (properties) {
      String county = dataset.county(position);
      out.object(
          "properties", () -> out.text("name", dataset.name(position)).text("county", county));
    }
    boolean many = boundary.polygons().size() != 1;
    out.object(
        "geometry",
        () -> {
          out.text("type", many ? "MultiPolygon" : "Polygon").name("coordinates");
          if (many) {
            out.list(boundary.polygons(), BoundariesFormat::polygon);
          } else {
            polygon(out, boundary.polygons().get(0));
          }
        });
  }

  private static void polygon(JsonWriter out, List<Ring> rings) {
    out.list(rings, BoundariesFormat::ring);
  }

  private static void ring(JsonWriter out, Ring ring) {
    Iterator<Integer> all = IntStream.range(0, ring.size()).iterator();
    Iterable<Integer> once = () -> all;
    out.<Integer>list(
        once,
        (o, i) ->
            o.raw(
                "["
                    + PlainDecimals.exact(ring.longitude(i))
                    + ","
                    + PlainDecimals.exact(ring.latitude(i))
                    + "]"));
  }
}
