package io.bosett.http.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bosett.http.Reply;
import io.bosett.http.Running;
import io.bosett.store.KeyStore.Role;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who sends wrong keys without end locks out nobody but himself. */
@Tag("slow")
final class RightKeysTest {
  @Test
  void a_right_key_is_served_however_many_wrong_ones_come_from_its_address() {
    try (Running service = Running.start()) {
      ApiKeys.NewKey key = ApiKeys.create("office", Role.READ);
      service.store.keys().add(key.kept());
      await().until(() -> service.get("/v1/demo").status() == 401);
      String[] wrong = {"Authorization", "Bearer none.none"};
      await().until(() -> service.get("/v1/demo", wrong).status() == 429);
      Logger log = (Logger) LoggerFactory.getLogger("io.bosett.http.requests");
      ListAppender<ILoggingEvent> lines = new ListAppender<>();
      lines.start();
      log.setLevel(Level.INFO);
      log.addAppender(lines);
      Reply refused = service.get("/v1/demo", wrong).isProblem(429, "too-many-keys");
      assertThat(refused.header("Retry-After")).matches("[123]");
      service.get("/v1/demo", "Authorization", "Bearer " + key.token()).is(200);
      service.get("/v1/demo").isProblem(401, "key-required");
      await().until(() -> lines.list.size() >= 2);
      log.setLevel(null);
      log.detachAppender(lines);
      List<String> said = lines.list.stream().map(line -> "" + line.getKeyValuePairs()).toList();
      assertThat(said).noneMatch(line -> line.contains("429"));
    }
  }
}
