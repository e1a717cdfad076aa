package io.bosett.documents.imports.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of one file, in the form that all formats share. */
public final class Facts {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, String> units = new LinkedHashMap<>();
  private String title = "";
  private String source = "";

  public void add(Entry entry) {
    if (entries.size() >= ReadingLimits.FIGURES) {
      throw new UnreadableException("holds more than " + ReadingLimits.FIGURES + " figures");
    }
    entries.add(entry);
  }

  public void title(String text) {
    title = text;
  }

  public void source(String text) {
    source = text;
  }

  /** The unit of a category, as the file says. */
  public void unit(String category, String unit) {
    units.put(category, unit);
  }

  public List<Entry> entries() {
    return entries;
  }

  /** What stands above all, where a year may be found. */
  public String title() {
    return title;
  }

  public String source() {
    return source;
  }

  public Map<String, String> units() {
    return units;
  }
}
