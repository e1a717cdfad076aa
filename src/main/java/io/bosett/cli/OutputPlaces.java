package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.documents.AtomicFile;
import io.bosett.documents.OutputFolder;
import io.bosett.service.IoFailureText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places that flags name to be written to: no two the same, and none of them also read. */
final class OutputPlaces {
  /** For the help of each such flag. */
  static final String HELP =
      " An existing file keeps its mode and owner. One with further hard links, behind a link, or"
          + " in a folder that cannot be written to is written in place, after all of it is ready:"
          + " only there a crash can leave half of it. Pipes, devices and descriptors (/dev/stdout)"
          + " are written to as they are.";

  private final Map<String, Path> written = new LinkedHashMap<>();

  /** Adds the place that a flag names, if it does. */
  OutputPlaces add(String flag, @Nullable Path place) {
    if (place != null) {
      written.put(flag, place);
    }
    return this;
  }

  /**
   * Refuses a path at which no new folder can be made.
   *
   * @throws BadInputException that says why
   */
  static void requireNewFolder(Path folder) {
    try {
      OutputFolder.requireNew(folder);
    } catch (IOException e) {
      throw new BadInputException(folder + ": " + IoFailureText.of(e));
    }
  }

  /**
   * What is wrong with them.
   *
   * @param read files that are read
   */
  List<String> faults(List<Path> read) {
    List<String> faults = new ArrayList<>();
    List<String> flags = List.copyOf(written.keySet());
    for (int i = 0; i < flags.size(); i++) {
      String flag = flags.get(i);
      Path place = Path.of("" + written.get(flag));
      if (place.toString().isBlank()) {
        faults.add("bosett: " + flag + " is empty; expected a file");
        continue;
      }
      for (String other : flags.subList(0, i)) {
        if (AtomicFile.isSame(place, Path.of("" + written.get(other)))) {
          faults.add("bosett: " + flag + " and " + other + " are both " + place);
        }
      }
      if (read.stream().anyMatch(input -> AtomicFile.isSame(place, input))) {
        faults.add("bosett: " + flag + " is " + place + ", which is read as well");
      }
    }
    return faults;
  }
}
