package io.bosett.documents.json;

/**
 * An estimate of the memory that a JSON document takes while it is read, from its bytes alone: text
 * and values as objects. Counting costs about a millisecond a megabyte and no memory.
 */
public final class JsonWeight {
  /** The body, its text, and what its buffers grow by. */
  private static final int BYTES_A_BYTE = 4;

  /** A value with its text or its lists. */
  private static final int BYTES_A_VALUE = 90;

  /** A name with its place in a map. */
  private static final int BYTES_A_MEMBER = 60;

  private JsonWeight() {}

  /** The estimate, in bytes; for what is no JSON any number. */
  public static long of(byte[] utf8) {
    long values = 1;
    long members = 0;
    boolean text = false;
    for (int i = 0; i < utf8.length; i++) {
      byte c = utf8[i];
      if (text) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          text = false;
        }
      } else if (c == '"') {
        text = true;
      } else if (c == ',' || c == '[' || c == '{') {
        values++;
      } else if (c == ':') {
        members++;
      }
    }
    return (long) utf8.length * BYTES_A_BYTE + values * BYTES_A_VALUE + members * BYTES_A_MEMBER;
  }
}
