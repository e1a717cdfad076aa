package io.bosett.program.form;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file formats of integer programs, on the command line and over HTTP alike. */
public enum ModelFormat {
  /** Free MPS, as cbc, HiGHS, SCIP and glpk read it. */
  MPS("mps", (form, legend, out) -> new MpsWriter(form, legend, out).write()),
  /** CPLEX LP. */
  LP("lp", (form, legend, out) -> new LpWriter(form, legend, out).write());

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // a method without state
  private final Writer writer;

  ModelFormat(String word, Writer writer) {
    this.word = word;
    this.writer = writer;
  }

  /** Writes a form in one format. */
  @FunctionalInterface
  private interface Writer {
    void write(MipForm form, FormLegend legend, Appendable out) throws IOException;
  }

  void write(MipForm form, FormLegend legend, Appendable out) throws IOException {
    writer.write(form, legend, out);
  }

  /** All formats by their names. */
  public static Map<String, ModelFormat> byWord() {
    Map<String, ModelFormat> formats = new LinkedHashMap<>();
    for (ModelFormat format : values()) {
      formats.put(format.word, format);
    }
    return formats;
  }
}
