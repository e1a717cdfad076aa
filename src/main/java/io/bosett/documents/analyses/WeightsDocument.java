package io.bosett.documents.analyses;

import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.weights.CriterionWeights;
import io.bosett.analysis.weights.CriterionWeights.OfCandidate;
import io.bosett.analysis.weights.Shares;
import io.bosett.analysis.weights.WeightPiece;
import io.bosett.analysis.weights.WeightsReport;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.PlainDecimals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The format of weights analyses. */
public final class WeightsDocument {
  private static final int DIGITS = 6;

  private final Municipalities places;
  private final WeightsReport report;

  private WeightsDocument(Municipalities places, WeightsReport report) {
    this.places = places;
    this.report = report;
  }

  /** The document of a report. */
  public static AnalysisDocument of(AnalysisHeader header, WeightsReport report) {
    WeightsDocument format =
        new WeightsDocument(new Municipalities(header.problem().dataset()), report);
    return new AnalysisDocument(
        header,
        format::write,
        language -> format.tables(),
        new BarPictures(format.places).weights(report));
  }

  private List<NamedTable> tables() {
    List<NamedTable> tables = new ArrayList<>(List.of(candidates(), criteria(), doubtful()));
    tables.addAll(pieces(places, report.criteria()));
    return tables;
  }

  private void write(JsonWriter out) {
    out.list("criteria", report.criteria(), this::criterion);
  }

  private void criterion(JsonWriter out, CriterionWeights one) {
    out.object(
        () ->
            out.text("criterion", one.criterion())
                .rounded("share", one.share(), DIGITS)
                .optional("refused", one.refused(), JsonWriter::text)
                .list("pieces", indices(one), (o, k) -> piece(o, one, k))
                .nullable(
                    "sameAllocation",
                    one.sameAllocation(),
                    (o, name, shares) -> interval(o.name(name), shares))
                .list("candidates", open(one), this::candidate)
                .list("doubtful", one.doubtful(), WeightsDocument::interval)
                .whole("blur", one.blur()));
  }

  /** The numbers of the pieces of a criterion, for {@link #piece}. */
  static List<Integer> indices(CriterionWeights weights) {
    return IntStream.range(0, weights.pieces().size()).boxed().toList();
  }

  /** Writes piece {@code k}. */
  static void piece(JsonWriter out, CriterionWeights weights, int k) {
    WeightPiece piece = weights.pieces().get(k);
    out.object(
        () -> {
          ends(out, piece.shares());
          out.nullable("selected", piece.selected(), JsonWriter::whole);
          if (piece.known()) {
            Municipalities.label(out, piece.certified());
          }
          out.list("changes", weights.changes().get(k), Municipalities::change);
        });
  }

  /** A candidate with the zones in which it is not known whether it is asked. */
  private record Open(OfCandidate candidate, List<Shares> doubtful) {}

  private static List<Open> open(CriterionWeights criterion) {
    List<List<Shares>> zones = criterion.doubtfulByCandidate();
    return IntStream.range(0, zones.size())
        .mapToObj(k -> new Open(criterion.candidates().get(k), zones.get(k)))
        .toList();
  }

  private void candidate(JsonWriter out, Open open) {
    OfCandidate one = open.candidate();
    out.object(
        () ->
            places
                .write(out, one.municipality())
                .truth("selected", one.selected())
                .list("in", one.in(), WeightsDocument::interval)
                .list("sameNumber", one.sameNumber(), WeightsDocument::interval)
                .list("doubtful", open.doubtful(), WeightsDocument::interval));
  }

  /** Writes an interval of shares. */
  static void interval(JsonWriter out, Shares shares) {
    out.object(() -> ends(out, shares));
  }

  private static void ends(JsonWriter out, Shares shares) {
    out.rounded("from", decimal(shares.from()), DIGITS).rounded("to", decimal(shares.to()), DIGITS);
  }

  private static double decimal(int share) {
    return share / (double) Shares.WHOLE;
  }

  /** Intervals as text: {@code 0..0.25 0.5..1}. */
  static String text(List<Shares> intervals) {
    return intervals.stream()
        .map(shares -> number(shares.from()) + ".." + number(shares.to()))
        .collect(Collectors.joining(" "));
  }

  /** The shortest decimal of a share; there may be hundreds of thousands. */
  private static String number(int share) {
    if (share == Shares.WHOLE) {
      return "1";
    }
    String digits = Integer.toString(Shares.WHOLE + share).substring(1);
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return end == 0 ? "0" : "0." + digits.substring(0, end);
  }

  private NamedTable candidates() {
    NamedTable table =
        NamedTable.of(
            "municipalities",
            "municipality",
            "name",
            "county",
            "selected",
            "criterion",
            "in",
            "sameNumber",
            "doubtful");
    for (CriterionWeights criterion : report.criteria()) {
      for (Open open : open(criterion)) {
        OfCandidate one = open.candidate();
        String id = one.municipality();
        table.add(
            id,
            places.name(id),
            places.county(id),
            one.selected(),
            criterion.criterion(),
            text(one.in()),
            text(one.sameNumber()),
            text(open.doubtful()));
      }
    }
    return table;
  }

  private NamedTable criteria() {
    NamedTable table =
        NamedTable.of(
            "criteria",
            "criterion",
            "share",
            "refused",
            "pieces",
            "sameAllocation",
            "candidates",
            "doubtful",
            "blur");
    for (CriterionWeights one : report.criteria()) {
      Shares same = one.sameAllocation();
      table.add(
          one.criterion(),
          Double.valueOf(PlainDecimals.rounded(one.share(), DIGITS)),
          one.refused(),
          one.pieces().size(),
          same == null ? null : text(List.of(same)),
          one.candidates().size(),
          one.doubtful().size(),
          one.blur());
    }
    return table;
  }

  /** The pieces of criteria, and how the allocation of each differs from the optimum. */
  static List<NamedTable> pieces(Municipalities places, List<CriterionWeights> criteria) {
    NamedTable table =
        NamedTable.detail("pieces", "criterion", "from", "to", "selected", "label", "changes");
    NamedTable changed = Municipalities.changes("piecesChanges", "changes", "criterion", "from");
    for (CriterionWeights criterion : criteria) {
      for (int k : indices(criterion)) {
        WeightPiece one = criterion.pieces().get(k);
        List<NumberChange> changes = criterion.changes().get(k);
        double from = decimal(one.shares().from());
        table.add(
            criterion.criterion(),
            from,
            decimal(one.shares().to()),
            one.selected(),
            one.known() ? Municipalities.label(one.certified()) : null,
            changes.size());
        places.rows(changed, changes, criterion.criterion(), from);
      }
    }
    return List.of(table, changed);
  }

  private NamedTable doubtful() {
    NamedTable table = NamedTable.detail("doubtful", "criterion", "from", "to");
    for (CriterionWeights criterion : report.criteria()) {
      for (Shares one : criterion.doubtful()) {
        table.add(criterion.criterion(), decimal(one.from()), decimal(one.to()));
      }
    }
    return table;
  }
}
