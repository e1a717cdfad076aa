package io.bosett.store.sql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** What is stored reads back, short or long, and is a zlib stream that others read too. */
class DeflatedTest {
  private static final long SEED = Long.getLong("bosett.seed", 20_261_127L);

  /** Around the border of what is not compressed, and more than a block of it could hold. */
  private static final int[] LENGTHS = {0, 1, 2, 511, 512, 513, 1_000, 65_535, 65_536, 200_000};

  @Test
  void every_length_reads_back_and_is_a_zlib_stream() throws IOException {
    Random random = new Random(SEED);
    for (int length : LENGTHS) {
      byte[] bytes = document(random, length);
      byte[] packed = Deflated.pack(bytes);
      assertArrayEquals(bytes, Deflated.unpack(packed), "seed " + SEED + ", length " + length);
      assertEquals(length, ByteBuffer.wrap(packed).getInt());
      ByteArrayInputStream stream = new ByteArrayInputStream(packed, 4, packed.length - 4);
      try (InputStream inflated = new InflaterInputStream(stream)) {
        assertArrayEquals(bytes, inflated.readAllBytes());
      }
      try (InputStream opened = Deflated.document(packed).open()) {
        assertArrayEquals(bytes, opened.readAllBytes());
      }
    }
  }

  @Test
  void a_damaged_one_is_noticed_wherever_it_is() {
    Random random = new Random(1);
    for (int length : new int[] {40, 5_000}) {
      byte[] packed = Deflated.pack(document(random, length));
      for (int cut = 4; cut < packed.length; cut += 7) {
        byte[] part = Arrays.copyOf(packed, cut);
        assertThrows(IllegalStateException.class, () -> Deflated.unpack(part));
      }
      byte[] changed = packed.clone();
      changed[packed.length - 1] ^= 1;
      assertThrows(IllegalStateException.class, () -> Deflated.unpack(changed));
    }
  }

  @Test
  void many_threads_do_not_disturb_each_other() {
    Random random = new Random(2);
    byte[][] documents = new byte[16][];
    Arrays.setAll(documents, i -> document(random, 10_000 + i));
    assertTrue(
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(i -> documents[i % documents.length])
            .allMatch(one -> Arrays.equals(one, Deflated.unpack(Deflated.pack(one)))));
  }

  /** Half of it repeats, half is noise. */
  private static byte[] document(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    Arrays.fill(bytes, length / 4, length / 4 + length / 2, (byte) 'a');
    return bytes;
  }
}
