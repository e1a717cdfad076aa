package io.bosett.http.resource;

import io.bosett.documents.imports.ImportReportJson;
import io.bosett.documents.imports.facts.AnswerFlags;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.http.problem.ProblemError;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.FormData;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.RequestBodies;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.InvalidInputException;
import io.bosett.model.JsonPointers;
import io.bosett.service.kept.DatasetImports;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * {@code POST /v1/datasets/{id}/imports}: imports a file of figures into an uploaded dataset. Files
 * are read one at a time, because one may take a good part of the memory; who waits too long for
 * the turn gets 503.
 */
public final class ImportsResource {
  private static final String FORM = "multipart/form-data";

  /** What browsers and programs call the files that are read; the bytes decide. */
  private static final List<String> TYPES =
      List.of(
          FORM,
          "text/csv",
          "text/plain",
          "text/tab-separated-values",
          "text/html",
          "application/json",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.ms-excel",
          "application/octet-stream");

  private static final int CREATED = 201;
  private static final long LONGEST_WAIT_SECONDS = 20;

  private final StoredDatasets datasets;
  private final DatasetImports imports;
  private final RequestBodies bodies;
  private final Semaphore turn = new Semaphore(1, true);

  public ImportsResource(StoredDatasets datasets, DatasetImports imports, RequestBodies bodies) {
    this.datasets = datasets;
    this.imports = imports;
    this.bodies = bodies;
  }

  public void addTo(Routes routes) {
    routes.post(Links.IMPORTS, Role.ADMIN, this::post);
  }

  private void post(Context ctx) {
    ContentNegotiation.json(ctx);
    QueryParameters query = new QueryParameters(ctx, "dryRun", "name");
    boolean isDryRun = "true".equals(query.choice("dryRun", List.of("true", "false")));
    String name = query.text("name");
    query.check();
    String id = ctx.pathParam("dataset");
    if (datasets.isShipped(id)) {
      throw ProblemTypes.datasetShips(id).exception();
    } else if (datasets.version(id).isEmpty()) {
      throw ProblemTypes.notFound("dataset", id).exception();
    }
    boolean isForm = RequestBodies.typeOfFile(ctx, TYPES).equals(FORM);
    byte[] body = bodies.dataset(ctx);
    FormData form =
        isForm
            ? FormData.parse(body, String.valueOf(ctx.req().getContentType()))
            : new FormData(FormData.plain(name), body, List.of());
    answer(ctx, run(id, form, isDryRun));
  }

  private DatasetImports.Outcome run(String id, FormData form, boolean isDryRun) {
    ImportAnswers answers = answers(form);
    takeTurn();
    try {
      return imports.run(id, form.name(), form.file(), answers, isDryRun);
    } catch (InvalidInputException e) {
      throw ProblemTypes.invalidDataset(e).exception();
    } finally {
      turn.release();
    }
  }

  private void takeTurn() {
    try {
      if (!turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw ProblemTypes.tooManyBodies().exception();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemTypes.shuttingDown().exception();
    }
  }

  private static ImportAnswers answers(FormData form) {
    ImportAnswers answers = new ImportAnswers();
    List<ProblemError> faults = new ArrayList<>();
    for (FormData.Field field : form.fields()) {
      String allowed = AnswerFlags.add(answers, field.name(), field.value());
      if (allowed != null) {
        boolean isKnown = AnswerFlags.names().contains(field.name());
        faults.add(
            ProblemError.ofForm(
                "/" + JsonPointers.escaped(field.name()),
                isKnown ? "is '" + field.value() + "'" : "is not known here",
                allowed));
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemTypes.invalidForm(faults).exception();
    }
    return answers;
  }

  private static void answer(Context ctx, DatasetImports.Outcome outcome) {
    if (!outcome.file().refusals().isEmpty()) {
      throw ProblemTypes.invalidFigures(outcome.file().name(), outcome.file().refusals())
          .exception();
    }
    String dataset = outcome.version().id();
    if (outcome.isNew()) {
      ctx.header("Location", Links.of(ctx).dataset(dataset));
    }
    Responses.json(
        ctx,
        outcome.isNew() ? CREATED : 200,
        out ->
            out.object(
                () -> {
                  out.text("dataset", dataset).whole("version", outcome.version().version());
                  ImportReportJson.fields(out, outcome.file(), outcome.asked(), outcome.update());
                }));
  }
}
