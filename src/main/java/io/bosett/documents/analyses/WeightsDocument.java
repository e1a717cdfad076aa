package io.bosett.documents.analyses;

import io.bosett.analysis.weights.CriterionWeights;
import io.bosett.analysis.weights.CriterionWeights.OfCandidate;
import io.bosett.analysis.weights.Shares;
import io.bosett.analysis.weights.WeightPiece;
import io.bosett.analysis.weights.WeightsReport;
import io.bosett.documents.json.JsonWriter;
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
        language ->
            List.of(
                format.candidates(),
                format.criteria(ReportWords.in(language)),
                format.pieces(),
                format.doubtful()),
        new BarPictures(format.places).weights(report));
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
                .list("doubtful", one.doubtful(), WeightsDocument::interval));
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
            "sameNumber");
    for (CriterionWeights criterion : report.criteria()) {
      for (OfCandidate one : criterion.candidates()) {
        String id = one.municipality();
        table.add(
            id,
            places.name(id),
            places.county(id),
            one.selected(),
            criterion.criterion(),
            text(one.in()),
            text(one.sameNumber()));
      }
    }
    return table;
  }

  private NamedTable criteria(ReportWords words) {
    NamedTable table =
        NamedTable.of("criteria", "criterion", "share", "pieces", "sameAllocation", "doubtful");
    for (CriterionWeights one : report.criteria()) {
      Shares same = one.sameAllocation();
      table.add(
          one.criterion(),
          number((int) Math.rint(one.share() * Shares.WHOLE)),
          one.refused() == null
              ? (Object) one.pieces().size()
              : words.say("refused", words.say("remark.onlyCriterion")),
          same == null ? "" : text(List.of(same)),
          one.doubtful().size());
    }
    return table;
  }

  private NamedTable pieces() {
    NamedTable table = NamedTable.detail("pieces", "criterion", "from", "to", "selected");
    for (CriterionWeights criterion : report.criteria()) {
      for (WeightPiece one : criterion.pieces()) {
        table.add(
            criterion.criterion(),
            decimal(one.shares().from()),
            decimal(one.shares().to()),
            one.selected());
      }
    }
    return table;
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
