package io.bosett.benchmark.run;

import io.bosett.benchmark.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** A results file: JSON lines, appended one by one and forced to the disk, so that none is lost. */
public final class Lines implements AutoCloseable {
  private final FileChannel file;

  private Lines(FileChannel file) {
    this.file = file;
  }

  /** Opens a file to append to; it is created with its folder when it is not there. */
  public static Lines append(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Lines lines =
        new Lines(
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    lines.startOnNewLine();
    return lines;
  }

  /** A run that was cut off may have left half a line; what follows must not be joined to it. */
  private void startOnNewLine() throws IOException {
    long size = file.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    if (size > 0 && file.read(last, size - 1) == 1 && last.get(0) != '\n') {
      file.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
    }
    file.position(file.size());
  }

  /** Appends a line. */
  public void add(Line line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(true);
  }

  /** All whole lines of a file; none when there is no file. */
  public static List<Line> read(Path path) throws IOException {
    List<Line> lines = new ArrayList<>();
    if (Files.exists(path)) {
      for (String text : Files.readAllLines(path)) {
        try {
          lines.add(Json.MAPPER.readValue(text, Line.class));
        } catch (JacksonException e) {
          System.err.println("benchmark: a line of " + path + " was cut off and is left out");
        }
      }
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
