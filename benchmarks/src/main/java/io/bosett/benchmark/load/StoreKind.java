package io.bosett.benchmark.load;

/** Where the service keeps what it keeps. */
enum StoreKind {
  EMBEDDED,
  POSTGRES;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
