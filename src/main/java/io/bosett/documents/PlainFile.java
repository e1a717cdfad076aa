package io.bosett.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;

/**
 * A plain file, or none yet, that is to have new content.
 *
 * @param place of the file, no link
 * @param linked whether it was given by a link, so that it may not be replaced
 */
record PlainFile(Path place, boolean linked) {
  /** Replaces it in one step, or copies over it in place where that may not or cannot be. */
  void write(AtomicFile.Filling filling) throws IOException {
    boolean exists = Files.exists(place);
    if (exists && !Files.isWritable(place)) {
      throw new AccessDeniedException(place.toString());
    }
    boolean keep = linked || (exists && hardLinks() > 1);
    Path partial = partial(exists);
    try {
      filling.fill(partial);
      boolean beside = folder().equals(partial.getParent());
      if (keep || !beside || (exists && !dress(partial)) || !moved(partial, exists)) {
        copy(partial);
      }
    } finally {
      PartialFiles.end(partial);
    }
  }

  private Path folder() {
    return Objects.requireNonNull(place.getParent(), "a file is in a folder");
  }

  /** Replaces it in one step. */
  void replace(AtomicFile.Filling filling, AtomicFile.PuttingInPlace inPlace) throws IOException {
    boolean exists = Files.exists(place);
    if (exists && !Files.isWritable(place)) {
      throw new AccessDeniedException(place.toString());
    }
    Path partial = PartialFiles.make(folder(), true);
    try {
      filling.fill(partial);
      if (exists) {
        dress(partial);
      }
      inPlace.move(partial, place);
    } finally {
      PartialFiles.end(partial);
    }
  }

  /**
   * Beside it, or, where that cannot be but the file itself may be written, among temporary ones.
   */
  private Path partial(boolean exists) throws IOException {
    try {
      return PartialFiles.make(folder(), exists);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (FileSystemException e) {
      if (!exists) {
        throw e;
      }
      return PartialFiles.make(Path.of(System.getProperty("java.io.tmpdir")), true);
    }
  }

  private int hardLinks() throws IOException {
    return place.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? (Integer) Files.getAttribute(place, "unix:nlink", LinkOption.NOFOLLOW_LINKS)
        : 1;
  }

  /** Gives the partial file mode, owner and group of this one; false when it cannot. */
  private boolean dress(Path partial) {
    PosixFileAttributeView view = Files.getFileAttributeView(partial, PosixFileAttributeView.class);
    if (view == null) {
      return true;
    }
    try {
      PosixFileAttributes wanted = Files.readAttributes(place, PosixFileAttributes.class);
      PosixFileAttributes had = view.readAttributes();
      if (!wanted.owner().equals(had.owner())) {
        view.setOwner(wanted.owner());
      }
      if (!wanted.group().equals(had.group())) {
        view.setGroup(wanted.group());
      }
      view.setPermissions(wanted.permissions());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * False when it cannot be replaced, as when it is mounted by itself; then it can be copied to.
   */
  private boolean moved(Path partial, boolean exists) throws IOException {
    try {
      AtomicFile.move(partial, place);
      return true;
    } catch (FileSystemException e) {
      if (!exists) {
        throw e;
      }
      return false;
    }
  }

  private void copy(Path partial) throws IOException {
    // The content is opened first: where it is gone, the file must not be cut.
    try (InputStream content = Files.newInputStream(partial);
        OutputStream stream =
            Files.newOutputStream(
                place,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      content.transferTo(stream);
    }
  }
}
