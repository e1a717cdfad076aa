package io.bosett.http.resource;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.result.ComparisonJson;
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
import io.bosett.service.CompareUseCase;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.List;

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
    KeptAllocation ground = answers.allocation(request.left());
    ComparedAllocation left = side(ground);
    ComparedAllocation right = right(request);
    analysisExecutor.answer(
        ctx,
        Responses.JSON,
        answers.weightOfProblem(ground),
        stream ->
            JsonWriter.write(
                stream,
                out ->
                    ComparisonJson.write(
                        out, CompareUseCase.compare(answers.compiled(ground), left, right))));
  }

  private static ComparisonRequest read(byte[] body) {
    try {
      return ComparisonRequest.read(body);
    } catch (InvalidInputException e) {
      throw ProblemTypes.invalidDocument(e).exception();
    }
  }

  private ComparedAllocation right(ComparisonRequest request) {
    String other = request.right();
    ComparisonRequest.Figures figures = request.figures();
    return other == null && figures != null
        ? side(figures)
        : side(answers.allocation(other == null ? "" : other));
  }

  private ComparedAllocation side(KeptAllocation allocation) {
    String label = allocation.name().isEmpty() ? allocation.id() : allocation.name();
    Result result = answers.result(allocation);
    if (result.objective() == null) {
      throw ProblemTypes.noNumbers(result.status()).exception(); // else they would count as zeros
    }
    return ComparedAllocation.of(label, result);
  }

  private ComparedAllocation side(ComparisonRequest.Figures figures) {
    String id = figures.dataset();
    Dataset dataset =
        datasets
            .find(id)
            .map(StoredDatasets.Figures::dataset)
            .orElseThrow(() -> ProblemTypes.notFound("dataset", id).exception());
    try {
      return CompareUseCase.figures(dataset, figures.indicator(), figures.year());
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
