package io.bosett.documents.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.Label;
import io.bosett.analysis.stability.CandidateLoss.By;
import io.bosett.analysis.weights.Shares;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.WhyNotReport;
import io.bosett.analysis.whynot.WhyNotReport.OfMunicipality;
import io.bosett.documents.SampleResults;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.text.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What bars and maps of "why not us" draw is what the answers say. */
final class WhyNotPicturesTest {
  private static final ReportWords WORDS = ReportWords.in(Language.EN);
  private static final Pattern RECTANGLE =
      Pattern.compile("<rect class=\"(\\w+)\" x=\"([0-9.-]+)\" y=\"[0-9.-]+\" width=\"([0-9.]+)\"");

  private static @Nullable BigDecimal number(@Nullable Integer value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }

  private static LeverAnswer selected(int now, @Nullable Integer before, @Nullable Integer value) {
    return new LeverAnswer(
        Lever.NUMBER_SELECTED,
        null,
        null,
        number(now),
        number(before),
        number(value),
        number(0),
        number(400),
        BigDecimal.ONE,
        null,
        null,
        Label.PROVEN,
        List.of(),
        null,
        true);
  }

  private static LeverAnswer weight(Shares... in) {
    return new LeverAnswer(
        Lever.WEIGHT,
        "population",
        null,
        new BigDecimal("0.7"),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(in),
        Label.PROVEN,
        List.of(),
        null,
        true);
  }

  /** The rectangles of a bar from 0 to 400 pixels: kind, left end and right end. */
  private static List<String> bar(LeverAnswer one, boolean selected) {
    SvgPicture picture = new SvgPicture(400);
    new LeverBar(picture, 0, 0, 400, 10).draw(one, selected, "title");
    List<String> found = new ArrayList<>();
    Matcher matcher = RECTANGLE.matcher(picture.element("label"));
    while (matcher.find()) {
      double left = Double.parseDouble(matcher.group(2));
      double right = left + Double.parseDouble(matcher.group(3));
      found.add(matcher.group(1) + " " + Math.round(left) + " " + Math.round(right));
    }
    return found;
  }

  @Test
  void a_bar_says_where_it_is_out_where_it_comes_in_and_what_was_not_looked_at() {
    assertThat(bar(selected(100, 199, 200), false))
        .containsExactly(
            "unlooked 0 400",
            "outHere 100 200",
            "outHere 0 100",
            "inHere 198 203",
            "present 99 101");
    assertThat(bar(selected(100, 51, 50), true))
        .containsExactly(
            "unlooked 0 400", "inHere 50 100", "inHere 100 150", "outHere 48 53", "present 99 101");
    assertThat(bar(selected(100, null, null), false))
        .containsExactly("outHere 0 400", "present 99 101");
    assertThat(bar(selected(100, null, null), true))
        .containsExactly("inHere 0 400", "present 99 101");
  }

  @Test
  void a_value_beside_the_present_one_stands_beside_its_line_and_none_outside_the_bar() {
    assertThat(bar(selected(100, 100, 101), false)).contains("inHere 101 106", "present 99 101");
    assertThat(bar(selected(100, 100, 99), false)).contains("inHere 94 99", "present 99 101");
    assertThat(bar(selected(100, 399, 400), false)).contains("inHere 395 400");
    assertThat(bar(selected(100, 1, 0), false)).contains("inHere 0 5");
  }

  @Test
  void a_weight_has_a_part_for_each_interval_and_the_gaps_between() {
    Shares low = new Shares(0, 250_000);
    Shares high = new Shares(500_000, 1_000_000);
    assertThat(bar(weight(low, high), false))
        .containsExactly("outHere 0 400", "inHere 0 100", "inHere 200 400", "present 279 281");
  }

  private static OfMunicipality place(String id, long loss, LeverAnswer... levers) {
    return new OfMunicipality(id, false, loss, By.SOLVE, List.of(levers));
  }

