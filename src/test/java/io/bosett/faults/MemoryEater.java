package io.bosett.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * An agent in the virtual machine of a service that takes all its memory as soon as a file is
 * there.
 */
public final class MemoryEater {
  private static final int BITE = 1 << 16;

  private MemoryEater() {}

  /** Called by the virtual machine with the name of the file. */
  public static void premain(String file) {
    Thread eater = new Thread(() -> eat(Path.of(file)), "eater");
    eater.setDaemon(true);
    eater.start();
  }

  private static void eat(Path file) {
    while (!Files.exists(file)) {
      ServiceClient.pause(10);
    }
    List<byte[]> eaten = new ArrayList<>();
    while (eaten.size() < Integer.MAX_VALUE) {
      eaten.add(new byte[BITE]);
    }
  }

  /** The option of a virtual machine that loads this agent. */
  static String option(Path folder, Path file) throws IOException {
    Path jar = folder.resolve("eater.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(new Attributes.Name("Premain-Class"), MemoryEater.class.getName());
    try (OutputStream stream = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(stream, manifest)) {
      out.putNextEntry(new ZipEntry("empty"));
    }
    return "-javaagent:" + jar + "=" + file;
  }
}
