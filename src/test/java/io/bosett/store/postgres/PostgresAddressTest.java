package io.bosett.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.store.StoreUnavailableException;
import java.util.List;
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
        "jdbc:postgresql://127.0.0.1?password=s3cret%21",
        "jdbc:postgresql://127.0.0.1:1/x&password=s3cret%21",
        "jdbc:postgresql://127.0.0.1:1/x;user=u;password=s3cret%21",
        "jdbc:postgresql://127.0.0.1:1/x password=s3cret%21",
        "jdbc:postgresql:x password=s3cret%21",
        "jdbc:postgresql:x%20password%3Ds3cret",
        "jdbc:postgresql:/x/s3cret",
        "jdbc:postgresql://127.0.0.1:1/x#password=s3cret%21",
        "jdbc:postgresql:///x,password=s3cret%21",
        "jdbc:postgresql://127.0.0.1:1/x/s3cret%21",
        "jdbc:postgresql://127.0.0.1:1/u:s3cret%21",
        "jdbc:postgresql://u:s3cret:1/x",
        "jdbc:postgresql://127.0.0.1 password=s3cret/x",
        "jdbc:postgresql://127.0.0.1:1;password=s3cret/x",
        "jdbc:postgresql://[::1/x?password=s3cret%21",
        "jdbc:postgresql://[::1/s3cret",
        "jdbc:postgresql://::1/x?password=s3cret%21",
        "jdbc:postgresql://127.0.0.1:1/x?user=u;password=s3cret%21",
        "jdbc:postgresql://127.0.0.1:1/x?user=u password=s3cret%21",
        "jdbc:postgresql://127.0.0.1:1/x?user=u:s3cret&password=a",
        "jdbc:postgresql://127.0.0.1:1/x?sslmode=nope;password=s3cret",
        "jdbc:postgresql://127.0.0.1:1/x?sslmode=nope#password=s3cret",
        "jdbc:postgresql://127.0.0.1:1/x?sslmode=a=s3cret",
        "jdbc:postgresql://127.0.0.1:1/x?options=-c password=s3cret",
        "jdbc:postgresql://127.0.0.1:1/x?password:s3cret",
        "jdbc:postgresql://127.0.0.1:1/x?s3cret",
        "jdbc:postgresql://127.0.0.1:1/x?password=s3cret%2",
        "JDBC:postgresql://127.0.0.1:1/x?password=s3cret",
        "host=127.0.0.1 password=s3cret"
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
        "jdbc:postgresql://[fe80::1%eth0]:5432/x",
        "jdbc:postgresql:///my%20data-base_2.0",
        "jdbc:postgresql://h/x?user=a@b&password=s3cr;e t#!:=&options=-c%20work_mem=4MB",
        "jdbc:postgresql://h/bosett?sslmode=verify-full&sslrootcert=/etc/ssl/ca.pem",
        "jdbc:postgresql:x"
      })
  void sound_ones_are_taken_and_shown_without_options(String url) {
    assertThatCode(() -> PostgresAddress.check(url)).doesNotThrowAnyException();
    assertThat(PostgresAddress.words(url)).isEqualTo(url.replaceFirst("\\?.*", ""));
  }

  /** Whatever parts the password from the rest, at every place where one may write it. */
  @Test
  void no_mark_before_a_password_makes_it_part_of_what_is_shown() {
    for (String before :
        List.of(
            "", "h", "h:1", "//h", "//h:1", "//h/x", "//h:1/x", "//[::1]/x", "x", "//h/x?user=u")) {
      for (char mark = ' '; mark < 127; mark++) {
        for (String after :
            List.of("password=s3cret", "s3cret", "u:s3cret@h/x", "PassWord=s3cret")) {
          String url = "jdbc:postgresql:" + before + mark + after;
          boolean plain = Character.isLetterOrDigit(mark) || "_-.%/+~".indexOf(mark) >= 0;
          if (!plain || after.contains("=")) {
            assertThat(PostgresAddress.words(url)).as(url).doesNotContain("s3cret");
          }
          assertThat(said(url)).as(url).doesNotContain("s3cret");
        }
      }
    }
  }

  private static String said(String url) {
    try {
      PostgresAddress.check(url);
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void a_password_under_its_name_in_a_message_is_masked() {
    assertThat(PostgresAddress.masked("no parameter \"password=s3cret here", "jdbc:postgresql:x"))
        .isEqualTo("no parameter \"password=*** here");
    assertThat(
            PostgresAddress.masked(
                "password authentication failed for user \"u\"", "jdbc:postgresql:x"))
        .isEqualTo("password authentication failed for user \"u\"");
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
