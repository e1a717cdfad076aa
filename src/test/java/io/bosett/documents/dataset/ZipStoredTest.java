package io.bosett.documents.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.documents.csv.InvalidFilesException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored entries whose sizes follow them, as streaming writers make them. */
final class ZipStoredTest {
  private static final Path NORWAY = Path.of("models", "norway-2018");

  private static byte[] number(int size, long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(size * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      if (size == 2) {
        bytes.putShort((short) value);
      } else {
        bytes.putInt((int) value);
      }
    }
    return bytes.array();
  }

  /** An archive of the dataset's files, with or without the optional mark of a descriptor. */
  private static byte[] archive(boolean marked, int wrongBy) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    List<byte[]> directory = new ArrayList<>();
    for (String file : List.of("dataset.json", "municipalities.csv", "indicators.csv")) {
      byte[] content = Files.readAllBytes(NORWAY.resolve(file));
      byte[] name = file.getBytes(StandardCharsets.US_ASCII);
      CRC32 crc = new CRC32();
      crc.update(content);
      int offset = zip.size();
      zip.writeBytes(number(4, 0x04034b50L));
      zip.writeBytes(number(2, 20, 8, 0, 0, 33));
      zip.writeBytes(number(4, 0, 0, 0));
      zip.writeBytes(number(2, name.length, 0));
      zip.writeBytes(name);
      zip.writeBytes(content);
      if (marked) {
        zip.writeBytes(number(4, 0x08074b50L));
      }
      zip.writeBytes(number(4, crc.getValue(), content.length + wrongBy, content.length));
      ByteArrayOutputStream entry = new ByteArrayOutputStream();
      entry.writeBytes(number(4, 0x02014b50L));
      entry.writeBytes(number(2, 20, 20, 8, 0, 0, 33));
      entry.writeBytes(number(4, crc.getValue(), content.length, content.length));
      entry.writeBytes(number(2, name.length, 0, 0, 0, 0));
      entry.writeBytes(number(4, 0, offset));
      entry.writeBytes(name);
      directory.add(entry.toByteArray());
    }
    int start = zip.size();
    directory.forEach(zip::writeBytes);
    int size = zip.size() - start;
    zip.writeBytes(number(4, 0x06054b50L));
    zip.writeBytes(number(2, 0, 0, directory.size(), directory.size()));
    zip.writeBytes(number(4, size, start));
    zip.writeBytes(number(2, 0));
    return zip.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void they_are_read(boolean marked) throws IOException {
    assertThat(DatasetZip.read(archive(marked, 0), null).contentHash())
        .isEqualTo(DatasetFolder.read(NORWAY).contentHash());
  }

  @Test
  void they_are_refused_when_what_follows_is_not_what_the_directory_says() throws IOException {
    byte[] zip = archive(true, 1);
    assertThatThrownBy(() -> DatasetZip.read(zip, null))
        .isInstanceOf(InvalidFilesException.class)
        .hasMessageContaining("not as its directory says");
  }

  @Test
  void a_damaged_one_is_refused_and_nothing_worse() throws IOException {
    byte[] sound = archive(true, 0);
    for (int cut = 1; cut < sound.length; cut += sound.length / 97) {
      byte[] broken = sound.clone();
      broken[broken.length - cut] ^= 0x5A;
      try {
        DatasetZip.read(broken, null);
      } catch (InvalidFilesException e) {
        assertThat(e.faults()).isNotEmpty();
      }
    }
  }
}