  private static WhyNotReport report(OfMunicipality... places) {
    return new WhyNotReport(false, List.of(places), List.of());
  }

  private static List<ReportPicture> pictures(WhyNotReport report) {
    return new WhyNotPictures(
            new Municipalities(DatasetCatalog.shipped().dataset("norway-2018")),
            report,
            SampleResults.optimal())
        .all();
  }

  private static String drawn(ReportPicture picture, ReportWords words) {
    StringBuilder all = new StringBuilder();
    picture.draw().apply(words).forEach(part -> all.append(part.element("label")));
    return all.toString();
  }

  @Test
  void the_map_says_how_many_more_or_fewer_bring_each_in() {
    ReportPicture map =
        pictures(
                report(
                    place("0101", 1, selected(2, 2, 3)),
                    place("0104", 1, selected(60, 3, 2)),
                    place("0105", 1, selected(2, null, null))))
            .get(0);
    assertThat(map.key()).isEqualTo("nearest");
    String svg = drawn(map, WORDS);
    assertThat(svg)
        .contains("<title>Halden: +1</title>", "<title>Moss: \u221258</title>", ">58</text>")
        .contains("<title>Sarpsborg: " + WORDS.say("nearNone") + "</title>")
        .contains("<title>Oslo: " + WORDS.say("askedNow") + "</title>")
        .contains("class=\"near0\"", "class=\"near3\"", "class=\"nearNone\"");
    assertThat(map.legend().apply(WORDS))
        .extracting(ReportPicture.Legend::text)
        .containsExactly(
            WORDS.say("nearMost", "1\u20135") + " (1)",
            WORDS.say("nearMost", "51\u2013100") + " (1)",
            WORDS.say("nearNone") + " (1)",
            WORDS.say("askedNow") + " (2)");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void many_have_a_row_each_the_cheapest_first_and_a_bar_for_each_lever(Language language) {
    ReportWords words = ReportWords.in(language);
    List<ReportPicture> pictures =
        pictures(
            report(
                place("0101", 2_000_000, selected(2, 2, 3), weight()),
                place("0104", 1_000_000, selected(2, 8, 9), weight(new Shares(0, 10)))));
    String svg = drawn(pictures.get(1), words);
    assertThat(svg.indexOf(">Moss<")).isBetween(0, svg.indexOf(">Halden<"));
    assertThat(svg).contains(">+7<", ">+1<", ">\u2013<");
    assertThat(svg.split("<g><title>", -1)).hasSize(5);
    assertThat(svg)
        .contains("Moss: " + new LeverWords(words).of(selected(2, 8, 9), false).substring(0, 12));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void one_has_a_row_for_each_lever_and_its_sentences_for_who_cannot_see_it(Language language) {
    ReportWords words = ReportWords.in(language);
    LeverAnswer many = weight(new Shares(1, 2), new Shares(4, 5), new Shares(600_000, 650_000));
    LeverAnswer unknown =
        new LeverAnswer(
            Lever.DEMAND,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Label.SCANNED,
            List.of(),
            null,
            false);
    List<LeverAnswer> levers = List.of(selected(186, 186, 187), many, unknown);
    OfMunicipality one = place("0101", 5, levers.toArray(LeverAnswer[]::new));
    List<ReportPicture> pictures = pictures(report(one));
    assertThat(pictures).extracting(ReportPicture::key).containsExactly("levers");
    String svg = drawn(pictures.get(0), words);
    for (LeverAnswer lever : levers) {
      assertThat(svg).contains(new LeverWords(words).of(lever, false));
    }
    assertThat(svg)
        .contains(">187 (+1)<")
        .contains(words.say("bar.nearest", "3", words.percent(0.65)));
    assertThat(svg.split("<g><title>", -1)).hasSize(3);
  }

  @Test
  void nobody_asked_about_has_no_picture() {
    assertThat(pictures(report())).isEmpty();
  }
}
