package io.bosett.documents.dataset;

import io.bosett.documents.csv.DatasetFiles;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.FileFaults;
import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.PlainDecimals;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.documents.json.TextRules;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Outline;
import io.bosett.model.Outline.Corner;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The boundaries of municipalities: as {@code outline} of a municipality in JSON, a list of rings
 * of {@code [longitude, latitude]}, and as {@code boundaries.geojson} of a folder, a feature
 * collection (RFC 7946) of polygons whose property {@code municipality} is the id. Both may be
 * absent and need not know every municipality.
 */
final class OutlineFormat {
  static final String FILE = "boundaries.geojson";

  private static final int MOST_CORNERS = 100_000;
  private static final int LEAST_CORNERS = 4;
  private static final int MOST_LONGITUDE = 180;
  private static final int MOST_LATITUDE = 90;
  private static final Map<String, Boolean> SHAPES = Map.of("Polygon", false, "MultiPolygon", true);

  private OutlineFormat() {}

  /** Reads the file of a folder; its faults. */
  static List<FileFault> read(
      DatasetFiles files, DatasetBuilder builder, MunicipalitiesCsv municipalities) {
    FileFaults ofFile = new FileFaults(FILE);
    try (InputStream in = files.open(FILE)) {
      if (in != null) {
        FaultCollector found = new FaultCollector();
        JsonValue value = StrictJsonParser.parse(in.readAllBytes(), found);
        if (value != null) {
          collection(new JsonCursor(value, JsonPointer.ROOT, found), builder, municipalities);
        }
        for (FaultCollector.Found fault : found.inOrder()) {
          ofFile.add(fault.line(), fault.column(), fault.violation().toString());
        }
      }
    } catch (IOException e) {
      ofFile.addOfWhole("cannot be read: " + e.getMessage());
    }
    return ofFile.inOrder();
  }

  private static void collection(
      JsonCursor at, DatasetBuilder builder, MunicipalitiesCsv municipalities) {
    Set<String> named = new HashSet<>();
    for (JsonCursor feature : at.entries().get("features").items()) {
      ObjectFields fields = feature.entries();
      JsonCursor idAt = fields.get("properties").entries().get("municipality");
      String id = idAt.id();
      Outline outline = geometry(fields.get("geometry"));
      if (!municipalities.rowById().containsKey(id) && municipalities.isReadable()) {
        idAt.fault("is " + TextRules.quoted(id) + ", not a municipality", MunicipalitiesCsv.FILE);
      } else if (!named.add(id)) {
        idAt.fault("is " + TextRules.quoted(id) + ", named before", "every id once");
      } else if (municipalities.isSound()) {
        builder.outline(id, outline);
      }
    }
  }

  private static Outline geometry(JsonCursor at) {
    ObjectFields fields = at.entries();
    boolean several = fields.get("type").choice(SHAPES, false);
    List<List<Corner>> rings = new ArrayList<>();
    JsonCursor coordinates = fields.get("coordinates");
    for (JsonCursor polygon : several ? coordinates.items() : List.of(coordinates)) {
      polygon.items().forEach(ring -> rings.add(ring(ring)));
    }
    return new Outline(rings);
  }

  /** Reads {@code outline} of a municipality. */
  static Outline read(JsonCursor at) {
    return new Outline(at.items().stream().map(OutlineFormat::ring).toList());
  }

  private static List<Corner> ring(JsonCursor at) {
    List<Corner> corners = at.items(MOST_CORNERS).stream().map(OutlineFormat::corner).toList();
    int last = corners.size() - 1;
    if (corners.size() < LEAST_CORNERS || !corners.get(0).equals(corners.get(last))) {
      at.fault("is no ring", "at least 4 corners, the last one as the first");
    }
    return corners;
  }

  private static Corner corner(JsonCursor at) {
    List<JsonCursor> numbers = at.items();
    if (numbers.size() < 2) {
      at.fault("is no corner", "[longitude, latitude]");
      return new Corner(0, 0);
    }
    return new Corner(
        numbers.get(0).number(-MOST_LONGITUDE, MOST_LONGITUDE, 0),
        numbers.get(1).number(-MOST_LATITUDE, MOST_LATITUDE, 0));
  }

  /** Writes a field with the rings. */
  static void write(JsonWriter out, String name, Outline outline) {
    out.list(name, outline.rings(), (o, ring) -> o.list(ring, OutlineFormat::write));
  }

  private static void write(JsonWriter out, Corner corner) {
    String longitude = PlainDecimals.exact(corner.longitude());
    out.raw("[" + longitude + "," + PlainDecimals.exact(corner.latitude()) + "]");
  }
}
