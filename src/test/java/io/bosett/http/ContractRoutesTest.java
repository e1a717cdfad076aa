package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.http.resource.OpenApiDocument;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The server and the contract speak of the same things. */
@Tag("slow")
final class ContractRoutesTest {
  @Test
  void every_route_is_in_the_contract_and_every_operation_has_a_route() {
    try (Running service = Running.start()) {
      TreeSet<String> described =
          ContractDocument.SERVED.operations().stream()
              .map(ContractOperation::toString)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(new TreeSet<>(service.server().routes())).isEqualTo(described);
    }
  }

  @Test
  void the_contract_is_what_is_served() {
    try (Running service = Running.start()) {
      assertThat(service.get("/openapi.json").is(200).json())
          .isEqualTo(new JsonMapper().readTree(OpenApiDocument.document()));
    }
  }

  @Test
  void a_path_that_is_not_in_it_is_not_found() {
    try (Running service = Running.start()) {
      Stream.of("/v1", "/v1/", "/v1/demo/", "/v1/allocations/a/b", "/v2/demo", "/docs/x")
          .forEach(path -> service.get(path).is(404));
    }
  }
}
