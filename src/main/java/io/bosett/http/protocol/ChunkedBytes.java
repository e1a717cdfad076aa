package io.bosett.http.protocol;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bytes in pieces of 64 kB, so that growing copies nothing and needs no large array. */
final class ChunkedBytes extends OutputStream {
  private static final int CHUNK = 1 << 16;

  private final List<byte[]> chunks = new ArrayList<>();
  private int used = CHUNK;

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    int at = from;
    while (at < from + count) {
      if (used == CHUNK) {
        chunks.add(new byte[CHUNK]);
        used = 0;
      }
      int some = Math.min(CHUNK - used, from + count - at);
      System.arraycopy(bytes, at, chunks.get(chunks.size() - 1), used, some);
      used += some;
      at += some;
    }
  }

  int size() {
    return chunks.isEmpty() ? 0 : Math.addExact(Math.multiplyExact(chunks.size() - 1, CHUNK), used);
  }

  InputStream open() {
    List<InputStream> streams = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i++) {
      streams.add(new ByteArrayInputStream(chunks.get(i), 0, i + 1 < chunks.size() ? CHUNK : used));
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }
}
