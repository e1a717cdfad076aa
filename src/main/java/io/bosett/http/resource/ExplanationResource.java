package io.bosett.http.resource;

import io.bosett.documents.text.Language;
import io.bosett.http.problem.ProblemException;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.service.kept.KeptExplanations;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v1/allocations/{id}/explanation}: why each municipality has its number. */
public final class ExplanationResource {
  private static final List<String> TAGS = List.of("en", "nb", "nn");
  private static final Map<String, List<String>> NAMES = Map.of("no", List.of("no", "nb"));
  private static final int LONGEST_HEADER = 500;

  private final KeptAllocationLookup answers;
  private final KeptExplanations keptExplanations;
  private final AnalysisExecutor analysisExecutor;

  public ExplanationResource(
      KeptAllocationLookup answers,
      KeptExplanations keptExplanations,
      AnalysisExecutor analysisExecutor) {
    this.answers = answers;
    this.keptExplanations = keptExplanations;
    this.analysisExecutor = analysisExecutor;
  }

  public void addTo(Routes routes) {
    routes.get(Links.ALLOCATION + "/explanation", Role.READ, this::whole);
    routes.get(Links.ALLOCATION + "/explanation/{municipality}", Role.READ, this::municipality);
  }

  private void whole(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    analysisExecutor.answer(
        ctx,
        Responses.JSON,
        answers.weightOfProblem(allocation),
        out ->
            out.write(keptExplanations.whole(allocation).orElseThrow(() -> without(allocation))));
  }

  private void municipality(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    String id = ctx.pathParam("municipality");
    QueryParameters query = new QueryParameters(ctx, "language");
    @Nullable Language language = language(ctx, query.choice("language", TAGS));
    query.check();
    ctx.res().addHeader("Vary", "Accept-Language");
    ctx.header("Content-Language", language == null ? TAGS.get(0) : language.tag());
    analysisExecutor.answer(
        ctx,
        Responses.JSON,
        answers.weightOfProblem(allocation),
        out -> {
          Optional<byte[]> explained = keptExplanations.of(allocation, id, language);
          if (explained.isEmpty()) {
            answers.document(allocation);
          }
          out.write(
              explained.orElseThrow(() -> ProblemTypes.notFound("municipality", id).exception()));
        });
  }

  /** What the query says, else what the caller likes best of what is written, else null. */
  private static @Nullable Language language(Context ctx, @Nullable String asked) {
    if (asked != null) {
      return Language.of(asked);
    }
    @Nullable String header = ctx.req().getHeader("Accept-Language");
    if (header == null || header.length() > LONGEST_HEADER) {
      return null;
    }
    try {
      @Nullable String tag = Locale.lookupTag(Locale.LanguageRange.parse(header, NAMES), TAGS);
      return tag == null ? null : Language.of(tag);
    } catch (IllegalArgumentException e) {
      return null; // what is no list of languages says nothing
    }
  }

  private static ProblemException without(KeptAllocation allocation) {
    return ProblemTypes.noResult(allocation.state()).exception();
  }
}
