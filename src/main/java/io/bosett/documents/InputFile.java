package io.bosett.documents;

import io.bosett.documents.json.StrictJsonParser;
import io.bosett.documents.json.Utf8;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that are read as a whole, with a limit: a device or a sparse file must not fill the memory.
 * The file {@code -} is standard input.
 */
public final class InputFile {
  /** A quarter of the memory, for what is read is held beside what it means. */
  private static final int SHARE_OF_MEMORY = 4;

  private static final Path STANDARD_INPUT = Path.of("-");
  private static final int MEGABYTE = 1 << 20;

  private InputFile() {}

  /** The most bytes that are read of one file. */
  static long largest() {
    return Math.min(StrictJsonParser.LARGEST, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
  }

  /**
   * The bytes of a file.
   *
   * @throws IOException when it cannot be read, or is larger than the memory allows
   */
  public static byte[] read(Path file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return new Limited(System.in, file).readAllBytes();
    }
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder; expected a file");
    }
    try (InputStream in = open(file)) {
      return in.readAllBytes();
    }
  }

  /**
   * The text of a file in UTF-8.
   *
   * @throws IOException when it cannot be read, is too large or is no such text
   */
  public static String readText(Path file) throws IOException {
    Utf8.Decoded decoded = Utf8.decode(read(file));
    if (decoded.fault() != null) {
      String where = "is no text (line " + decoded.line() + ", column " + decoded.column() + "): ";
      throw new FileSystemException(file.toString(), null, where + decoded.fault());
    }
    return decoded.text();
  }

  /** Opens a file of which no more can be read than the limit. */
  public static InputStream open(Path file) throws IOException {
    if (Files.isRegularFile(file) && Files.size(file) > largest()) {
      throw tooLarge(file);
    }
    return new Limited(Files.newInputStream(file), file);
  }

  private static FileSystemException tooLarge(Path file) {
    return new FileSystemException(
        file.toString(),
        null,
        "is larger than "
            + largest() / MEGABYTE
            + " MB, the most that is read with the memory that Java has; more is given by"
            + " BOSETT_JAVA_OPTIONS=-Xmx8g");
  }

  private static final class Limited extends FilterInputStream {
    private final Path file;
    private long left = largest();

    Limited(InputStream in, Path file) {
      super(in);
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw tooLarge(file);
      }
    }
  }
}
