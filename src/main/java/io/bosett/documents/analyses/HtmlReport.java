package io.bosett.documents.analyses;

import io.bosett.documents.text.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The report of an analysis as one HTML page that stands by itself: no script, nothing fetched, for
 * screen and paper. Every text is escaped.
 */
final class HtmlReport {
  private static final String STYLE =
      "body{font:15px/1.45 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
          + "color:#1b2430}h1{margin-bottom:.2rem}svg{max-width:100%;height:auto;"
          + "font:12px system-ui,sans-serif}table{border-collapse:collapse;font-size:13px}"
          + "th,td{padding:2px 8px;border-bottom:1px solid #d5dbe3;text-align:left}"
          + "td.n{text-align:right;font-variant-numeric:tabular-nums}dl{display:grid;"
          + "grid-template-columns:max-content 1fr;gap:2px 12px}dd{margin:0}"
          + ".always{fill:#1f5fa8}.tossUp{fill:#e69f00}.inHere{fill:#1f5fa8}.never{fill:#c9d0d9}.unknown{fill:#fff;"
          + "stroke:#999}.now{fill:#b3261e}.range{fill:#1f5fa8}.zero{fill:#8a94a3}polygon.tossUp{stroke:#1b2430;stroke-width:1.2}.key{display:inline-block;width:12px;height:12px}"
          + ".outHere{fill:#c9d0d9}.unlooked{fill:#fff;stroke:#8a94a3}.present{fill:#b3261e}"
          + ".small{font-size:10px;fill:#46505e}.quiet{fill:#46505e}.mid{text-anchor:middle}"
          + ".end{text-anchor:end}.near0{fill:#7a2500}.near1{fill:#b85a10}.near2{fill:#f0a95c}"
          + ".near3{fill:#fbd3a4}.near4{fill:#fdeede}.near3,.near4{stroke:#b9a58a}.rule{fill:#d5dbe3}.legend span{white-space:nowrap}.nearNone,.askedNow{stroke:#8a94a3}.nearNone{fill:#fff}"
          + ".askedNow{fill:#dfe8f3}.tile{font-size:9px;text-anchor:middle;fill:#1b2430}"
          + ".light{fill:#fff}.scroll{overflow-x:auto}"
          + "@media print{body{margin:0;font-size:11px}tr,svg{break-inside:avoid}"
          + "h2{break-after:avoid}.scroll{overflow:visible}table{font-size:10px}"
          + "th,td{padding:1px 4px}"
          + ".wide table{font-size:8px;table-layout:fixed;width:100%}"
          + ".wide th,.wide td{padding:1px 2px;overflow-wrap:anywhere}}";

  /** Tables with more columns need the long side of the paper. */
  private static final int MOST_UPRIGHT = 12;

  private static final String LONG_SIDE =
      "@page{size:A4 landscape}@media print{svg:not(.key){max-height:170mm}}";

  private static final String UPRIGHT =
      "@page{size:A4}@media print{svg:not(.key){max-height:235mm}}";

  private static final Set<String> LABELS = Set.of("label", "leavesLabel");
  private static final int UNIT_DIGITS = 6;

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");
  private static final Pattern SHARES =
      Pattern.compile("[0-9]+(\\.[0-9]+)?\\.\\.[0-9.]+( [0-9]+(\\.[0-9]+)?\\.\\.[0-9.]+)*");

  private final AnalysisHeader header;
  private final List<NamedTable> tables;
  private final List<ReportPicture> pictures;
  private final ReportWords words;
  private final StringBuilder page = new StringBuilder();

  HtmlReport(
      AnalysisHeader header,
      List<NamedTable> tables,
      List<ReportPicture> pictures,
      Language language) {
    this.header = header;
    this.tables = tables;
    this.pictures = pictures;
    words = ReportWords.in(language);
  }

