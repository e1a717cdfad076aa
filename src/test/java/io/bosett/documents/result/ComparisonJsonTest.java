package io.bosett.documents.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.compare.Comparison;
import io.bosett.analysis.compare.Comparison.FitOfSide;
import io.bosett.analysis.compare.Comparison.Move;
import io.bosett.analysis.compare.Comparison.Note;
import io.bosett.analysis.compare.Comparison.Outside;
import io.bosett.analysis.compare.Comparison.Summary;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonJsonTest {
  @Test
  void a_comparison_has_both_sides_the_moves_and_the_distance() {
    FitOfSide fit =
        new FitOfSide(
            null,
            List.of(new FitOfSide.OfCriterion("z", 0.5), new FitOfSide.OfCriterion("a", null)));
    Comparison comparison =
        new Comparison(
            new Summary("left", 2, 20, 5L, new Outside(0, 0), fit),
            new Summary("requested:2018", 3, 30, null, new Outside(1, 10), null),
            1,
            8,
            12,
            26,
            List.of(new Move("B", "Bø", "1", 0, 10, false)),
            List.of(new Move("A", "Aa", "1", 8, 0, true)),
            List.of(),
            List.of(new Move("C", "Ås", "", 12, 4, true)),
            List.of(new Note(Note.Kind.OTHER_FIGURES, "", 0)));
    assertThat(
            JsonWriter.text(
                out -> ComparisonJson.write(out, comparison, List.of("before"), Language.EN)))
        .isEqualTo(
            """
            {"left":{"label":"left","totals":{"selected":2,"persons":20,"minors":5},\
            "outside":{"municipalities":0,"persons":0},\
            "fit":{"persons":null,"criteria":{"z":0.5,"a":null}}},\
            "right":{"label":"requested:2018",\
            "totals":{"selected":3,"persons":30,"minors":null},\
            "outside":{"municipalities":1,"persons":10},"fit":null},\
            "selectedInCommon":1,"overlap":12,"placedOtherwise":8,"distance":26,\
            "enters":[{"municipality":"B","name":"Bø","county":"1","left":0,"right":10,\
            "change":10,"candidate":false}],\
            "leaves":[{"municipality":"A","name":"Aa","county":"1","left":8,"right":0,\
            "change":-8,"candidate":true}],"gains":[],\
            "loses":[{"municipality":"C","name":"Ås","county":"","left":12,"right":4,\
            "change":-8,"candidate":true}],"notes":["before","The two rest on different figures."]}""");
  }
}
