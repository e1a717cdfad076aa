package io.bosett.documents.analyses;

import io.bosett.analysis.queue.QueueReport;
import io.bosett.analysis.queue.QueueReport.InQueue;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.analysis.weights.CriterionWeights;
import io.bosett.analysis.weights.CriterionWeights.OfCandidate;
import io.bosett.analysis.weights.Shares;
import io.bosett.analysis.weights.WeightsReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bars with names: the queue, who is out first, and where each is asked by a weight. */
record BarPictures(Municipalities places) {
  private static final double WIDTH = 640;
  private static final double ROW = 18;
  private static final double NAMES = 170;
  private static final double UNITS = 1e6;
  private static final int MOST_IN_QUEUE = 20;

  List<ReportPicture> queue(QueueReport report) {
    return List.of(
        new ReportPicture("next", words -> "", words -> List.of(next(report))),
        new ReportPicture("firstOut", words -> "", words -> List.of(firstOut(words, report))));
  }

  private SvgPicture next(QueueReport report) {
    List<InQueue> waiting =
        report.candidates().stream()
            .filter(one -> !one.selected() && one.place() != null)
            .sorted(Comparator.comparing(one -> number(one.place())))
            .limit(MOST_IN_QUEUE)
            .toList();
    double now = report.firstOut().size();
    double most =
        Math.max(1, waiting.stream().mapToDouble(one -> number(one.place()) - now).max().orElse(1));
    SvgPicture picture = new SvgPicture(WIDTH);
    double y = 0;
    for (InQueue one : waiting) {
      double place = number(one.place());
      String more = " (" + (place >= now ? "+" : "") + (int) (place - now) + ")";
      bar(picture, y, one.municipality(), (place - now) / most, (int) place + more);
      y += ROW;
    }
    return picture;
  }

  private static int number(@Nullable Integer place) {
    return place == null ? 0 : place;
  }

  private SvgPicture firstOut(ReportWords words, QueueReport report) {
    List<CandidateStability> first =
        report.firstOut().stream().filter(one -> one.loss() != null).limit(MOST_IN_QUEUE).toList();
    double most = first.stream().mapToDouble(BarPictures::loss).max().orElse(1);
    SvgPicture picture = new SvgPicture(WIDTH);
    double y = 0;
    for (CandidateStability one : first) {
      double loss = loss(one);
      String text = words.language().amount(Math.round(loss * UNITS));
      bar(picture, y, one.municipality(), loss / Math.max(most, 1e-9), text);
      y += ROW;
    }
    return picture;
  }

  private static double loss(CandidateStability one) {
    Long loss = one.loss();
    return loss == null ? 0 : loss / UNITS;
  }

  private void bar(SvgPicture picture, double y, String id, double part, String text) {
    String name = places.name(id);
    double width = Math.max(1, part * (WIDTH - NAMES - 80));
    picture
        .text(0, y + ROW - 7, name)
        .rectangle("always", NAMES, y, width, ROW - 4, name + ": " + text)
        .text(NAMES + width + 5, y + ROW - 7, text);
  }

  /** Those that are asked at some shares and not at others. */
  List<ReportPicture> weights(WeightsReport report) {
    List<ReportPicture> pictures = new ArrayList<>();
    for (CriterionWeights criterion : report.criteria()) {
      if (criterion.refused() == null) {
        pictures.add(
            new ReportPicture(
                    "in",
                    words -> words.language().criterion(criterion.criterion()),
                    words -> in(words, criterion))
                .with("inHere", "now"));
      }
    }
    return pictures;
  }

  private List<SvgPicture> in(ReportWords words, CriterionWeights criterion) {
    List<OfCandidate> changing =
        criterion.candidates().stream()
            .filter(one -> !one.in().isEmpty() && !isEverywhere(one.in()))
            .toList();
    List<SvgPicture> pictures = new ArrayList<>();
    for (int from = 0; from == 0 || from < changing.size(); from += ReportPicture.ROWS) {
      int to = Math.min(changing.size(), from + ReportPicture.ROWS);
      pictures.add(in(words, criterion, changing.subList(from, to)));
    }
    return pictures;
  }

  private SvgPicture in(ReportWords words, CriterionWeights criterion, List<OfCandidate> changing) {
    SvgPicture picture = new SvgPicture(WIDTH);
    double unit = (WIDTH - NAMES) / Shares.WHOLE;
    double y = 0;
    for (OfCandidate one : changing) {
      String name = places.name(one.municipality());
      picture.text(0, y + ROW - 7, name);
      for (Shares shares : one.in()) {
        double width = Math.max(1, (shares.to() - shares.from()) * unit);
        String title = name + ": " + words.shares(List.of(shares));
        picture.rectangle("always", NAMES + shares.from() * unit, y, width, ROW - 4, title);
      }
      y += ROW;
    }
    for (double tick : new double[] {0, 0.25, 0.5, 0.75}) {
      picture.text(NAMES + tick * (WIDTH - NAMES), y + ROW - 4, words.percent(tick));
    }
    picture.text(WIDTH - 40, y + ROW - 4, words.percent(1));
    double own = NAMES + criterion.share() * (WIDTH - NAMES);
    return picture.rectangle(
        "now", own - 0.5, 0, 1.5, Math.max(y, ROW), words.percent(criterion.share()));
  }

  private static boolean isEverywhere(List<Shares> in) {
    return in.size() == 1 && in.get(0).from() == 0 && in.get(0).to() == Shares.WHOLE;
  }
}
