package io.bosett.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with an address, its password is not shown. */
final class PostgresAddressTest {
  private static final String SECRET = "s3cret%21";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "postgresql://u:s3cret%21@h/x",
        "jdbc:mysql://h/x?password=s3cret%21",
        "jdbc:postgresql://u:s3cret%21@127.0.0.1:1/x",
        "jdbc:postgresql://u:s3cret%21@127.0.0.1:1/x?user=u&password=s3cret%21",
        "jdbc:postgresql://127.0.0.1:99999/x?password=s3cret%21",
        "jdbc:postgresql://127.0.0.1:x/x?password=s3cret%21",
        "jdbc:postgresql:",
        "jdbc:postgresql:?password=s3cret%21",
        "jdbc:postgresql://",
        "jdbc:postgresql:///?password=s3cret%21",
        "jdbc:postgresql://127.0.0.1/?password=s3cret%21",
        "jdbc:postgresql://127.0.0.1?password=s3cret%21"
      })
  void one_that_is_none_is_refused_without_its_secrets(String url) {
    assertThatThrownBy(() -> PostgresAddress.check(url))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("expected jdbc:postgresql://")
        .doesNotContain("s3cret");
    assertThat(PostgresAddress.words(url)).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1/x",
        "jdbc:postgresql://127.0.0.1:5432/x?user=u&password=s3cret%21",
        "jdbc:postgresql://[::1]:5432/x",
        "jdbc:postgresql://a,b:5433/x?user=u",
        "jdbc:postgresql:x"
      })
  void sound_ones_are_taken_and_shown_without_options(String url) {
    assertThatCode(() -> PostgresAddress.check(url)).doesNotThrowAnyException();
    assertThat(PostgresAddress.words(url)).isEqualTo(url.replaceFirst("\\?.*", ""));
  }

  @Test
  void what_the_driver_says_is_said_without_the_password() {
    String url = "jdbc:postgresql://127.0.0.1:1/x?user=u&password=" + SECRET + "&sslmode=nope";
    assertThatThrownBy(() -> PostgresDatabase.open(url))
        .isInstanceOf(StoreUnavailableException.class)
        .message()
        .doesNotContain("s3cret");
    assertThat(PostgresAddress.masked("refused s3cret! and " + SECRET, url))
        .isEqualTo("refused *** and ***");
  }
}
