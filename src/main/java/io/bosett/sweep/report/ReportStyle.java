package io.bosett.sweep.report;

/** The style sheet of reports: light and dark, narrow, and on paper. */
final class ReportStyle {
  static final String CSS =
"""
:root{color-scheme:light dark;--ink:#1c1c1c;--paper:#fff;--soft:#595959;--rule:#999;
--certain:#0b4f8a;--mostly:#6aa7d6;--rarely:#f0c987;--never:#e4e4e4}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e8e8e8;--paper:#16191d;--soft:#a9b0b8;--rule:#6b737c;
--certain:#8cc4f2;--mostly:#3f7eb3;--rarely:#a9762a;--never:#33383e}}
body{font:15px/1.45 system-ui,sans-serif;margin:2em auto;max-width:62em;padding:0 1em;color:var(--ink);background:var(--paper)}
table{border-collapse:collapse;display:block;overflow-x:auto}
td,th{padding:2px 10px 2px 0;text-align:right;font-variant-numeric:tabular-nums}th{vertical-align:bottom}
td:first-child,th:first-child,td.l,th.l{text-align:left}td,th{white-space:nowrap}th{border-bottom:1px solid var(--rule);font-weight:600}
a{color:inherit}.map{max-width:30em;width:100%}.certain{fill:var(--certain)}.mostly{fill:var(--mostly)}
.rarely{fill:var(--rarely)}.never{fill:var(--never)}.map polygon{stroke:var(--paper);stroke-width:.08}
.map a:focus polygon,.map a:hover polygon{stroke:var(--ink);stroke-width:.2}
.key span{display:inline-block;width:1em;height:1em;margin:0 .4em 0 1em;vertical-align:-2px}
.key .certain{background:var(--certain)}.key .mostly{background:var(--mostly)}
.key .rarely{background:var(--rarely)}.key .never{background:var(--never)}
.strip{width:16em;height:12px}.bar{height:11px;background:var(--certain);display:inline-block}
.note{color:var(--soft)}tr:target{outline:2px solid var(--certain)}
td.heat{text-align:center;padding:2px 8px;border:1px solid var(--paper);color:#111}
.h0{background:#f4f7fa}.h1{background:#d2e3f2}.h2{background:#a9cbe9}.h3{background:#7db0dc}.h4{background:#5394cc}
@media screen and (prefers-color-scheme:dark){td.heat{color:#f2f2f2}.h0{background:#1f242a}.h1{background:#23364d}
.h2{background:#2b4c72}.h3{background:#35659b}td.h4{background:#69a0d8;color:#111}}
.curves{display:flex;flex-wrap:wrap;gap:1em 2em}figure{margin:0;width:19em;max-width:100%}
figcaption{font-size:13px;min-height:1.5em;font-weight:600}.curve{width:100%;display:block}
.curve text{font-size:10px;text-anchor:end;fill:var(--soft)}.curve text.n{text-anchor:middle;fill:var(--ink)}
.curve line{stroke:var(--rule);stroke-width:1}.curve polygon{fill:var(--mostly);opacity:.35}
.curve polyline{fill:none;stroke:var(--certain);stroke-width:2}.curve circle{fill:var(--certain)}
.ends{display:flex;justify-content:space-between;font-size:12px;color:var(--soft);padding-left:17%}
@media print{body{margin:0;max-width:none;font-size:10px}h2,h3{break-after:avoid}tr,figure{break-inside:avoid}
table{display:table}.map{max-width:20em}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
""";

  private ReportStyle() {}

  /**
   * Begins a page.
   *
   * @param title in HTML
   */
  static void head(StringBuilder out, String language, String title) {
    out.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n<head><meta");
    out.append(" charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    out.append("<title>").append(title).append("</title>\n<style>\n").append(CSS);
    out.append("</style></head>\n<body>\n<h1>").append(title).append("</h1>\n");
  }
}
