package io.bosett.http.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Static files that ship inside the jar (class path resources). */
public final class BundledFiles {
  private BundledFiles() {}

  public static byte[] bytes(String path) {
    try (InputStream in = BundledFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
