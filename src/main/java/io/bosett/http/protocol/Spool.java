package io.bosett.http.protocol;

import io.bosett.store.StoredDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A large answer as it is made: kept compressed, in about a tenth of the memory, until its client
 * has read it. One thread writes it; after {@link #close} it is read.
 */
public final class Spool extends OutputStream implements StoredDocument {
  private static final int BUFFER = 1 << 14;

  private final ChunkedBytes chunks = new ChunkedBytes();
  private final GZIPOutputStream gzip;
  private int length;

  public Spool() {
    try {
      gzip = new FastGzip(chunks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(int b) throws IOException {
    length = Math.addExact(length, 1);
    gzip.write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    length = Math.addExact(length, count);
    gzip.write(bytes, from, count);
  }

  @Override
  public void close() throws IOException {
    gzip.close();
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public int weight() {
    return chunks.size();
  }

  @Override
  public InputStream open() {
    try {
      return new GZIPInputStream(compressed(), BUFFER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer in the content coding gzip, {@link #weight} bytes. */
  InputStream compressed() {
    return chunks.open();
  }

  /** The whole answer, for a small one. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
    try (InputStream in = open()) {
      in.transferTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** At zlib's fastest level. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
