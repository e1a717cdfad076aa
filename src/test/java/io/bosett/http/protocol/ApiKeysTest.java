package io.bosett.http.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bosett.http.Reply;
import io.bosett.http.Running;
import io.bosett.http.Samples;
import io.bosett.http.Server;
import io.bosett.http.settings.ServerSettings;
import io.bosett.http.settings.StartRefusedException;
import io.bosett.service.sweeps.SweepSettings;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what. */
@Tag("slow")
final class ApiKeysTest {
  private static final SweepSettings SWEEPS = SweepSettings.in(Path.of("not-started"));

  private static final ApiKeys.NewKey READER = ApiKeys.create("reader", Role.READ);
  private static final ApiKeys.NewKey SOLVER = ApiKeys.create("solver", Role.SOLVE);
  private static final ApiKeys.NewKey ADMIN = ApiKeys.create("admin", Role.ADMIN);

  private static Running service;

  @BeforeAll
  static void start() {
    service = Running.start();
    service.store.keys().add(READER.kept());
    service.store.keys().add(SOLVER.kept());
    service.store.keys().add(ADMIN.kept());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String[] with(ApiKeys.NewKey key) {
    return new String[] {"Authorization", "Bearer " + key.token()};
  }

  @Test
  void without_a_key_only_health_and_description_are_answered() {
    Reply reply = service.get("/v1/datasets").isProblem(401, "key-required");
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    service.get("/metrics").isProblem(401, "key-required");
    service.post("/v1/allocations", Samples.THREE_PLACES).isProblem(401, "key-required");
    service.get("/health/live").is(200);
    service.get("/health/ready").is(200);
    service.get("/openapi.json").is(200);
    service.get("/docs").is(200);
  }

  @Test
  void a_key_that_nobody_knows_opens_nothing() {
    String id = READER.kept().id();
    for (String token : new String[] {"", "x", "x.y", id, id + ".", id + ".wrong", "." + id}) {
      service.get("/v1/datasets", "Authorization", "Bearer " + token).is(401);
    }
    service.get("/v1/datasets", "Authorization", "Basic eDp5").isProblem(401, "key-required");
    service
        .get("/v1/datasets", "Authorization", "Bearer " + READER.token() + "x")
        .isProblem(401, "key-unknown");
  }

  @Test
  void readers_look_and_compare_and_validate() {
    service.get("/v1/datasets", with(READER)).is(200);
    service.post("/v1/scenarios/validate", Samples.THREE_PLACES, with(READER)).is(200);
    service.post("/v1/comparisons", "{}", with(READER)).is(400);
    Reply refused = service.post("/v1/allocations", Samples.THREE_PLACES, with(READER));
    refused.isProblem(403, "forbidden");
    assertThat(refused.at("/detail")).isEqualTo("the key's role is read, needed is solve");
    service.post("/v1/scenarios", Samples.THREE_PLACES, with(READER)).isProblem(403, "forbidden");
    service.post("/v1/allocations/x/cancel", "", with(READER)).isProblem(403, "forbidden");
  }

  @Test
  void solvers_keep_and_solve_and_delete_nothing() {
    Reply kept = service.post("/v1/scenarios", Samples.THREE_PLACES, with(SOLVER)).is(201);
    service.post("/v1/allocations", Samples.THREE_PLACES, with(SOLVER)).is(201);
    service.delete(kept.header("Location"), with(SOLVER)).isProblem(403, "forbidden");
    service.put("/v1/datasets/mine", "{}", with(SOLVER)).isProblem(403, "forbidden");
    service.put("/v1/datasets/mine", "{}", with(ADMIN)).isProblem(400, "invalid-dataset");
    service
        .send(
            Running.with(
                service.to(kept.header("Location")).DELETE(),
                "Authorization",
                "Bearer " + ADMIN.token(),
                "If-Match",
                kept.header("ETag")))
        .is(204);
  }

  @Test
  void a_key_that_was_taken_back_is_refused_within_a_second_or_so() {
    ApiKeys.NewKey short_lived = ApiKeys.create("short", Role.READ);
    service.store.keys().add(short_lived.kept());
    await()
        .atMost(Running.PATIENCE)
        .until(() -> service.get("/v1/datasets", with(short_lived)).status() == 200);
    service.store.keys().revoke(short_lived.kept().id());
    await()
        .atMost(Running.PATIENCE)
        .until(() -> service.get("/v1/datasets", with(short_lived)).status() == 401);
  }

  @Test
  void the_last_key_taken_back_opens_nothing_until_the_service_is_started_again() {
    Running one = Running.start();
    try {
      one.get("/v1/datasets").is(200);
      one.store.keys().add(ADMIN.kept());
      one = one.again(Running.QUEUE, Running.SETTINGS);
      Running guarded = one;
      guarded.store.keys().revoke(ADMIN.kept().id());
      await()
          .atMost(Running.PATIENCE)
          .until(() -> guarded.get("/v1/datasets", with(ADMIN)).status() == 401);
      guarded.get("/v1/datasets").isProblem(401, "key-required");
      guarded.post("/v1/allocations", Samples.THREE_PLACES).isProblem(401, "key-required");
      one = one.again(Running.QUEUE, Running.SETTINGS);
      one.get("/v1/datasets").is(200);
    } finally {
      one.close();
    }
  }

  @Test
  void only_a_hash_of_the_secret_is_kept() {
    String secret = ADMIN.token().substring(ADMIN.token().indexOf('.') + 1);
    assertThat(ADMIN.kept().toString()).doesNotContain(secret);
    assertThat(ApiKeys.match(ADMIN.token(), Map.of(ADMIN.kept().id(), ADMIN.kept())))
        .isEqualTo(ADMIN.kept());
    assertThat(ApiKeys.match(ADMIN.token(), Map.of())).isNull();
  }

  @Test
  void beyond_loopback_nothing_is_served_without_a_key(@TempDir Path folder) throws IOException {
    Store store = Running.open(Files.createDirectory(folder.resolve("data")));
    ServerSettings open = Running.SETTINGS.at("0.0.0.0", 0);
    assertThatThrownBy(() -> Server.start(store, Running.QUEUE, SWEEPS, open))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("0.0.0.0")
        .hasMessageContaining("needs a key");
  }

  @Test
  void an_address_of_another_machine_is_no_port_in_use(@TempDir Path folder) throws IOException {
    Store store = Running.open(Files.createDirectory(folder.resolve("data")));
    store.keys().add(ADMIN.kept());
    ServerSettings elsewhere = Running.SETTINGS.at("192.0.2.1", 0); // TEST-NET-1: nobody's
    assertThatThrownBy(() -> Server.start(store, Running.QUEUE, SWEEPS, elsewhere))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("192.0.2.1")
        .hasMessageNotContaining("in use");
  }

  @Test
  void a_port_that_is_taken_is_said(@TempDir Path folder) throws IOException {
    Store store = Running.open(Files.createDirectory(folder.resolve("data")));
    ServerSettings taken = Running.SETTINGS.at("127.0.0.1", service.port());
    assertThatThrownBy(() -> Server.start(store, Running.QUEUE, SWEEPS, taken))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("cannot listen on 127.0.0.1 port " + service.port());
  }
}
