package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that once were answered wrongly. Each file of {@code requests} says what was wrong, and
 * then holds requests, each after a line {@code > } with the status that it must be answered with.
 * A new case is a file and no Java; {@code {allocation}} and {@code {scenario}} stand for ids of
 * what there is, {@code {location}} for where the request before put something.
 */
@Tag("slow")
final class ContractCasesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "requests");

  private static Running service;
  private static String allocation;

  private record Case(int status, ContractRequest request) {}

  @BeforeAll
  static void start() {
    service = Running.start();
    allocation = service.post("/v1/allocations", Samples.LETTER).is(201).at("/id");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  private static List<Case> cases(Path file) throws IOException {
    String scenario = service.post("/v1/scenarios", Samples.THREE_PLACES).is(201).at("/id");
    String text =
        Files.readString(file).replace("{allocation}", allocation).replace("{scenario}", scenario);
    List<Case> cases = new ArrayList<>();
    for (String part : text.split("(?m)^> ")) {
      if (part.matches("(?s)[0-9]{3}\n.*")) {
        cases.add(one(part));
      }
    }
    return cases;
  }

  private static Case one(String part) {
    String[] headAndBody = part.split("\n\n", 2);
    String[] head = headAndBody[0].split("\n");
    String[] line = head[1].split(" ", 2);
    ContractRequest request = ContractRequest.of(line[0], line[1]);
    for (int i = 2; i < head.length; i++) {
      String[] header = head[i].split(": ", 2);
      request = request.with(header[0], header[1]);
    }
    String body = headAndBody.length > 1 ? headAndBody[1].strip() : "";
    return new Case(Integer.parseInt(head[0]), request.withBody(ContractStock.utf8(body)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void what_was_answered_wrongly_once_is_answered_rightly(Path file) throws IOException {
    List<Case> cases = cases(file);
    assertThat(cases).isNotEmpty();
    try (ContractSession session = new ContractSession(service.port())) {
      String location = "";
      for (Case one : cases) {
        ContractRequest request = one.request();
        request = request.withTarget(request.target().replace("{location}", location));
        ContractReply reply = session.ask(request);
        assertThat(reply).as(request.toString()).isNotNull();
        assertThat(reply.status()).as(request + "\n" + reply.text()).isEqualTo(one.status());
        location = reply.status() == 201 ? reply.header("Location") : location;
        assertThat(reply.faults(request.method(), request.path())).as("%s", request).isEmpty();
      }
    }
  }
}
