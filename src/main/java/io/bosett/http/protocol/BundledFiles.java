package io.bosett.http.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Static files that ship inside the jar (class path resources). */
public final class BundledFiles {
  private BundledFiles() {}

  /** The version of a library, from the properties of its build. */
  public static String version(String path) {
    Properties properties = new Properties();
    try {
      properties.load(new ByteArrayInputStream(bytes(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "");
  }

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
