package io.bosett.documents.dataset;

import io.bosett.documents.csv.DatasetFiles;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.model.Dataset;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip archive of a dataset folder, safely: guards against zip bombs, path traversal (zip
 * slip) and links. The files are at the top or inside one folder; other entries are ignored. Works
 * in memory and writes no file; sizes claimed by the archive are not trusted. Refuses archives that
 * unpack to too much, hold links, encrypted entries, a duplicate name, a name that leads out, or an
 * entry that their central directory does not list.
 */
public final class DatasetZip {
  /** The default limit on the unpacked bytes of all entries together. */
  public static final long MOST_BYTES = 128L << 20;

  /** The limit on entries. */
  public static final int MOST_ENTRIES = 1_000;

  /** The limit on the compression ratio; figures reach about 20. */
  public static final int MOST_PER_BYTE = 200;

  private static final long ALWAYS_ALLOWED = 1 << 20;

  private final byte[] zip;
  private final long most;
  private final Map<String, byte[]> files = new HashMap<>();
  private long unpacked;

  private DatasetZip(byte[] zip, long most) {
    this.zip = zip;
    this.most = most;
  }

  /**
   * Reads an archive of at most {@link #MOST_BYTES} unpacked.
   *
   * @param expectedId the id that the dataset must have, or null when any will do
   * @throws InvalidFilesException with all errors, of the archive or else of the files in it
   */
  public static Dataset read(byte[] zip, @Nullable String expectedId) {
    return read(zip, expectedId, MOST_BYTES);
  }

  /**
   * Reads an archive.
   *
   * @param expectedId the id that the dataset must have, or null when any will do
   * @param mostBytes limit on the unpacked bytes of all entries together
   * @throws InvalidFilesException with all errors, of the archive or else of the files in it
   */
  public static Dataset read(byte[] zip, @Nullable String expectedId, long mostBytes) {
    try {
      List<ZipDirectory.Entry> entries = ZipDirectory.read(zip, MOST_ENTRIES);
      ZipNames names = new ZipNames(entries);
      if (!names.faults().isEmpty()) {
        throw new InvalidFilesException(names.faults());
      }
      DatasetZip archive = new DatasetZip(ZipSizes.readable(zip, entries), mostBytes);
      archive.unpack(names);
      return DatasetFolder.read(archive.files(names), expectedId);
    } catch (ZipDirectory.NotReadableException e) {
      throw refusal(ZipNames.ARCHIVE, String.valueOf(e.getMessage()));
    }
  }

  private DatasetFiles files(ZipNames names) {
    return file -> {
      byte[] bytes = files.get(names.inArchive(file));
      return bytes == null ? null : new ByteArrayInputStream(bytes);
    };
  }

  private void unpack(ZipNames names) throws ZipDirectory.NotReadableException {
    String at = ZipNames.ARCHIVE;
    int count = 0;
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip), ZipDirectory.UNMARKED)) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        String name = ZipNames.plain(e.getName());
        at = ZipNames.shown(name);
        count++;
        if (!names.has(name) || files.containsKey(name)) {
          throw refusal(at, "is not in the directory of the archive, or twice in the archive");
        }
        byte[] bytes = unpack(in, names.isOfDataset(name));
        if (bytes != null) {
          files.put(name, bytes);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw refusal(at, "cannot be unpacked: " + e.getMessage());
    }
    if (count != names.count()) {
      throw new ZipDirectory.NotReadableException(
          "has " + count + " entries, its directory says " + names.count());
    }
  }

  /** The content of the entry, or null when it is not needed. */
  private byte @Nullable [] unpack(ZipInputStream in, boolean keep)
      throws IOException, ZipDirectory.NotReadableException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      count(n);
      if (keep) {
        kept.write(buffer, 0, n);
      }
    }
    return keep ? kept.toByteArray() : null;
  }

  private void count(int bytes) throws ZipDirectory.NotReadableException {
    unpacked += bytes;
    if (unpacked > most) {
      throw new ZipDirectory.NotReadableException("unpacks to more than " + most + " bytes");
    }
    if (unpacked > Math.max(ALWAYS_ALLOWED, zip.length * (long) MOST_PER_BYTE)) {
      throw new ZipDirectory.NotReadableException(
          "unpacks to more than " + MOST_PER_BYTE + " times its size");
    }
  }

  private static InvalidFilesException refusal(String file, String detail) {
    return new InvalidFilesException(List.of(FileFault.ofWhole(file, detail)));
  }
}
