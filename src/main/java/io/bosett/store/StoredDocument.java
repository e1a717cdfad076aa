package io.bosett.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A stored document that can be read piece by piece, and more than once. */
public interface StoredDocument {
  /** Its length, in bytes. */
  int length();

  /** The bytes it holds in memory, which are fewer when it is compressed. */
  int weight();

  /** Reads it from the beginning; to be closed. */
  InputStream open();

  /** A document that is in memory as it is. */
  static StoredDocument of(byte[] bytes) {
    return new StoredDocument() {
      @Override
      public int length() {
        return bytes.length;
      }

      @Override
      public int weight() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
