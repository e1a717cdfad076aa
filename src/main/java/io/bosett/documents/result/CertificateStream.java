package io.bosett.documents.result;

import io.bosett.documents.json.JsonWriter;
import io.bosett.model.CanonicalJsonHash;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * A certificate document made of stored documents, byte for byte as {@link CertificateFile} writes
 * it, without reading the result: that would take twenty times its size.
 */
public final class CertificateStream {
  private static final byte[] FORM =
      ("\"hashForm\":\"" + CanonicalJsonHash.FORM + "\"").getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RESULT = "{\"result\":".getBytes(StandardCharsets.US_ASCII);

  private CertificateStream() {}

  /**
   * Whether a result document, as {@link ResultJson} writes it, has a certificate with hashes of
   * the present form. What it holds as texts cannot look so, for quotes are escaped there.
   */
  public static boolean hasPresentForm(InputStream result) throws IOException {
    int matched = 0;
    byte[] some = new byte[1 << 13];
    for (int count = result.read(some); count >= 0; count = result.read(some)) {
      for (int i = 0; i < count; i++) {
        // The first byte, a quote, stands twice more in it, but never after a letter that matches.
        matched = some[i] == FORM[matched] ? matched + 1 : some[i] == FORM[0] ? 1 : 0;
        if (matched == FORM.length) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Writes the document.
   *
   * @param result the result document
   * @param rest the certificate without its result
   */
  public static void write(OutputStream stream, InputStream result, CertificateFile.Rest rest)
      throws IOException {
    stream.write(RESULT);
    result.transferTo(stream);
    Consumer<JsonWriter> members = out -> out.object(() -> rest.write(out));
    JsonWriter.write(new Continued(stream), members);
  }

  /** An object as the continuation of another: its brace becomes a comma. */
  private static final class Continued extends FilterOutputStream {
    private boolean begun;

    Continued(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (begun || count == 0) {
        out.write(bytes, from, count);
        return;
      }
      begun = true;
      out.write(',');
      out.write(bytes, from + 1, count - 1);
    }
  }
}
