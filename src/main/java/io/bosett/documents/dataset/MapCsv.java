package io.bosett.documents.dataset;

import io.bosett.documents.csv.CsvTableReader;
import io.bosett.documents.csv.DatasetFiles;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.FileFaults;
import io.bosett.documents.json.TextRules;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Tile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the optional files of a dataset folder: {@code tiles.csv}, each municipality's place on a
 * map of hexagons, and {@code languages.csv}, the official form of its language. Both may be absent
 * and need not name every municipality.
 */
final class MapCsv {
  static final String TILES = "tiles.csv";
  static final List<String> TILES_HEAD = List.of("municipality", "column", "row");
  static final String LANGUAGES_FILE = "languages.csv";
  static final Map<String, String> LANGUAGES = Map.of("nb", "nb", "nn", "nn", "neutral", "neutral");

  private static final int MUNICIPALITY = 0;
  private static final int COLUMN = 1;
  private static final int ROW = 2;
  private static final int LANGUAGE = 1;

  private final DatasetBuilder builder;
  private final MunicipalitiesCsv municipalities;
  private final Map<Tile, String> tiles = new HashMap<>();
  private final List<FileFault> faults = new ArrayList<>();
  private Set<String> named = new HashSet<>();

  MapCsv(DatasetBuilder builder, MunicipalitiesCsv municipalities) {
    this.builder = builder;
    this.municipalities = municipalities;
  }

  void read(DatasetFiles files) {
    read(files, TILES, TILES_HEAD, this::tile);
    read(files, LANGUAGES_FILE, List.of("municipality", "language"), this::language);
  }

  List<FileFault> faults() {
    return faults;
  }

  private void read(
      DatasetFiles files, String name, List<String> columns, Consumer<CsvTableReader> row) {
    if (isThere(files, name)) {
      FileFaults ofFile = new FileFaults(name);
      named = new HashSet<>();
      new CsvTableReader(ofFile, columns, List.of()).read(files, name, row);
      faults.addAll(ofFile.inOrder());
    }
  }

  /** What cannot be opened is told when it is read. */
  static boolean isThere(DatasetFiles files, String name) {
    try (InputStream in = files.open(name)) {
      return in != null;
    } catch (IOException e) {
      return true;
    }
  }

  private void tile(CsvTableReader table) {
    boolean known = isKnown(table);
    int column = place(table, COLUMN);
    int row = place(table, ROW);
    if (known && column >= 0 && row >= 0) {
      String id = table.field(MUNICIPALITY);
      String other = tiles.putIfAbsent(new Tile(column, row), id);
      if (other != null) {
        table.fault(COLUMN, "and row are the tile of " + TextRules.quoted(other) + " too");
      }
      builder.tile(id, new Tile(column, row));
    }
  }

  private static int place(CsvTableReader table, int field) {
    String text = table.field(field);
    int value = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    if (value < 0) {
      table.fault(field, "is " + TextRules.quoted(text) + ", expected 0.." + Tile.MOST);
    }
    return value;
  }

  private void language(CsvTableReader table) {
    boolean known = isKnown(table);
    @Nullable String language = LANGUAGES.get(table.field(LANGUAGE));
    if (language == null) {
      String found = TextRules.quoted(table.field(LANGUAGE));
      table.fault(LANGUAGE, "is " + found + ", expected nb, nn or neutral");
    } else if (known) {
      builder.language(table.field(MUNICIPALITY), language);
    }
  }

  private boolean isKnown(CsvTableReader table) {
    String id = table.field(MUNICIPALITY);
    boolean known = municipalities.rowById().containsKey(id);
    if (!known && municipalities.isReadable()) {
      String detail = ", not a municipality of " + MunicipalitiesCsv.FILE;
      table.fault(MUNICIPALITY, "is " + TextRules.quoted(id) + detail);
    } else if (!named.add(id)) {
      table.fault(MUNICIPALITY, "is " + TextRules.quoted(id) + ", named before");
    }
    return known && municipalities.isSound();
  }
}