  String text() {
    String title = words.say("title." + header.kind().word());
    page.append(
            "<!doctype html>\n<html lang=\"" + words.tag() + "\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        .append(escaped(title))
        .append("</title><style>" + STYLE + (isWide() ? LONG_SIDE : UPRIGHT))
        .append("</style></head><body>\n");
    element("h1", title);
    element("p", header.problem().scenario().name());
    element("p", words.say("lead." + header.kind().word()));
    facts();
    for (ReportPicture picture : pictures) {
      String heading = words.say(picture.key(), picture.about().apply(words));
      element("h2", heading);
      for (SvgPicture part : picture.draw().apply(words)) {
        page.append(part.element(heading)).append('\n');
      }
      legend(picture.legend().apply(words));
      String note = picture.note().apply(words);
      if (!note.isEmpty()) {
        element("p", note);
      }
    }
    tables.stream().filter(table -> !table.isDetail()).forEach(this::table);
    return page.append("</body></html>\n").toString();
  }

  private static String escaped(String text) {
    return SvgPicture.escaped(text);
  }

  private void element(String name, String text) {
    page.append("<" + name + ">" + escaped(text) + "</" + name + ">\n");
  }

  /** What the colours mean. */
  private void legend(List<ReportPicture.Legend> legend) {
    if (legend.isEmpty()) {
      return;
    }
    page.append("<p class=\"legend\">");
    for (ReportPicture.Legend one : legend) {
      page.append(
              "<span><svg class=\"key\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect class=\"")
          .append(one.kind() + "\" width=\"12\" height=\"12\"/></svg> ")
          .append(escaped(one.text()) + "</span> &nbsp; ");
    }
    page.append("</p>\n");
  }

  private void facts() {
    page.append("<dl>");
    fact("status", words.orName("status.", header.result().status().name()));
    Long objective = header.result().objective();
    if (objective != null) {
      String persons = words.language().exact(BigDecimal.valueOf(objective, UNIT_DIGITS));
      fact("objective", words.say("persons", persons));
    }
    fact("label", words.say("label." + header.label().word()));
    fact(
        "solves",
        words.say(
            "solvesOf",
            words.language().exact(BigDecimal.valueOf(header.effort().solves())),
            words.language().exact(BigDecimal.valueOf(header.effort().certified()))));
    page.append("</dl>\n");
    if (!header.complete()) {
      element("p", words.say("incomplete"));
    }
  }

  private void fact(String key, String value) {
    page.append("<dt>" + escaped(words.say(key)) + "</dt><dd>" + escaped(value) + "</dd>");
  }

  private void table(NamedTable table) {
    if (table.rows().isEmpty()) {
      return;
    }
    element("h2", words.orName("table.", table.name()));
    int[] shown = shown(table);
    String kind = shown.length > MOST_UPRIGHT ? "scroll wide" : "scroll";
    page.append("<div class=\"" + kind + "\"><table><thead><tr>");
    for (int k : shown) {
      page.append("<th>" + escaped(heading(table.columns().get(k))) + "</th>");
    }
    page.append("</tr></thead><tbody>\n");
    for (List<Object> row : table.rows()) {
      page.append("<tr>");
      for (int k : shown) {
        cell(row.get(k));
      }
      page.append("</tr>\n");
    }
    page.append("</tbody></table></div>\n");
  }

  private boolean isWide() {
    return tables.stream()
        .anyMatch(table -> !table.isDetail() && shown(table).length > MOST_UPRIGHT);
  }

  /** Without labels that all rows share with the whole answer, which the facts tell. */
  private int[] shown(NamedTable table) {
    return IntStream.of(table.readable()).filter(k -> !isSharedLabel(table, k)).toArray();
  }

  private boolean isSharedLabel(NamedTable table, int k) {
    return LABELS.contains(table.columns().get(k))
        && table.rows().stream()
            .map(row -> row.get(k))
            .allMatch(cell -> cell.equals("") || cell.equals(header.label().word()));
  }

  /** A heading may name a loss: {@code classes/0.001}, {@code ranges/0.001/least}. */
  private String heading(String column) {
    String[] path = column.split("/", -1);
    if (path.length == 1) {
      return words.orName("column.", column);
    }
    String loss = words.percent(new BigDecimal(path[1]).doubleValue());
    return words.orName("column.", path.length == 2 ? path[0] : path[2]) + " " + loss;
  }

  private void cell(Object cell) {
    if (cell instanceof Boolean truth) {
      page.append("<td>" + escaped(words.say(truth ? "yes" : "no")) + "</td>");
    } else if (cell instanceof Number) {
      page.append("<td class=\"n\">" + readable(NamedTable.text(cell)) + "</td>");
    } else {
      page.append("<td>" + escaped(words.orName("cell.", readable(cell.toString()))) + "</td>");
    }
  }

  /** Decimals and intervals of shares as people write them; other texts, ids too, as they are. */
  private String readable(String text) {
    if (SHARES.matcher(text).matches()) {
      return Stream.of(text.split(" ", -1)).map(this::share).collect(Collectors.joining(", "));
    }
    return DECIMAL.matcher(text).matches() ? words.language().exact(new BigDecimal(text)) : text;
  }

  private String share(String interval) {
    String[] ends = interval.split("\\.\\.", -1);
    String from = words.percent(Double.parseDouble(ends[0]));
    return ends[0].equals(ends[1])
        ? from
        : from + "\u2013" + words.percent(Double.parseDouble(ends[1]));
  }
}
