package io.bosett.http.resource;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.analysis.compare.Comparison;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ParsedDocument;
import io.bosett.documents.result.ComparisonJson;
import io.bosett.documents.text.Language;
import io.bosett.http.problem.ProblemException;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.RequestBodies;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.model.Violation;
import io.bosett.service.CommonCodes;
import io.bosett.service.CommonCodes.Side;
import io.bosett.service.CompareUseCase;
import io.bosett.service.jobs.AllocationService;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.KeptJob;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/comparisons}: compares two allocations, figures of an indicator, or numbers that
 * nobody stored.
 */
public final class ComparisonsResource {
  /** As for what is stored of an allocation, see {@link KeptAllocationLookup#weight}. */
  private static final long BYTES_A_BYTE = 14;

  private final KeptAllocationLookup lookup;
  private final AllocationService allocations;
  private final RequestedScenario requestedScenario;
  private final StoredDatasets datasets;
  private final AnalysisExecutor analysisExecutor;
  private final RequestBodies bodies;

  public ComparisonsResource(
      KeptAllocationLookup lookup,
      AllocationService allocations,
      RequestedScenario requestedScenario,
      StoredDatasets datasets,
      AnalysisExecutor analysisExecutor,
      RequestBodies bodies) {
    this.lookup = lookup;
    this.allocations = allocations;
    this.requestedScenario = requestedScenario;
    this.datasets = datasets;
    this.analysisExecutor = analysisExecutor;
    this.bodies = bodies;
  }

  public void addTo(Routes routes) {
    routes.post("/v1/comparisons", Role.READ, this::compare);
  }

  private void compare(Context ctx) {
    ContentNegotiation.json(ctx);
    Language language = ReaderLanguage.announced(ctx);
    byte[] body = bodies.json(ctx);
    ComparisonRequest request = read(body);
    @Nullable CompiledProblem scenario = scenario(request);
    Compared left = compared("/left", request.left());
    Compared right = compared("/right", request.right());
    long weight = BYTES_A_BYTE * body.length + weight(left) + weight(right);
    analysisExecutor.answer(
        ctx, Responses.JSON, weight, stream -> compare(scenario, left, right, language, stream));
  }

  /** The scenario that is in the request itself. */
  private @Nullable CompiledProblem scenario(ComparisonRequest request) {
    ParsedDocument document = request.scenario();
    if (document == null) {
      return null;
    }
    try {
      return allocations.compiled(requestedScenario.ofPreview(document));
    } catch (InvalidInputException e) {
      throw refused(e, "/scenario");
    }
  }

  /**
   * One side of a comparison.
   *
   * @param numbers what is compared
   * @param allocation whose they are, or null
   * @param figures the dataset whose they are, or null
   */
  private record Compared(
      ComparedAllocation numbers, @Nullable KeptJob allocation, @Nullable Dataset figures) {}

  private void compare(
      @Nullable CompiledProblem scenario,
      Compared left,
      Compared right,
      Language language,
      OutputStream stream) {
    CommonCodes sides = CommonCodes.of(codes(left, scenario), codes(right, scenario), List.of());
    if (!sides.faults().isEmpty()) {
      throw ProblemTypes.otherBoundaries(sides.faults()).exception();
    }
    boolean translated = !sides.notes().isEmpty();
    CompiledProblem context = scenario == null || translated ? sides.context() : scenario;
    Dataset figures = right.figures == null ? left.figures : right.figures;
    Comparison comparison =
        context == null
            ? Comparison.asReported(
                sides.left(), result(left), sides.right(), result(right), figures)
            : CompareUseCase.compare(context, sides.left(), sides.right());
    JsonWriter.write(stream, out -> ComparisonJson.write(out, comparison, sides.notes(), language));
  }

  /** Figures are kept in memory anyway. */
  private long weight(Compared side) {
    return side.allocation == null ? 0 : lookup.weightOfProblem(side.allocation);
  }

  private Side codes(Compared side, @Nullable CompiledProblem scenario) {
    KeptJob allocation = side.allocation;
    Dataset figures = side.figures;
    if (figures != null) {
      return Side.of(side.numbers, figures);
    }
    return Side.of(side.numbers, allocation == null ? scenario : lookup.compiled(allocation));
  }

  private @Nullable Result result(Compared side) {
    return side.allocation == null ? null : lookup.result(side.allocation);
  }

  private static ComparisonRequest read(byte[] body) {
    try {
      return ComparisonRequest.read(body);
    } catch (InvalidInputException e) {
      throw ProblemTypes.invalidDocument(e).exception();
    }
  }

  private Compared compared(String pointer, ComparisonRequest.Side side) {
    if (side instanceof ComparisonRequest.Figures figures) {
      return figures(pointer, figures);
    } else if (side instanceof ComparisonRequest.Numbers numbers) {
      return new Compared(
          new ComparedAllocation("numbers", numbers.persons(), null, 0, null, null), null, null);
    }
    KeptJob allocation = lookup.allocation(((ComparisonRequest.Kept) side).allocation());
    return new Compared(numbers(allocation), allocation, null);
  }

  private ComparedAllocation numbers(KeptJob allocation) {
    String label = allocation.name().isEmpty() ? allocation.id() : allocation.name();
    Result result = lookup.result(allocation);
    if (result.objective() == null) {
      throw ProblemTypes.noNumbers(result.status()).exception(); // else they would count as zeros
    }
    return ComparedAllocation.of(label, result);
  }

  private Compared figures(String pointer, ComparisonRequest.Figures figures) {
    String id = figures.dataset();
    Dataset dataset =
        datasets
            .find(id)
            .map(StoredDatasets.Figures::dataset)
            .orElseThrow(() -> ProblemTypes.notFound("dataset", id).exception());
    try {
      ComparedAllocation numbers =
          CompareUseCase.figures(dataset, figures.indicator(), figures.year());
      return new Compared(numbers, null, dataset);
    } catch (InvalidInputException e) {
      throw refused(e, pointer);
    } catch (IllegalArgumentException e) {
      Violation violation =
          new Violation("/indicator", String.valueOf(e.getMessage()), "numbers of persons");
      throw refused(new InvalidInputException(List.of(violation)), pointer);
    }
  }

  /** What is wrong in a part of the body, at its place. */
  private static ProblemException refused(InvalidInputException part, String pointer) {
    List<Violation> violations = part.violations().stream().map(v -> v.under(pointer)).toList();
    return ProblemTypes.invalidDocument(new InvalidInputException(violations)).exception();
  }
}
