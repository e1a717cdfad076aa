package io.bosett.http.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.http.problem.ProblemException;
import io.bosett.store.KeyStore;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Beyond loopback a key is required, also while there is none. */
final class AuthorizationTest {
  private static <T> T fake(Class<T> type, BiFunction<String, Object[], Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.apply(method.getName(), arguments)));
  }

  private static final KeyStore NO_KEYS = fake(KeyStore.class, (name, arguments) -> List.of());

  private static Context request() {
    Exchange exchange = Exchange.made();
    HttpServletRequest request =
        fake(
            HttpServletRequest.class,
            (name, arguments) -> name.equals("getAttribute") ? exchange : null);
    return fake(Context.class, (name, arguments) -> request);
  }

  private static Authorization authorization(boolean always) {
    return new Authorization(
        new ApiKeyCache(NO_KEYS), new FailedKeys(20, System::nanoTime), always);
  }

  @Test
  void on_loopback_everybody_is_admin_as_long_as_there_was_no_key() {
    assertThat(authorization(false).caller(request(), Role.ADMIN).role()).isEqualTo(Role.ADMIN);
  }

  @Test
  void elsewhere_nobody_is_anything_without_a_key() {
    assertThatThrownBy(() -> authorization(true).caller(request(), Role.READ))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().kind()).isEqualTo("key-required"));
  }
}
