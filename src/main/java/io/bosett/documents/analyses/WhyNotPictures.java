package io.bosett.documents.analyses;

import io.bosett.analysis.whynot.WhyNotReport;
import io.bosett.analysis.whynot.WhyNotReport.OfMunicipality;
import io.bosett.model.Result;
import java.util.ArrayList;
import java.util.List;

/** The pictures of an analysis "why not us": of one municipality its levers, of many a map too. */
record WhyNotPictures(Municipalities places, WhyNotReport report, Result optimum) {
  List<ReportPicture> all() {
    List<OfMunicipality> asked = report.municipalities();
    if (asked.isEmpty()) {
      return List.of();
    }
    return asked.size() == 1 ? List.of(levers(asked.get(0))) : many();
  }

  private ReportPicture levers(OfMunicipality one) {
    String name = places.name(one.municipality());
    return new ReportPicture(
            one.selected() ? "leversOut" : "levers",
            words -> name,
            words -> new LeverPicture(words, one).all())
        .with(words -> LeverBar.legend(words, one.selected()), words -> words.say("leversNote"));
  }

  private List<ReportPicture> many() {
    List<ReportPicture> pictures = new ArrayList<>();
    NearestMap map = new NearestMap(places, report, optimum);
    if (map.isWorthDrawing()) {
      pictures.add(
          new ReportPicture("nearest", words -> "", words -> List.of(map.picture(words)))
              .with(map::legend, words -> words.say("nearestNote")));
    }
    pictures.add(
        new ReportPicture(
                "matrix",
                words -> "",
                words -> new LeverMatrix(words, places, report.municipalities()).all())
            .with(words -> LeverBar.legend(words, false), this::matrixNote));
    return pictures;
  }

  private String matrixNote(ReportWords words) {
    boolean isCut = report.municipalities().size() > LeverMatrix.MOST;
    return words.say("matrixNote")
        + (isCut ? " " + words.say("matrixCut", "" + LeverMatrix.MOST) : "");
  }
}
