package io.bosett.documents.boundaries;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.bosett.documents.OutputFolder;
import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.dataset.HistoryFiles;
import io.bosett.documents.imports.folder.FolderWriter;
import io.bosett.documents.imports.folder.IndicatorTable;
import io.bosett.documents.imports.folder.PrettyJson;
import io.bosett.documents.imports.folder.ProvenanceText;
import io.bosett.model.DatasetHistory;
import io.bosett.model.Tile;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a converted dataset as a new folder, whole or not at all. */
public final class ConvertedFolder {
  private static final List<String> COPIED = List.of(HistoryFiles.NAMES, HistoryFiles.CHANGES);
  private static final int MOST_NOTES = 100;

  private ConvertedFolder() {}

  /**
   * Writes a folder that does not exist yet.
   *
   * @param id of the new dataset
   * @param counties names of counties by id, beside those of the dataset
   */
  public static void write(
      Conversion conversion, Path target, String id, Map<String, String> counties)
      throws IOException {
    OutputFolder.make(target, partial -> fill(conversion, partial, id, counties));
  }

  private static void fill(
      Conversion conversion, Path partial, String id, Map<String, String> counties)
      throws IOException {
    Files.writeString(partial.resolve("municipalities.csv"), municipalities(conversion));
    IndicatorTable table = new IndicatorTable();
    conversion.cells().forEach(table::put);
    Files.writeString(partial.resolve(IndicatorTable.FILE), table.text());
    Files.writeString(
        partial.resolve(FolderWriter.DESCRIPTION), description(conversion, id, counties));
    map(conversion, partial);
    if (!conversion.dataset().history().imports().isEmpty()) {
      Files.writeString(partial.resolve(HistoryFiles.PROVENANCE), provenance(conversion));
    }
    for (String name : COPIED) {
      Path file = conversion.folder().resolve(name);
      if (Files.isRegularFile(file)) {
        Files.copy(file, partial.resolve(name));
      }
    }
    DatasetFolder.read(partial);
  }

  private static String municipalities(Conversion conversion) throws IOException {
    boolean points =
        conversion.municipalities().stream().anyMatch(one -> !Double.isNaN(one.longitude()));
    List<String> head = new ArrayList<>(List.of("id", "name", "county"));
    if (points) {
      head.addAll(List.of("longitude", "latitude"));
    }
    return table(
        head,
        conversion.municipalities(),
        one -> {
          List<String> row = new ArrayList<>(List.of(one.id(), one.name(), one.county()));
          if (points) {
            row.addAll(List.of(degrees(one.longitude()), degrees(one.latitude())));
          }
          return row;
        });
  }

  private static void map(Conversion conversion, Path folder) throws IOException {
    List<Conversion.Municipality> all = conversion.municipalities();
    List<Conversion.Municipality> tiled = all.stream().filter(one -> one.tile() != null).toList();
    List<Conversion.Municipality> spoken =
        all.stream().filter(one -> one.language() != null).toList();
    if (!tiled.isEmpty()) {
      String text = table(List.of("municipality", "column", "row"), tiled, ConvertedFolder::tile);
      Files.writeString(folder.resolve("tiles.csv"), text);
    }
    if (!spoken.isEmpty()) {
      String text =
          table(
              List.of("municipality", "language"),
              spoken,
              one -> List.of(one.id(), String.valueOf(one.language())));
      Files.writeString(folder.resolve("languages.csv"), text);
    }
  }

  private static List<String> tile(Conversion.Municipality one) {
    Tile tile = one.tile();
    return tile == null
        ? List.of(one.id(), "", "")
        : List.of(one.id(), Integer.toString(tile.column()), Integer.toString(tile.row()));
  }

  private static <T> String table(List<String> head, List<T> all, Function<T, List<String>> row)
      throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(head);
      all.forEach(one -> csv.writeRecord(row.apply(one)));
    }
    return text.toString();
  }

  /** The provenance, which says of each figure that it was carried over. */
  private static String provenance(Conversion conversion) {
    String how =
        "carried over from the boundaries of " + conversion.from() + " to " + conversion.to();
    List<DatasetHistory.Import> imports = new ArrayList<>();
    for (DatasetHistory.Import one : conversion.dataset().history().imports()) {
      List<String> answers = new ArrayList<>(one.answers());
      answers.add(how);
      imports.add(one.withAnswers(answers));
    }
    return ProvenanceText.of(imports);
  }

  private static String degrees(double value) {
    return Double.isNaN(value)
        ? ""
        : BigDecimal.valueOf(value)
            .setScale(4, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }

  private static String description(Conversion conversion, String id, Map<String, String> counties)
      throws IOException {
    byte[] old = Files.readAllBytes(conversion.folder().resolve(FolderWriter.DESCRIPTION));
    ObjectNode root = (ObjectNode) new JsonMapper().readTree(old);
    root.put("id", id);
    root.put(
        "title", root.path("title").asString("") + ", in the boundaries of " + conversion.to());
    ArrayNode notes = root.withArrayProperty("notes");
    notes.add(
        "Carried over from the boundaries of "
            + conversion.from()
            + " to those of "
            + conversion.to()
            + ": counts summed, rates weighted, points and tiles the mean by area, languages where the territory is the same.");
    List<String> lists = conversion.lists();
    lists.subList(0, Math.min(MOST_NOTES, lists.size())).forEach(notes::add);
    if (lists.size() > MOST_NOTES) {
      notes.add(lists.size() - MOST_NOTES + " more cells were not carried over as they were.");
    }
    Map<String, String> names = new TreeMap<>();
    for (Conversion.Municipality one : conversion.municipalities()) {
      String county = one.county();
      var known = conversion.dataset().counties().get(county);
      names.put(county, counties.getOrDefault(county, known == null ? county : known.name()));
    }
    ObjectNode regions = root.putObject("counties");
    names.forEach(regions::put);
    return PrettyJson.text(root);
  }
}
