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
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Entries whose sizes follow them or are in fields of Zip64, as streaming writers make them. */
@Tag("slow")
final class ZipSizesTest {
  private static final Path NORWAY = Path.of("models", "norway-2018");

  private static byte[] number(int size, long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(size * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      if (size == 2) {
        bytes.putShort((short) value);
      } else if (size == 8) {
        bytes.putLong(value);
      } else {
        bytes.putInt((int) value);
      }
    }
    return bytes.array();
  }

  /**
   * How an archive is written.
   *
   * @param described sizes follow the content
   * @param marked with the optional mark before them
   * @param wide they have eight bytes, and the headers the field of Zip64
   * @param end64 the archive ends as one of Zip64
   */
  private record Form(
      boolean deflated, boolean described, boolean marked, boolean wide, boolean end64) {}

  private static List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      forms.add(new Form((i & 1) > 0, (i & 2) > 0, (i & 4) > 0, (i & 8) > 0, (i & 16) > 0));
    }
    return forms;
  }

  private static byte[] packed(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] packed = new byte[content.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  /** An archive of the dataset's files, and an empty one. */
  private static byte[] archive(Form form, int wrongBy) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    List<byte[]> directory = new ArrayList<>();
    for (String file : List.of("dataset.json", "empty", "municipalities.csv", "indicators.csv")) {
      byte[] content =
          file.equals("empty") ? new byte[0] : Files.readAllBytes(NORWAY.resolve(file));
      directory.add(entry(form, file, content, wrongBy, zip));
    }
    int start = zip.size();
    directory.forEach(zip::writeBytes);
    int size = zip.size() - start;
    int end = zip.size();
    if (form.end64) {
      zip.writeBytes(number(4, 0x06064b50L, 44, 0));
      zip.writeBytes(number(2, 45, 45));
      zip.writeBytes(number(4, 0, 0));
      zip.writeBytes(number(8, directory.size(), directory.size(), size, start));
      zip.writeBytes(number(4, 0x07064b50L, 0));
      zip.writeBytes(number(8, end));
      zip.writeBytes(number(4, 1));
    }
    zip.writeBytes(number(4, 0x06054b50L));
    zip.writeBytes(number(2, 0, 0, directory.size(), directory.size()));
    zip.writeBytes(form.end64 && form.wide ? number(4, -1, -1) : number(4, size, start));
    zip.writeBytes(number(2, 0));
    return zip.toByteArray();
  }

  /** Writes one; its header in the directory. */
  private static byte[] entry(
      Form form, String file, byte[] content, int wrongBy, ByteArrayOutputStream zip) {
    byte[] packed = form.deflated ? packed(content) : content;
    byte[] name = file.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(content);
    final int offset = zip.size();
    final int method = form.deflated ? 8 : 0;
    final int flags = form.described ? 8 : 0;
    zip.writeBytes(number(4, 0x04034b50L));
    zip.writeBytes(number(2, 45, flags, method, 0, 33));
    if (form.described) {
      zip.writeBytes(form.wide ? number(4, 0, -1, -1) : number(4, 0, 0, 0));
      fields(form.wide, name, 0, 0, 0, zip);
    } else {
      zip.writeBytes(number(4, crc.getValue()));
      zip.writeBytes(form.wide ? number(4, -1, -1) : number(4, packed.length, content.length));
      fields(form.wide, name, content.length, packed.length, 0, zip);
    }
    zip.writeBytes(packed);
    if (form.described && form.marked) {
      zip.writeBytes(number(4, 0x08074b50L));
    }
    if (form.described) {
      zip.writeBytes(number(4, crc.getValue()));
      zip.writeBytes(number(form.wide ? 8 : 4, packed.length + wrongBy, content.length));
    }
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes(number(4, 0x02014b50L));
    header.writeBytes(number(2, 45, 45, flags, method, 0, 33));
    header.writeBytes(number(4, crc.getValue()));
    header.writeBytes(form.wide ? number(4, -1, -1) : number(4, packed.length, content.length));
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    fields(form.wide, name, content.length, packed.length, 10, fields);
    byte[] place = number(4, offset);
    byte[] all = fields.toByteArray();
    System.arraycopy(place, 0, all, 14, 4);
    header.writeBytes(all);
    return header.toByteArray();
  }

  /** Lengths, as many bytes as stand between in a directory, name, and the extra fields. */
  private static void fields(
      boolean wide, byte[] name, int size, int packed, int between, ByteArrayOutputStream out) {
    out.writeBytes(number(2, name.length, wide ? 29 : 9));
    out.writeBytes(new byte[between]);
    out.writeBytes(between > 0 ? new byte[4] : new byte[0]);
    out.writeBytes(name);
    out.writeBytes(number(2, 0x5455, 5));
    out.writeBytes(new byte[5]);
    if (wide) {
      out.writeBytes(number(2, 1, 16));
      out.writeBytes(number(8, size, packed));
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void they_are_read(Form form) throws IOException {
    assertThat(DatasetZip.read(archive(form, 0), null).contentHash())
        .isEqualTo(DatasetFolder.read(NORWAY).contentHash());
  }

  /** As {@code zip -fz} writes into a pipe: the end refers to one of Zip64 that is not there. */
  @ParameterizedTest
  @MethodSource("forms")
  void the_start_of_the_directory_need_not_be_said(Form form) throws IOException {
    byte[] zip = archive(form, 0);
    Arrays.fill(zip, zip.length - 6, zip.length - 2, (byte) -1);
    assertThat(DatasetZip.read(zip, null).contentHash())
        .isEqualTo(DatasetFolder.read(NORWAY).contentHash());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void they_are_refused_when_what_follows_is_not_what_the_directory_says(Form form)
      throws IOException {
    if (form.described && (form.wide || !form.deflated)) {
      byte[] zip = archive(form, 1);
      assertThatThrownBy(() -> DatasetZip.read(zip, null))
          .isInstanceOf(InvalidFilesException.class)
          .hasMessageContaining("not as its directory says");
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void a_damaged_one_is_refused_and_nothing_worse(Form form) throws IOException {
    byte[] sound = archive(form, 0);
    for (int cut = 1; cut < sound.length; cut += cut < 500 ? 3 : sound.length / 31) {
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
