package io.bosett.http.problem;

import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.model.Violation;
import io.bosett.store.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The problem types of the API, one factory method each: URN, title, status. */
public final class ProblemTypes {
  /** What a status means here, where the server refused a request and said nothing else. */
  private static final Map<Integer, String> MEANINGS =
      Map.of(
          400, "The request is not valid HTTP",
          404, "There is no such path",
          408, "The request took too long to arrive",
          413, "The body is too large",
          414, "The path is too long",
          431, "The headers are too large",
          501, "The method is not known",
          505, "This version of HTTP is not spoken");

  /** Reason phrases (RFC 9110, 15; RFC 6585), the titles of problems that are just their status. */
  private static final Map<Integer, String> PHRASES =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(406, "Not Acceptable"),
          Map.entry(408, "Request Timeout"),
          Map.entry(413, "Content Too Large"),
          Map.entry(414, "URI Too Long"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(417, "Expectation Failed"),
          Map.entry(426, "Upgrade Required"),
          Map.entry(431, "Request Header Fields Too Large"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(505, "HTTP Version Not Supported"));

  private ProblemTypes() {}

  /** A problem that is just its status. */
  private static ProblemDocument plain(String kind, int status, String detail) {
    String title = PHRASES.getOrDefault(status, "The request cannot be answered");
    return new ProblemDocument(kind, title, status, detail);
  }

  public static ProblemDocument invalidScenario(InvalidInputException e) {
    return new ProblemDocument("invalid-scenario", "The scenario is not valid", 400, "")
        .with(e.violations().stream().map(ProblemError::of).toList());
  }

  public static ProblemDocument invalidDocument(InvalidInputException e) {
    return new ProblemDocument("invalid-document", "The document is not valid", 400, "")
        .with(e.violations().stream().map(ProblemError::of).toList());
  }

  public static ProblemDocument invalidSweep(InvalidInputException e) {
    return new ProblemDocument("invalid-sweep", "The sweep is not valid", 400, "")
        .with(e.violations().stream().map(ProblemError::of).toList());
  }

  public static ProblemDocument invalidAnalysis(InvalidInputException e) {
    return new ProblemDocument("invalid-analysis", "The analysis is not valid", 400, "")
        .with(e.violations().stream().map(ProblemError::of).toList());
  }

  public static ProblemDocument invalidDataset(InvalidFilesException e) {
    return new ProblemDocument("invalid-dataset", "The dataset is not valid", 400, "")
        .with(e.faults().stream().map(ProblemError::of).toList());
  }

  public static ProblemDocument invalidDataset(InvalidInputException e) {
    return new ProblemDocument("invalid-dataset", "The dataset is not valid", 400, "")
        .with(e.violations().stream().map(ProblemError::of).toList());
  }

  public static ProblemDocument invalidForm(List<ProblemError> faults) {
    return new ProblemDocument("invalid-form", "The form is not valid", 400, "").with(faults);
  }

  /** A file of figures that cannot be imported, with the reasons. */
  public static ProblemDocument invalidFigures(String file, List<String> reasons) {
    return new ProblemDocument("invalid-figures", "The figures cannot be imported", 400, "")
        .with(
            reasons.stream()
                .map(reason -> ProblemError.of(FileFault.ofWhole(file, reason)))
                .toList());
  }

  /** A dataset of the program, which nobody changes. */
  public static ProblemDocument datasetShips(String id) {
    return conflict(
        "dataset-ships",
        "The dataset ships with the program",
        "'" + id + "' cannot be replaced; choose another id");
  }

  public static ProblemDocument tooManyMunicipalities(int found, int most) {
    Violation violation =
        new Violation(
            "/municipalities",
            "has " + found + " municipalities",
            "at most " + most + " in this service");
    return invalidDataset(new InvalidInputException(List.of(violation)));
  }

  public static ProblemDocument invalidParameters(List<ProblemError> faults) {
    return new ProblemDocument("invalid-parameters", "The query is not valid", 400, "")
        .with(faults);
  }

  public static ProblemDocument invalidHeader(String name, String found, String allowed) {
    return new ProblemDocument("invalid-header", "A header is not valid", 400, "")
        .with(List.of(ProblemError.ofHeader(name, "is '" + shortened(found) + "'", allowed)));
  }

  public static ProblemDocument noSuchPath() {
    return plain("not-found", 404, "the paths are in /openapi.json");
  }

  public static ProblemDocument notFound(String what, String id) {
    String detail = "there is no " + what + " '" + shortened(id) + "'";
    return plain("not-found", 404, detail);
  }

  public static ProblemDocument methodNotAllowed(String method, List<String> allowed) {
    String list = String.join(", ", allowed);
    String detail = shortened(method) + " is not allowed here; allowed: " + list;
    return plain("method-not-allowed", 405, detail).with("Allow", list);
  }

  public static ProblemDocument notAcceptable(List<String> offered) {
    return notWritten("written are " + String.join(", ", offered));
  }

  public static ProblemDocument formatNotWritten(String format, List<String> offered) {
    return notWritten(
        "format is '" + shortened(format) + "'; written are " + String.join(", ", offered));
  }

  private static ProblemDocument notWritten(String detail) {
    return plain("not-acceptable", 406, detail);
  }

  public static ProblemDocument keyNeeded() {
    return new ProblemDocument(
            "key-required", "A key is required", 401, "send Authorization: Bearer with a key")
        .with("WWW-Authenticate", "Bearer realm=\"bosett\"");
  }

  public static ProblemDocument keyUnknown() {
    return new ProblemDocument(
            "key-unknown", "The key is not known", 401, "it was taken back, or never was")
        .with("WWW-Authenticate", "Bearer realm=\"bosett\", error=\"invalid_token\"");
  }

  public static ProblemDocument tooManyKeys(Duration retryAfter) {
    return new ProblemDocument(
            "too-many-keys",
            "Too many keys were wrong",
            429,
            "this address has sent too many keys that are not known")
        .with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  public static ProblemDocument roleTooLow(String has, String needs) {
    String detail = "the key's role is " + has + ", needed is " + needs;
    return new ProblemDocument("forbidden", "The key may not do this", 403, detail)
        .with(
            "WWW-Authenticate",
            "Bearer realm=\"bosett\", error=\"insufficient_scope\", scope=\"" + needs + "\"");
  }

  public static ProblemDocument hostNotAllowed(String host) {
    String detail =
        "'"
            + shortened(host)
            + "' is not a name of this service; allowed: names of loopback and"
            + " those configured";
    return new ProblemDocument(
        "host-not-allowed", "The service is not known by this name", 421, detail);
  }

  public static ProblemDocument originNotAllowed(String origin) {
    return new ProblemDocument(
        "origin-not-allowed",
        "Pages of other sites may change nothing here",
        403,
        "the request comes from '" + shortened(origin) + "'");
  }

  public static ProblemDocument conflict(String kind, String title, String detail) {
    return new ProblemDocument(kind, title, 409, detail);
  }

  public static ProblemDocument noResult(JobState state) {
    return noResult("allocation", state);
  }

  /** The same of any kind of job, by its word. */
  public static ProblemDocument noResult(String what, JobState state) {
    return state.isEnded()
        ? conflict("no-result", "The " + what + " has no result", "its state is " + state)
        : conflict("no-result-yet", "There is no result yet", "its state is " + state);
  }

  /** The kept result has hashes of an earlier version, so nothing can be compared with it. */
  public static ProblemDocument earlierVersion(InvalidInputException e) {
    return conflict(
        "earlier-version",
        "The result is of an earlier version",
        e.violations().get(0).pointer() + " " + e.violations().get(0).detail());
  }

  public static ProblemDocument noNumbers(Result.Status status) {
    return conflict(
        "no-numbers", "The allocation has no numbers to compare", "its status is " + status);
  }

  /** Municipalities with persons were divided between the boundaries of two allocations. */
  public static ProblemDocument otherBoundaries(List<String> faults) {
    return conflict(
        "other-boundaries",
        "The allocations are of different boundaries",
        String.join("; ", faults));
  }

  public static ProblemDocument preconditionRequired() {
    return new ProblemDocument(
        "precondition-required",
        "The change must say what it changes",
        428,
        "send If-Match with the ETag that GET answers");
  }

  public static ProblemDocument preconditionFailed(String actual) {
    return new ProblemDocument(
        "precondition-failed", "The document is another one by now", 412, "its ETag is " + actual);
  }

  /** The right tag, made weak: by a proxy that compresses, for one. */
  public static ProblemDocument weakTag(String actual) {
    return new ProblemDocument(
        "weak-tag",
        "A weak entity tag allows no change",
        412,
        "If-Match has W/"
            + actual
            + ", a weak tag, as proxies make when they compress; If-Match compares strongly (RFC"
            + " 9110, 13.1.1), so send "
            + actual
            + ", the same without W/");
  }

  /** The right tag, lengthened by a server that compresses on the way. */
  public static ProblemDocument lengthenedTag(String found, String actual) {
    return new ProblemDocument(
        "lengthened-tag",
        "The entity tag was changed on the way",
        412,
        "If-Match has "
            + shortened(found)
            + ", the tag of this document with a suffix that servers before the service add when"
            + " they compress (Apache: -gzip); send "
            + actual
            + ", the same without it");
  }

  public static ProblemDocument bodyTooLarge(long most) {
    String detail = "the body has more than " + most + " bytes, the limit of this service";
    return plain("body-too-large", 413, detail);
  }

  /** Larger when parsed than the memory of this service. */
  public static ProblemDocument tooManyValues(long weight, long most) {
    String detail =
        "the document would take about "
            + weight / 1_000_000
            + " MB of memory, for it has very many values; this service has "
            + most / 1_000_000
            + " MB for documents";
    return plain("body-too-large", 413, detail);
  }

  public static ProblemDocument tooSlow() {
    return new ProblemDocument(
            "too-slow", "The request took too long to arrive", 408, "the body arrived too slowly")
        .with("Connection", "close");
  }

  public static ProblemDocument typeNotRead(String header, String found, String expected) {
    String detail = header + " is '" + shortened(found) + "'; read here: " + expected;
    return plain("type-not-read", 415, detail);
  }

  public static ProblemDocument tooMany(String detail, Duration retryAfter) {
    return new ProblemDocument("too-many-requests", "Too much is waiting", 429, detail)
        .with("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
  }

  public static ProblemDocument tooManyPreviews(int most) {
    String detail = most + " previews are under way";
    return new ProblemDocument("too-many-previews", "Too many previews are under way", 429, detail)
        .with("Retry-After", "1");
  }

  public static ProblemDocument modelTooLarge(long most) {
    String detail =
        "it has more than "
            + most
            + " columns and entries of rows; the command export has no limit";
    return new ProblemDocument("model-too-large", "The integer program is too large", 400, detail);
  }

  /**
   * Too many explanations, certificates and large tables at once: 503 with {@code Retry-After}, for
   * these are reads. Jobs, those of {@code /v1/analyses} too, are refused with 429.
   */
  public static ProblemDocument tooManyAnalyses(Duration retryAfter) {
    return new ProblemDocument(
            "too-many-analyses", "Too much is being analysed", 503, "try again in a moment")
        .with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  public static ProblemDocument tooManyBodies() {
    return new ProblemDocument(
            "too-many-bodies", "Too much is being read", 503, "large bodies are many just now")
        .with("Retry-After", "1");
  }

  public static ProblemDocument tooManyReaders(int most) {
    String detail = most + " read events already";
    return new ProblemDocument("too-many-readers", "Too many read events", 503, detail)
        .with("Retry-After", "5");
  }

  /** Solves of the solver asked for do not stop, and their threads are no longer replaced. */
  public static ProblemDocument solvesStuck(String detail) {
    return new ProblemDocument("solves-stuck", "Solves do not stop when told", 503, detail)
        .with("Retry-After", "30");
  }

  public static ProblemDocument shuttingDown() {
    return new ProblemDocument(
            "shutting-down", "The service is shutting down", 503, "try again later")
        .with("Retry-After", "5");
  }

  public static ProblemDocument storeUnavailable() {
    return new ProblemDocument(
            "store-unavailable",
            "The store does not answer",
            503,
            "what was asked has most likely not happened; try again later, with the same"
                + " Idempotency-Key")
        .with("Retry-After", "2");
  }

  /** A background thread has ended; only a restart helps. */
  public static ProblemDocument notWorking() {
    return new ProblemDocument(
            "not-working",
            "The service no longer works",
            503,
            "a background thread has ended; the log says why; restart the service")
        .with("Retry-After", "30");
  }

  public static ProblemDocument defect(String incident) {
    return plain("defect", 500, "the log has the details under incident " + incident);
  }

  /** A request that Jetty refused before any route saw it. */
  public static ProblemDocument ofServer(int status, String detail) {
    String meaning = MEANINGS.getOrDefault(status, "The request cannot be answered");
    return switch (status) {
      case 404 -> noSuchPath();
      case 503 -> shuttingDown();
      default -> plain("http-" + status, status, detail.isEmpty() ? meaning : detail);
    };
  }

  /** Text from the caller, shortened before it is sent back. */
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
