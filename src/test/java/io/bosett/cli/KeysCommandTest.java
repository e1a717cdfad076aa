package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.store.Store;
import io.bosett.store.factory.Stores;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keys}. */
final class KeysCommandTest {
  @TempDir private Path data;

  private Cli.Outcome keys(Object... arguments) {
    Object[] all = new Object[arguments.length + 3];
    all[0] = "keys";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--data";
    all[arguments.length + 2] = data;
    return Cli.run(all);
  }

  @Test
  void a_key_is_shown_once_and_only_its_hash_is_kept() {
    Cli.Outcome added = keys("add", "planner", "--role", "solve");
    assertThat(added.code()).isZero();
    String token = added.out().strip();
    assertThat(token).matches("[0-9a-f]{16}\\.[A-Za-z0-9_-]{43}");
    Cli.Outcome listed = keys("list");
    assertThat(listed.out()).contains(token.substring(0, 16), "planner", "solve");
    assertThat(listed.out()).doesNotContain(token.substring(17));
  }

  @Test
  void a_key_is_made_while_a_service_works_in_the_folder() {
    try (Store service = Stores.embedded(data, Clock.systemUTC())) {
      assertThat(keys("add", "planner", "--role", "read").code()).isZero();
      assertThat(service.keys().all()).hasSize(1);
    }
  }

  @Test
  void a_key_that_is_taken_back_is_gone() {
    String token = keys("add", "planner", "--role", "admin").out().strip();
    String id = token.substring(0, 16);
    assertThat(keys("revoke", id).code()).isZero();
    assertThat(keys("list").out()).doesNotContain(id);
    Cli.Outcome again = keys("revoke", id);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("there is no key '" + id + "'");
  }

  @Test
  void who_takes_the_last_key_back_is_told_that_the_service_is_open_then() {
    String first = keys("add", "planner", "--role", "admin").out().substring(0, 16);
    String second = keys("add", "reader", "--role", "read").out().substring(0, 16);
    assertThat(keys("revoke", first).err()).doesNotContain("last key");
    assertThat(keys("revoke", second).err())
        .contains("that was the last key", "everybody", "can do everything");
    assertThat(Cli.run("keys", "revoke", "--help").out()).contains("last key");
  }

  @Test
  void names_are_unique_and_roles_are_known() {
    assertThat(keys("add", "planner", "--role", "read").code()).isZero();
    Cli.Outcome twice = keys("add", "planner", "--role", "read");
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("a key 'planner' already");
    assertThat(keys("add", "other", "--role", "god").code()).isEqualTo(2);
    assertThat(keys("add", "\u001b[2J", "--role", "read").code()).isEqualTo(2);
    assertThat(Cli.run("keys").code()).isEqualTo(2);
  }
}
