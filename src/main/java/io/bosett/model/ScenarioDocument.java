package io.bosett.model;

/**
 * The document of a scenario as it was given, with its hash, which anybody can recompute from the
 * document alone.
 */
public final class ScenarioDocument {
  /** The document of a scenario made in memory and never written. */
  public static final ScenarioDocument NONE = new ScenarioDocument(new byte[0], "");

  private final byte[] utf8;
  private final String hash;

  /**
   * @param utf8 JSON as it was given; not copied, must not be changed afterwards
   * @param hash SHA-256 of the document without {@code $schema} and {@code solver} in the canonical
   *     form of RFC 8785, see {@link CanonicalJsonHash}
   */
  public ScenarioDocument(byte[] utf8, String hash) {
    this.utf8 = utf8;
    this.hash = hash;
  }

  /** Whether there is no document. */
  public boolean isEmpty() {
    return utf8.length == 0;
  }

  /** The document; must not be changed. */
  public byte[] utf8() {
    return utf8;
  }

  /** SHA-256 in lower-case hexadecimal; empty when there is no document. */
  public String hash() {
    return hash;
  }
}
