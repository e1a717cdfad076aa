package io.bosett.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is just its status has its reason phrase as title, what has a type of its own a sentence.
 */
final class ProblemTitlesTest {
  static Stream<ProblemDocument> justTheirStatus() {
    return Stream.of(
        ProblemTypes.noSuchPath(),
        ProblemTypes.notFound("scenario", "7"),
        ProblemTypes.methodNotAllowed("PUT", List.of("GET")),
        ProblemTypes.notAcceptable(List.of("text/csv")),
        ProblemTypes.formatNotWritten("xml", List.of("csv")),
        ProblemTypes.typeNotRead("Content-Type", "text/csv", "application/json"),
        ProblemTypes.defect("7"));
  }

  /** Jetty's, but for one that it shortens. */
  private static String phrase(int status) {
    return status == 500 ? "Internal Server Error" : HttpStatus.getMessage(status);
  }

  @ParameterizedTest
  @MethodSource("justTheirStatus")
  void a_problem_that_is_just_its_status_has_the_reason_phrase(ProblemDocument problem) {
    assertThat(problem.title()).isEqualTo(phrase(problem.status()));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 405, 408, 414, 417, 426, 431, 500, 501, 505})
  void so_has_what_the_server_refused(int status) {
    ProblemDocument problem = ProblemTypes.ofServer(status, "");
    assertThat(problem.kind()).isEqualTo("http-" + status);
    assertThat(problem.title()).isEqualTo(phrase(status));
    assertThat(problem.detail()).isNotEqualTo(problem.title());
  }

  /** RFC 9110 calls 413 so; other names are older. */
  @Test
  void a_body_beyond_the_limit_is_content_too_large() {
    assertThat(ProblemTypes.bodyTooLarge(10).title()).isEqualTo("Content Too Large");
    assertThat(ProblemTypes.bodyTooLarge(10).kind()).isEqualTo("body-too-large");
  }

  @Test
  void a_type_of_its_own_has_a_sentence() {
    assertThat(ProblemTypes.keyUnknown().title()).isEqualTo("The key is not known");
    assertThat(ProblemTypes.tooSlow().title()).isEqualTo("The request took too long to arrive");
  }
}
