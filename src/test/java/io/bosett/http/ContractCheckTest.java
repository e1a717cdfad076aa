package io.bosett.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds responses to the contract does convict them. */
final class ContractCheckTest {
  private static final String OVERVIEW =
      "{\"valid\": true, \"candidates\": 3, \"band\": {\"atLeast\": 0, \"atMost\": 3},"
          + " \"capacity\": 60, \"minorsCapacity\": 0, \"warnings\": []}";
  private static final String PROBLEM =
      "{\"type\": \"urn:problem:not-found\", \"title\": \"x\", \"status\": 404, \"detail\": \"y\","
          + " \"instance\": \"/\"}";

  private final Map<String, String> headers =
      new HashMap<>(Map.of("Content-Type", "application/json", "X-Request-Id", "a1"));

  private List<String> faults(String method, String path, int status, String body) {
    Map<String, List<String>> lists = new HashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    HttpHeaders all = HttpHeaders.of(lists, (name, value) -> true);
    return ContractCheck.faults(method, path, status, all, ContractStock.utf8(body));
  }

  private List<String> validated(int status, String body) {
    return faults("POST", "/v1/scenarios/validate", status, body);
  }

  @Test
  void a_response_as_described_is_left_alone() {
    assertThat(validated(200, OVERVIEW)).isEmpty();
    headers.put("Content-Type", "application/json; charset=utf-8");
    assertThat(validated(200, OVERVIEW)).isEmpty();
  }

  @Test
  void a_status_that_is_not_described_is_convicted() {
    assertThat(validated(201, OVERVIEW)).anyMatch(fault -> fault.contains("status"));
    assertThat(faults("GET", "/v1/nothing", 200, OVERVIEW)).isNotEmpty();
  }

  @Test
  void a_field_too_few_too_many_or_of_another_type_is_convicted() {
    assertThat(validated(200, OVERVIEW.replace("\"capacity\"", "\"kapacity\""))).hasSize(2);
    assertThat(validated(200, OVERVIEW.replace("60", "\"60\""))).hasSize(1);
    assertThat(validated(200, OVERVIEW.replace("60", "-60"))).hasSize(1);
    assertThat(validated(200, "{")).hasSize(1);
  }

  @Test
  void a_header_that_is_missing_or_wrong_is_convicted() {
    headers.remove("X-Request-Id");
    assertThat(validated(200, OVERVIEW)).isNotEmpty();
    headers.put("X-Request-Id", "å");
    assertThat(validated(200, OVERVIEW)).hasSize(1);
  }

  @Test
  void another_media_type_is_convicted() {
    headers.put("Content-Type", "text/html");
    assertThat(validated(200, OVERVIEW)).hasSize(1);
    headers.remove("Content-Type");
    assertThat(validated(200, OVERVIEW)).hasSize(1);
  }

  @Test
  void a_body_where_none_is_described_is_convicted() {
    assertThat(faults("DELETE", "/v1/scenarios/x", 204, "")).isEmpty();
    assertThat(faults("DELETE", "/v1/scenarios/x", 204, "{}")).hasSize(1);
  }

  @Test
  void errors_are_problems_everywhere_and_say_their_status() {
    assertThat(faults("GET", "/v1/nothing", 404, PROBLEM)).hasSize(1);
    headers.put("Content-Type", "application/problem+json");
    assertThat(faults("GET", "/v1/nothing", 404, PROBLEM)).isEmpty();
    assertThat(faults("GET", "/v1/allocations/x", 404, PROBLEM)).isEmpty();
    assertThat(faults("GET", "/v1/allocations/x", 404, PROBLEM.replace("404", "405"))).hasSize(1);
    assertThat(faults("GET", "/v1/allocations/x", 404, PROBLEM.replace("urn:", ""))).hasSize(1);
  }

  @Test
  void a_wrong_method_is_told_which_are_allowed() {
    headers.put("Content-Type", "application/problem+json");
    String problem = PROBLEM.replace("404", "405");
    assertThat(faults("PATCH", "/v1/demo", 405, problem)).hasSize(1);
    headers.put("Allow", "GET, HEAD, OPTIONS");
    assertThat(faults("PATCH", "/v1/demo", 405, problem)).isEmpty();
  }
}
