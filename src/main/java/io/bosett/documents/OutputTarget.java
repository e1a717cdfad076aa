package io.bosett.documents;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path that is written to stands for. Links are followed one by one, and never one of {@code
 * /proc}: what is behind a descriptor is not ours to replace.
 *
 * @param kind decides how it is written to
 * @param place the path behind all ordinary links, its folder resolved
 * @param descriptor of this process, or -1
 */
record OutputTarget(Kind kind, Path place, int descriptor) {
  private static final int MOST_LINKS = 40;
  private static final List<Path> SYSTEM =
      List.of(Path.of("/dev"), Path.of("/proc"), Path.of("/sys"));
  private static final Path SHARED_MEMORY = Path.of("/dev/shm");
  private static final Pattern DESCRIPTOR =
      Pattern.compile("/proc/(\\d+)/(?:task/\\d+/)?fd/(\\d{1,9})");

  /** How it is written to. */
  enum Kind {
    /** A folder: not at all. */
    FOLDER,
    /** A plain file by its own name, or none yet: replaced in one step. */
    PLAIN,
    /** A plain file behind a link, or none yet there: written in place. */
    LINKED,
    /** A pipe, a terminal or a device by a name outside the system's folders. */
    SPECIAL,
    /** A descriptor of this process. */
    DESCRIPTOR,
    /** Anything else below a folder of the system. */
    SYSTEM
  }

  /**
   * @throws IOException when its folder cannot be found
   */
  static OutputTarget of(Path file) throws IOException {
    Path at = file.toAbsolutePath();
    boolean system = isSystem(at.normalize());
    for (int links = 0; links < MOST_LINKS; links++) {
      Path place = place(at);
      Matcher descriptor = DESCRIPTOR.matcher(place.toString());
      if (descriptor.matches() && isOwn(descriptor.group(1))) {
        return new OutputTarget(Kind.DESCRIPTOR, place, Integer.parseInt(descriptor.group(2)));
      }
      system |= isSystem(place);
      if (!Files.isSymbolicLink(place)) {
        return new OutputTarget(kind(place, system, links > 0), place, -1);
      } else if (Files.getFileStore(place.getParent()).type().equals("proc")) {
        return new OutputTarget(Kind.SYSTEM, place, -1);
      }
      at = place.resolveSibling(Files.readSymbolicLink(place));
    }
    throw new FileSystemException(file.toString(), null, "its links lead in a circle");
  }

  /** With the folder resolved, the last name as it is. */
  private static Path place(Path at) throws IOException {
    Path folder = at.getParent();
    Path name = at.getFileName();
    if (folder == null || name == null || List.of(".", "..").contains(name.toString())) {
      return at.toRealPath();
    } else if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new FileSystemException(at.toString(), null, folder + " is not a folder");
    }
    return folder.toRealPath().resolve(name);
  }

  private static Kind kind(Path place, boolean system, boolean linked) {
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      return Kind.FOLDER;
    } else if (system) {
      return Kind.SYSTEM;
    } else if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      return Kind.SPECIAL;
    }
    return linked ? Kind.LINKED : Kind.PLAIN;
  }

  /** Whether a path, without links, lies in a folder of the system. */
  static boolean isSystem(Path path) {
    return !path.startsWith(SHARED_MEMORY) && SYSTEM.stream().anyMatch(path::startsWith);
  }

  private static boolean isOwn(String process) {
    return process.equals(Long.toString(ProcessHandle.current().pid()));
  }
}
