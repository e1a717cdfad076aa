package io.bosett.http.resource;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.analysis.compare.Comparison;
import io.bosett.documents.json.JsonWriter;
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
import io.bosett.service.kept.StoredDatasets;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.KeptJob;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/comparisons}: compares two allocations, or an allocation with an indicator's
 * figures.
 */
public final class ComparisonsResource {
  private final KeptAllocationLookup answers;
  private final StoredDatasets datasets;
  private final AnalysisExecutor analysisExecutor;
  private final RequestBodies bodies;

  public ComparisonsResource(
      KeptAllocationLookup answers,
      StoredDatasets datasets,
      AnalysisExecutor analysisExecutor,
      RequestBodies bodies) {
    this.answers = answers;
    this.datasets = datasets;
    this.analysisExecutor = analysisExecutor;
    this.bodies = bodies;
  }

  public void addTo(Routes routes) {
    routes.post("/v1/comparisons", Role.READ, this::compare);
  }

  private void compare(Context ctx) {
    ContentNegotiation.json(ctx);
    byte[] body = bodies.json(ctx);
    ComparisonRequest request = read(body);
    KeptJob first = answers.allocation(request.left());
    Compared left = new Compared(side(first), first, null);
    Compared right = right(request);
    analysisExecutor.answer(
        ctx, Responses.JSON, weight(left) + weight(right), stream -> compare(left, right, stream));
  }

  /**
   * One side of a comparison.
   *
   * @param numbers what is compared
   * @param allocation whose they are, or null when they are figures
   * @param figures the dataset whose they are, or null when they are of an allocation
   */
  private record Compared(
      ComparedAllocation numbers, @Nullable KeptJob allocation, @Nullable Dataset figures) {}

  private void compare(Compared left, Compared right, OutputStream stream) {
    CommonCodes sides = CommonCodes.of(codes(left), codes(right), List.of());
    if (!sides.faults().isEmpty()) {
      throw ProblemTypes.otherBoundaries(sides.faults()).exception();
    }
    CompiledProblem ground = sides.ground();
    Comparison comparison =
        ground == null
            ? Comparison.asReported(
                sides.left(), result(left), sides.right(), result(right), right.figures)
            : CompareUseCase.compare(ground, sides.left(), sides.right());
    JsonWriter.write(
        stream, out -> ComparisonJson.write(out, comparison, sides.notes(), Language.EN));
  }

  /** Figures are kept in memory anyway. */
  private long weight(Compared side) {
    return side.allocation == null ? 0 : answers.weightOfProblem(side.allocation);
  }

  private Side codes(Compared side) {
    KeptJob allocation = side.allocation;
    Dataset figures = side.figures;
    if (figures != null) {
      return Side.of(side.numbers, figures);
    }
    return Side.of(side.numbers, allocation == null ? null : answers.compiled(allocation));
  }

  private @Nullable Result result(Compared side) {
    return side.allocation == null ? null : answers.result(side.allocation);
  }

  private static ComparisonRequest read(byte[] body) {
    try {
      return ComparisonRequest.read(body);
    } catch (InvalidInputException e) {
      throw ProblemTypes.invalidDocument(e).exception();
    }
  }

  private Compared right(ComparisonRequest request) {
    String other = request.right();
    ComparisonRequest.Figures figures = request.figures();
    if (other == null && figures != null) {
      return side(figures);
    }
    KeptJob allocation = answers.allocation(other == null ? "" : other);
    return new Compared(side(allocation), allocation, null);
  }

  private ComparedAllocation side(KeptJob allocation) {
    String label = allocation.name().isEmpty() ? allocation.id() : allocation.name();
    Result result = answers.result(allocation);
    if (result.objective() == null) {
      throw ProblemTypes.noNumbers(result.status()).exception(); // else they would count as zeros
    }
    return ComparedAllocation.of(label, result);
  }

  private Compared side(ComparisonRequest.Figures figures) {
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
      Violation v = e.violations().get(0);
      throw refused(Violation.among("/right" + v.pointer(), v.detail(), v.choices()));
    } catch (IllegalArgumentException e) {
      throw refused(
          new Violation("/right/indicator", String.valueOf(e.getMessage()), "numbers of persons"));
    }
  }

  private static ProblemException refused(Violation violation) {
    return ProblemTypes.invalidDocument(new InvalidInputException(List.of(violation))).exception();
  }
}
