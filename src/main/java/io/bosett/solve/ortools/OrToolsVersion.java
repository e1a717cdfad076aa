package io.bosett.solve.ortools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of OR-Tools, found without loading it. */
final class OrToolsVersion {
  private static final String PROPERTIES =
      "/META-INF/maven/com.google.ortools/ortools-java/pom.properties";

  /** Such as {@code 9.15.6755}. */
  static final String VERSION = read();

  private OrToolsVersion() {}

  private static String read() {
    try (InputStream in = OrToolsVersion.class.getResourceAsStream(PROPERTIES)) {
      if (in == null) {
        return "unknown";
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
