package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.store.JobStore;
import io.bosett.store.ScenarioStore;
import io.bosett.store.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is our own fault is answered without a word about how it came about. */
@Tag("slow")
final class DefectTest {
  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start(DefectTest::broken, Running.QUEUE, Running.SETTINGS);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** Gives something else for some calls. */
  private interface Instead {
    Object of(Method method, Object[] arguments) throws Throwable;
  }

  private static final Object AS_BEFORE = new Object();

  private static <T> T changed(Class<T> type, T real, Instead instead) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object other = instead.of(method, arguments);
              try {
                return other == AS_BEFORE ? method.invoke(real, arguments) : other;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }

  private static Store broken(Store real) {
    ScenarioStore scenarios =
        changed(
            ScenarioStore.class,
            real.scenarios(),
            (method, arguments) ->
                switch (method.getName()) {
                  case "page" -> throw new IllegalStateException("secret-of-the-house");
                  case "find" -> throw new StackOverflowError("secret-of-the-house");
                  default -> AS_BEFORE;
                });
    JobStore allocations =
        changed(
            JobStore.class,
            real.allocations(),
            (method, arguments) ->
                method.getName().equals("result")
                    ? Optional.of("{}".getBytes(StandardCharsets.UTF_8))
                    : AS_BEFORE);
    return changed(
        Store.class,
        real,
        (method, arguments) ->
            switch (method.getName()) {
              case "scenarios" -> scenarios;
              case "allocations" -> allocations;
              default -> AS_BEFORE;
            });
  }

  private static void isOurFault(Reply reply) {
    reply.isProblem(500, "defect");
    assertThat(reply.text()).doesNotContain("secret-of-the-house").doesNotContain(".java");
    assertThat(reply.at("/detail")).contains(reply.header("X-Request-Id"));
  }

  @Test
  void an_exception_is_an_incident() {
    isOurFault(service.get("/v1/scenarios"));
  }

  @Test
  void so_is_an_error_of_the_machine() {
    isOurFault(service.get("/v1/scenarios/x"));
  }

  @Test
  void so_is_what_is_kept_and_cannot_be_read() {
    Reply ended = service.post("/v1/allocations", Samples.THREE_PLACES).is(201);
    isOurFault(service.get(ended.header("Location") + "/places"));
    isOurFault(service.get(ended.header("Location") + "/explanation"));
    isOurFault(service.get(ended.header("Location") + "/explanation/A"));
  }
}
