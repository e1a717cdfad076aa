package io.bosett.documents.dataset;

import io.bosett.documents.csv.FileFault;
import io.bosett.documents.json.TextRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names in an archive: checks for path traversal, and finds the one folder that is the dataset.
 */
final class ZipNames {
  /** Stands for the archive itself, where an error concerns no entry. */
  static final String ARCHIVE = "archive";

  /** The files that make a folder a dataset. */
  private static final List<String> REQUIRED =
      List.of(DescriptionFile.FILE, MunicipalitiesCsv.FILE, IndicatorsCsv.FILE);

  /** The files that a dataset may have besides. */
  private static final List<String> OPTIONAL =
      List.of(
          MapCsv.TILES,
          MapCsv.LANGUAGES_FILE,
          BoundariesFile.FILE,
          HistoryFiles.NAMES,
          HistoryFiles.CHANGES,
          HistoryFiles.PROVENANCE);

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  private final List<FileFault> faults = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final TreeSet<String> folders = new TreeSet<>();
  private final TreeSet<String> tooDeep = new TreeSet<>();

  ZipNames(List<ZipDirectory.Entry> entries) {
    entries.forEach(this::add);
    if (folders.size() > 1) {
      String where = String.join(", ", folders.stream().map(ZipNames::place).toList());
      faults.add(
          FileFault.ofWhole(
              ARCHIVE, "has files of a dataset in several places (" + where + "), expected one"));
    } else if (folders.isEmpty()) {
      String found = tooDeep.isEmpty() ? "" : "; " + tooDeep.first() + " lies too deep";
      faults.add(
          FileFault.ofWhole(
              ARCHIVE,
              "has no " + DescriptionFile.FILE + " at the top or inside one folder" + found));
    }
  }

  private static String place(String folder) {
    return folder.isEmpty() ? "the top" : shown(folder);
  }

  private void add(ZipDirectory.Entry entry) {
    String name = plain(entry.name());
    boolean top = name.isEmpty() && !entry.name().isEmpty();
    if (!names.add(name)) {
      fault(entry.name(), "stands twice in the archive");
    } else if (!top && leadsOut(name)) {
      fault(entry.name(), "is a path that leads out of the archive or is none");
    } else if (entry.encrypted()) {
      fault(entry.name(), "is encrypted");
    } else if (entry.link()) {
      fault(entry.name(), "is a link, expected files and folders");
    } else {
      place(name.split("/", -1), name);
    }
  }

  /** A name without {@code ./} at its beginning, as some programs write it. */
  static String plain(String name) {
    String plain = name;
    while (plain.startsWith("./")) {
      plain = plain.substring(2);
    }
    return plain;
  }

  private void place(String[] parts, String name) {
    String last = parts[parts.length - 1];
    if (!REQUIRED.contains(last)) {
      return;
    }
    if (parts.length > 2) {
      tooDeep.add(shown(name));
    } else {
      folders.add(name.substring(0, name.length() - last.length()));
    }
  }

  private static boolean leadsOut(String name) {
    if (name.isEmpty() || name.startsWith("/") || DRIVE.matcher(name).matches()) {
      return true;
    }
    boolean odd = name.indexOf('\\') >= 0 || name.chars().anyMatch(c -> c < ' ' || c == 0x7f);
    return odd || Stream.of(name.split("/")).anyMatch(ZipNames::isDots);
  }

  private static boolean isDots(String part) {
    return part.isEmpty() || part.equals(".") || part.equals("..");
  }

  private void fault(String name, String detail) {
    faults.add(FileFault.ofWhole(shown(name), detail));
  }

  /** A name, safe to be shown. */
  static String shown(String name) {
    return name.isEmpty() ? "''" : TextRules.shortened(name);
  }

  List<FileFault> faults() {
    return faults;
  }

  boolean has(String name) {
    return names.contains(name);
  }

  int count() {
    return names.size();
  }

  /** Whether the entry is a file of the dataset; without errors there is one folder. */
  boolean isOfDataset(String name) {
    String folder = folders.first();
    if (!name.startsWith(folder)) {
      return false;
    }
    String file = name.substring(folder.length());
    return REQUIRED.contains(file) || OPTIONAL.contains(file);
  }

  /** The name of a file of the dataset in the archive. */
  String inArchive(String file) {
    return folders.first() + file;
  }
}
