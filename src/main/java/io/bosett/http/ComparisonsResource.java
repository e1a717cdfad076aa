package io.bosett.http;

import io.bosett.analysis.Side;
import io.bosett.files.ComparisonJson;
import io.bosett.files.JsonOut;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.model.Violation;
import io.bosett.service.Contrasting;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.List;

/** {@code POST /v1/comparisons}: how two allocations, or one and real figures, differ. */
final class ComparisonsResource {
  private final KeptAnswer answers;
  private final StoredDatasets datasets;
  private final Crowd crowd;
  private final Bodies bodies;

  ComparisonsResource(KeptAnswer answers, StoredDatasets datasets, Crowd crowd, Bodies bodies) {
    this.answers = answers;
    this.datasets = datasets;
    this.crowd = crowd;
    this.bodies = bodies;
  }

  void addTo(Routes routes) {
    routes.post("/v1/comparisons", Role.READ, this::compare);
  }

  private void compare(Context ctx) {
    Negotiation.json(ctx);
    byte[] body = bodies.json(ctx);
    ComparisonRequest request = read(body);
    KeptAllocation ground = answers.allocation(request.left());
    Side left = side(ground);
    Side right = right(request);
    crowd.answer(
        ctx,
        Answers.JSON,
        () ->
            JsonOut.bytes(
                out ->
                    ComparisonJson.write(
                        out, Contrasting.compare(answers.problem(ground), left, right))));
  }

  private static ComparisonRequest read(byte[] body) {
    try {
      return ComparisonRequest.read(body);
    } catch (InvalidInputException e) {
      throw Problems.invalidDocument(e).exception();
    }
  }

  private Side right(ComparisonRequest request) {
    String other = request.right();
    ComparisonRequest.Figures figures = request.figures();
    return other == null && figures != null
        ? side(figures)
        : side(answers.allocation(other == null ? "" : other));
  }

  private Side side(KeptAllocation allocation) {
    String label = allocation.name().isEmpty() ? allocation.id() : allocation.name();
    Result result = answers.result(allocation);
    if (result.objective() == null) {
      throw Problems.noNumbers(result.status()).exception(); // else they would count as zeros
    }
    return Side.of(label, result);
  }

  private Side side(ComparisonRequest.Figures figures) {
    String id = figures.dataset();
    Dataset dataset =
        datasets
            .find(id)
            .map(StoredDatasets.Figures::dataset)
            .orElseThrow(() -> Problems.notFound("dataset", id).exception());
    try {
      return Contrasting.figures(dataset, figures.indicator(), figures.year());
    } catch (InvalidInputException e) {
      Violation v = e.violations().get(0);
      throw refused(Violation.among("/right" + v.pointer(), v.detail(), v.choices()));
    } catch (IllegalArgumentException e) {
      throw refused(new Violation("/right/indicator", e.getMessage(), "numbers of persons"));
    }
  }

  private static ProblemException refused(Violation violation) {
    return Problems.invalidDocument(new InvalidInputException(List.of(violation))).exception();
  }
}
