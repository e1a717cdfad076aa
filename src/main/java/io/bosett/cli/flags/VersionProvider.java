package io.bosett.cli.flags;

import picocli.CommandLine.IVersionProvider;

/** Provides the version from the jar's manifest. */
public final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"bosett " + text()};
  }

  public static String text() {
    String version = VersionProvider.class.getPackage().getImplementationVersion();
    return version == null ? "(not built)" : version;
  }
}
