package io.bosett.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.store.sql.Database;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import org.jdbi.v3.core.Handle;

/** The law of writes that are committed together, on any database: each fails by itself. */
public final class SeparateFailures {
  private static final int WRITES = 40;

  private SeparateFailures() {}

  /**
   * Writes and fails on several threads, and looks at what is there.
   *
   * @param insert inserts a number into an empty table and gives the number of rows
   * @param kept the numbers that are there
   */
  public static void assertThatOnlyFailuresAreUndone(
      Database database,
      int threads,
      ToIntBiFunction<Handle, Integer> insert,
      Supplier<List<Integer>> kept) {
    Together.run(
        threads,
        number -> {
          for (int i = 0; i < WRITES; i++) {
            int n = number * 1_000 + i;
            if (i % 3 == 0) {
              assertThatThrownBy(
                      () ->
                          database.write(
                              handle -> {
                                assertThat(insert.applyAsInt(handle, n)).isEqualTo(1);
                                throw new IllegalStateException("no " + n);
                              }))
                  .hasMessage("no " + n);
            } else {
              assertThat(database.<Integer>write(handle -> insert.applyAsInt(handle, n)))
                  .isEqualTo(1);
            }
          }
          return null;
        });
    assertThat(kept.get())
        .hasSize(threads * 26)
        .doesNotHaveDuplicates()
        .allSatisfy(n -> assertThat(n % 1_000 % 3).isNotZero());
  }
}
