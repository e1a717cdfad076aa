package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are slow, deaf, half-open or gone. */
@Tag("slow")
final class SlowClientsTogetherTest {
  /** A connection may idle for 30 s; a dripping one gets more, but not for ever. */
  private static final int RECLAIMED_WITHIN_SECONDS = 150;

  private static final int SPARE = 25;

  @TempDir private Path folder;

  @Test
  @Timeout(600)
  void they_keep_nobody_from_being_served_and_lose_their_connections() throws Exception {
    int count = Repetitions.of("slow", 1_000);
    try (ServerProcess server = Services.embedded(folder)) {
      ServiceClient caller = new ServiceClient(server.address());
      served(caller);
      int before = Jvm.files(server);
      List<SlowClient> clients = connect(server, count);
      try {
        long begun = System.nanoTime();
        int served = 0;
        List<SlowClient> left = clients;
        while (!left.isEmpty()) {
          left.forEach(SlowClient::goOn);
          served += served(caller);
          ServiceClient.pause(300);
          // Only deaf ones are left alone: to look at them would be to listen.
          left = left.stream().filter(client -> isLeft(client)).toList();
          long seconds = (System.nanoTime() - begun) / 1_000_000_000;
          assertThat(seconds)
              .as("still there: %s", manners(left))
              .isLessThan(RECLAIMED_WITHIN_SECONDS);
        }
        awaitFiles(server, before + SPARE);
        assertThat(server.said()).as("what they did is no defect").doesNotContain("defect");
        Repetitions.outcome(
            "%d slow, deaf, half-open and vanished clients: %d letters solved meanwhile, all "
                + "connections reclaimed after %d s",
            count, served, (System.nanoTime() - begun) / 1_000_000_000);
      } finally {
        clients.forEach(SlowClient::close);
      }
    }
  }

  private static boolean isLeft(SlowClient client) {
    return client.manner() != SlowClient.Manner.DEAF && !client.isThrownOut();
  }

  private static String manners(List<SlowClient> clients) {
    return clients.stream()
        .collect(Collectors.groupingBy(SlowClient::manner, Collectors.counting()))
        .toString();
  }

  private static List<SlowClient> connect(ServerProcess server, int count) throws IOException {
    SlowClient.Manner[] manners = SlowClient.Manner.values();
    List<SlowClient> clients = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      clients.add(SlowClient.connect(server.address(), manners[k % manners.length]));
    }
    return clients;
  }

  private static int served(ServiceClient caller) throws IOException {
    ServiceResponse answer = caller.allocate(Letters.letter());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(caller.get("/health/live").status()).isEqualTo(200);
    return 1;
  }

  /** The deaf ones are closed too, which shows only here. */
  private static void awaitFiles(ServerProcess server, int most) {
    for (int k = 0; k < RECLAIMED_WITHIN_SECONDS && Jvm.files(server) > most; k++) {
      ServiceClient.pause(1_000);
    }
    assertThat(Jvm.files(server)).as("open files").isLessThanOrEqualTo(most);
  }
}
