package io.bosett.documents;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An output stream that records its first write error, because writers between it and the caller
 * may swallow it.
 */
public final class ErrorRecordingStream extends OutputStream {
  private final OutputStream stream;
  private @Nullable IOException failure;

  /**
   * @param stream that is written to
   */
  public ErrorRecordingStream(OutputStream stream) {
    this.stream = stream;
  }

  /** The first failure, or null. */
  public synchronized @Nullable IOException failure() {
    return failure;
  }

  private interface Writing {
    void run() throws IOException;
  }

  private synchronized void remember(Writing writing) throws IOException {
    try {
      writing.run();
    } catch (IOException e) {
      if (failure == null) {
        failure = e;
      }
      throw e;
    }
  }

  @Override
  public void write(int value) throws IOException {
    remember(() -> stream.write(value));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    remember(() -> stream.write(bytes, from, length));
  }

  @Override
  public void flush() throws IOException {
    remember(stream::flush);
  }

  @Override
  public void close() throws IOException {
    remember(stream::close);
  }
}
