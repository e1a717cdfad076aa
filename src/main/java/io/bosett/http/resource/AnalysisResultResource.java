package io.bosett.http.resource;

import io.bosett.documents.analyses.AnalysisDocument;
import io.bosett.documents.analyses.AnalysisFormat;
import io.bosett.documents.text.Language;
import io.bosett.http.problem.ProblemException;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.Attachments;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.EntityTags;
import io.bosett.http.protocol.Exchange;
import io.bosett.http.protocol.LargeResponse;
import io.bosett.http.protocol.MemoryBudget;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.Routes;
import io.bosett.http.protocol.SecurityHeaders;
import io.bosett.model.Sha256;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.StoredDocument;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/analyses/{id}/result}: the document of an analysis as JSON, its table of
 * municipalities as CSV, all tables as XLSX, or a report that stands by itself as HTML.
 */
public final class AnalysisResultResource {
  private static final List<String> FORMATS = AnalysisFormat.words();
  private static final List<String> TYPES = AnalysisFormat.mediaTypes();

  private final JobView view;
  private final JobStore store;
  private final MemoryBudget memoryBudget;

  public AnalysisResultResource(JobView view, JobStore store, MemoryBudget memoryBudget) {
    this.view = view;
    this.store = store;
    this.memoryBudget = memoryBudget;
  }

  public void addTo(Routes routes) {
    routes.get(view.item() + "/result", Role.READ, this::result);
  }

  private void result(Context ctx) {
    QueryParameters query = new QueryParameters(ctx, "format", "language");
    String format = query.text("format");
    @Nullable Language asked = ReaderLanguage.of(ctx, query);
    query.check();
    int index = format == null ? -1 : FORMATS.indexOf(format);
    if (format != null && index < 0) {
      throw ProblemTypes.formatNotWritten(format, FORMATS).exception();
    }
    String type = format == null ? ContentNegotiation.best(ctx, TYPES) : TYPES.get(index);
    AnalysisFormat form = AnalysisFormat.values()[TYPES.indexOf(type)];
    KeptJob job = view.job(ctx);
    StoredDocument document =
        document(job, form, ReaderLanguage.orEnglish(asked)).orElseThrow(() -> none(job, form));
    ReaderLanguage.tell(ctx, asked);
    if (form.isTable()) {
      Attachments.name(ctx, "analysis-" + job.id() + "." + form.word());
    }
    if (form == AnalysisFormat.HTML) {
      ctx.header(SecurityHeaders.POLICY, SecurityHeaders.REPORT);
    }
    if (!EntityTags.has(ctx, hash(document))) {
      memoryBudget.take(Exchange.of(ctx), document.weight());
      ctx.future(() -> LargeResponse.send(ctx, 200, Attachments.type(type), document));
    }
  }

  /** An analysis that an earlier version answered has the formats of then. */
  private ProblemException none(KeptJob job, AnalysisFormat asked) {
    if (store.resultDocument(job.id()).isEmpty()) {
      return ProblemTypes.noResult(job.state()).exception();
    }
    List<String> kept =
        Stream.of(AnalysisFormat.values())
            .filter(form -> document(job, form, Language.EN).isPresent())
            .map(AnalysisFormat::word)
            .toList();
    return ProblemTypes.formatNotWritten(asked.word(), kept).exception();
  }

  /** The form in the language, else in English. */
  private Optional<StoredDocument> document(KeptJob job, AnalysisFormat form, Language language) {
    Optional<StoredDocument> found =
        store.rendering(job.id(), AnalysisDocument.renderingName(form, language));
    if (found.isPresent()) {
      return found;
    }
    return form == AnalysisFormat.JSON
        ? store.resultDocument(job.id())
        : store.rendering(job.id(), AnalysisDocument.renderingName(form, Language.EN));
  }

  private static String hash(StoredDocument document) {
    try (InputStream in = document.open()) {
      return Sha256.hex(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
