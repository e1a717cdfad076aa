package io.bosett.cli;

import picocli.CommandLine.IVersionProvider;

/** Provides the version from the jar's manifest. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"bosett " + text()};
  }

  static String text() {
    String version = VersionProvider.class.getPackage().getImplementationVersion();
    return version == null ? "(not built)" : version;
  }
}
