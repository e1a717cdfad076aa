package io.bosett.store.sql;

import io.bosett.store.Content;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Content-addressed storage: each document is stored once under its hash, as long as something
 * refers to it.
 */
final class ContentBlobs {
  private static final NamedStatement KEEP =
      NamedStatement.of(
          "INSERT INTO contents (hash, packed) VALUES (:hash, :packed)"
              + " ON CONFLICT (hash) DO NOTHING");
  private static final NamedStatement HAS =
      NamedStatement.of("SELECT 1 FROM contents WHERE hash = :hash");
  private static final NamedStatement PACKED =
      NamedStatement.of("SELECT packed FROM contents WHERE hash = :hash");
  private static final NamedStatement SWEEP =
      NamedStatement.of(
          """
      DELETE FROM contents WHERE hash = :hash
        AND NOT EXISTS (SELECT 1 FROM jobs WHERE scenario_content = :hash)
        AND NOT EXISTS (SELECT 1 FROM jobs WHERE dataset_content = :hash)
        AND NOT EXISTS (SELECT 1 FROM scenarios WHERE content = :hash)
        AND NOT EXISTS (SELECT 1 FROM datasets WHERE content = :hash)
      """);

  private static final int MOST_SEEN = 1_000;

  private final Database database;

  /** Hashes of documents seen last; those are most likely there. */
  private final Map<String, Boolean> seen =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MOST_SEEN;
            }
          });

  ContentBlobs(Database database) {
    this.database = database;
  }

  /**
   * A document to be stored. It is compressed here, outside of any transaction, unless the store
   * has it already.
   */
  final class Arriving {
    private final Content content;
    private byte @Nullable [] packed;

    private Arriving(Content content) {
      this.content = content;
      boolean there =
          seen.containsKey(content.hash()) || database.read(handle -> has(handle, content.hash()));
      if (!there) {
        packed = Deflated.pack(content.bytes());
      }
    }

    String hash() {
      return content.hash();
    }

    /** Ensures that the document is stored, so that the same transaction may refer to it. */
    void keep(Handle handle) {
      if (!has(handle, content.hash())) {
        packed = packed == null ? Deflated.pack(content.bytes()) : packed;
        KEEP.on(handle).bind("hash", content.hash()).bind("packed", packed).update();
      }
      seen.put(content.hash(), true);
    }
  }

  /** Prepares a document. */
  Arriving arriving(Content content) {
    return new Arriving(content);
  }

  private static boolean has(Handle handle, String hash) {
    return HAS.on(handle).bind("hash", TextEscaping.in(hash)).hasRow();
  }

  /** The document with this hash. */
  Optional<byte[]> find(String hash) {
    return packed(hash).map(Deflated::unpack);
  }

  /** The same as it is stored. */
  Optional<byte[]> packed(String hash) {
    return database.read(
        handle ->
            PACKED.on(handle).bind("hash", TextEscaping.in(hash)).find(row -> row.getBytes(1)));
  }

  /** The document that a query finds. */
  Optional<byte[]> unpacked(TransactionBody<Optional<byte[]>> query) {
    return database.read(query).map(Deflated::unpack);
  }

  /** Deletes those of the documents that nothing refers to any more (garbage collection). */
  static void sweep(Handle handle, @Nullable String... hashes) {
    sweep(handle, Arrays.stream(hashes));
  }

  /** Likewise; in a fixed order, so that concurrent sweeps do not deadlock. */
  static void sweep(Handle handle, Stream<@Nullable String> hashes) {
    hashes
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .forEach(hash -> SWEEP.on(handle).bind("hash", hash).update());
  }
}
