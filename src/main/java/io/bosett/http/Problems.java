package io.bosett.http;

import io.bosett.files.FaultyFilesException;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.model.Violation;
import io.bosett.store.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The kinds of problems, one method each. */
final class Problems {
  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "The request is not valid HTTP",
          404, "There is no such path",
          408, "The request took too long to arrive",
          413, "The body is too large",
          414, "The path is too long",
          431, "The headers are too large",
          501, "The method is not known",
          505, "This version of HTTP is not spoken");

  private Problems() {}

  static Problem invalidScenario(InvalidInputException e) {
    return new Problem("invalid-scenario", "The scenario is not valid", 400, "")
        .with(e.violations().stream().map(Fault::of).toList());
  }

  static Problem invalidDocument(InvalidInputException e) {
    return new Problem("invalid-document", "The document is not valid", 400, "")
        .with(e.violations().stream().map(Fault::of).toList());
  }

  static Problem invalidDataset(FaultyFilesException e) {
    return new Problem("invalid-dataset", "The dataset is not valid", 400, "")
        .with(e.faults().stream().map(Fault::of).toList());
  }

  static Problem invalidDataset(InvalidInputException e) {
    return new Problem("invalid-dataset", "The dataset is not valid", 400, "")
        .with(e.violations().stream().map(Fault::of).toList());
  }

  static Problem tooManyMunicipalities(int found, int most) {
    Violation violation =
        new Violation(
            "/municipalities",
            "has " + found + " municipalities",
            "at most " + most + " in this service");
    return invalidDataset(new InvalidInputException(List.of(violation)));
  }

  static Problem invalidParameters(List<Fault> faults) {
    return new Problem("invalid-parameters", "The query is not valid", 400, "").with(faults);
  }

  static Problem invalidHeader(String name, String found, String allowed) {
    return new Problem("invalid-header", "A header is not valid", 400, "")
        .with(List.of(Fault.ofHeader(name, "is '" + shortened(found) + "'", allowed)));
  }

  static Problem noSuchPath() {
    return new Problem("not-found", "There is no such path", 404, "the paths are in /openapi.json");
  }

  static Problem notFound(String what, String id) {
    String detail = "there is no " + what + " '" + shortened(id) + "'";
    return new Problem("not-found", "There is no such " + what, 404, detail);
  }

  static Problem methodNotAllowed(String method, List<String> allowed) {
    String list = String.join(", ", allowed);
    String detail = shortened(method) + " is not allowed here; allowed: " + list;
    return new Problem("method-not-allowed", "The path does not know this method", 405, detail)
        .with("Allow", list);
  }

  static Problem notAcceptable(List<String> offered) {
    return notWritten("written are " + String.join(", ", offered));
  }

  static Problem formatNotWritten(String format, List<String> offered) {
    return notWritten(
        "format is '" + shortened(format) + "'; written are " + String.join(", ", offered));
  }

  private static Problem notWritten(String detail) {
    return new Problem("not-acceptable", "None of the accepted types is written here", 406, detail);
  }

  static Problem keyNeeded() {
    return new Problem(
            "key-required", "A key is required", 401, "send Authorization: Bearer with a key")
        .with("WWW-Authenticate", "Bearer realm=\"bosett\"");
  }

  static Problem keyUnknown() {
    return new Problem(
            "key-unknown", "The key is not known", 401, "it was taken back, or never was")
        .with("WWW-Authenticate", "Bearer realm=\"bosett\", error=\"invalid_token\"");
  }

  static Problem roleTooLow(String has, String needs) {
    String detail = "the key's role is " + has + ", needed is " + needs;
    return new Problem("forbidden", "The key may not do this", 403, detail)
        .with(
            "WWW-Authenticate",
            "Bearer realm=\"bosett\", error=\"insufficient_scope\", scope=\"" + needs + "\"");
  }

  static Problem hostNotAllowed(String host) {
    String detail =
        "'"
            + shortened(host)
            + "' is not a name of this service; allowed: names of loopback and"
            + " those configured";
    return new Problem("host-not-allowed", "The service is not known by this name", 421, detail);
  }

  static Problem originNotAllowed(String origin) {
    return new Problem(
        "origin-not-allowed",
        "Pages of other sites may change nothing here",
        403,
        "the request comes from '" + shortened(origin) + "'");
  }

  static Problem conflict(String kind, String title, String detail) {
    return new Problem(kind, title, 409, detail);
  }

  static Problem noResult(State state) {
    return state.isEnded()
        ? conflict("no-result", "The allocation has no result", "its state is " + state)
        : conflict("no-result-yet", "There is no result yet", "its state is " + state);
  }

  /** Of a kept result whose hashes nothing can be compared with any more. */
  static Problem earlierVersion(InvalidInputException e) {
    return conflict(
        "earlier-version",
        "The result is of an earlier version",
        e.violations().get(0).pointer() + " " + e.violations().get(0).detail());
  }

  static Problem noNumbers(Result.Status status) {
    return conflict(
        "no-numbers", "The allocation has no numbers to compare", "its status is " + status);
  }

  static Problem preconditionRequired() {
    return new Problem(
        "precondition-required",
        "The change must say what it changes",
        428,
        "send If-Match with the ETag that GET answers");
  }

  static Problem preconditionFailed(String detail) {
    return new Problem("precondition-failed", "The document is another one by now", 412, detail);
  }

  static Problem bodyTooLarge(long most) {
    String detail = "the body has more than " + most + " bytes, the limit of this service";
    return new Problem("body-too-large", "The body is too large", 413, detail);
  }

  static Problem tooSlow() {
    return new Problem(
            "too-slow", "The request took too long to arrive", 408, "the body arrived too slowly")
        .with("Connection", "close");
  }

  static Problem typeNotRead(String header, String found, String expected) {
    String detail = header + " is '" + shortened(found) + "'; read here: " + expected;
    return new Problem("type-not-read", "The body's type is not read here", 415, detail);
  }

  static Problem tooMany(String detail, Duration retryAfter) {
    return new Problem("too-many-requests", "Too much is waiting", 429, detail)
        .with("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
  }

  static Problem modelTooLarge(long most) {
    String detail =
        "it has more than "
            + most
            + " columns and entries of rows; the command export has no limit";
    return new Problem("model-too-large", "The integer program is too large", 400, detail);
  }

  /** The contract knows 429 for submissions only: analyses are part of reading. */
  static Problem tooManyAnalyses(Duration retryAfter) {
    return new Problem(
            "too-many-analyses", "Too much is being analysed", 503, "try again in a moment")
        .with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  static Problem tooManyBodies() {
    return new Problem(
            "too-many-bodies", "Too much is being read", 503, "large bodies are many just now")
        .with("Retry-After", "1");
  }

  static Problem tooManyReaders(int most) {
    String detail = most + " read events already";
    return new Problem("too-many-readers", "Too many read events", 503, detail)
        .with("Retry-After", "5");
  }

  static Problem shuttingDown() {
    return new Problem("shutting-down", "The service is shutting down", 503, "try again later")
        .with("Retry-After", "5");
  }

  static Problem storeUnavailable() {
    return new Problem(
            "store-unavailable",
            "The store does not answer",
            503,
            "what was asked has not happened; try again later")
        .with("Retry-After", "2");
  }

  static Problem defect(String incident) {
    return new Problem(
        "defect", "A defect of ours", 500, "the log has the details under incident " + incident);
  }

  /** What the server refused before anything here saw it. */
  static Problem ofServer(int status, String detail) {
    String title = TITLES.getOrDefault(status, "The request cannot be answered");
    return switch (status) {
      case 404 -> noSuchPath();
      case 503 -> shuttingDown();
      default -> new Problem("http-" + status, title, status, detail.isEmpty() ? title : detail);
    };
  }

  /** A text of the caller's, of which no more than needed is sent back. */
  private static String shortened(String text) {
    String visible =
        text.codePoints()
            .limit(80)
            .map(c -> Character.isISOControl(c) ? '?' : c)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return visible.length() < text.length() ? visible + "…" : visible;
  }
}
