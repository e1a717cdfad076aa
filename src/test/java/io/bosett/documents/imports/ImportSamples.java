package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.ImportAnswers.Meaning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The sample files, and what the person who imports one says. */
public final class ImportSamples {
  public static final Path FOLDER = Path.of("src/test/resources/imports");
  public static final Path NORWAY = Path.of("models/norway-2018");
  static final Importer IMPORTER = Importer.into(NORWAY);

  private static final Map<String, ImportAnswers> ANSWERS = new TreeMap<>();

  static {
    ANSWERS.put("01_jsonstat2_pxweb2.json", population());
    ANSWERS.put("02_jsonstat2_sparse.json", new ImportAnswers().map("settled", ""));
    ANSWERS.put(
        "03_jsonstat2_kommsummer.json",
        new ImportAnswers()
            .map("employed", "Sysselsatte personer etter bosted")
            .map("employment_rate", "Sysselsatte i prosent av befolkningen")
            .category("kvartal", "K4"));
    ANSWERS.put("05_pxweb1_semicolon_title.csv", population());
    ANSWERS.put("06_pxweb2_comma_codes.csv", new ImportAnswers().map("settled", "Bosatte"));
    ANSWERS.put(
        "07_pxweb2_codes_and_texts_long.csv", new ImportAnswers().map("employment_rate", ""));
    ANSWERS.put("08_pxweb1_csv2.csv", population());
    ANSWERS.put(
        "10_statbank.xlsx",
        new ImportAnswers()
            .map("settled", "Bosatte flyktninger (personer)")
            .map("population", "Personer 1. januar"));
    ANSWERS.put(
        "12_excel_lost_zeros.xlsx",
        new ImportAnswers()
            .map("employed", "Sysselsatte")
            .map("employment_rate", "Andel sysselsatte")
            .map("population", "Innbyggere"));
    ANSWERS.put(
        "13_excel_unicode_text.txt",
        new ImportAnswers()
            .map("population", "Folketal")
            .map("employment_rate", "Sysselsette, prosent")
            .map("area", "Areal km²")
            .year("area", 2018));
    ANSWERS.put("15_imdi_long.csv", imdi());
    ANSWERS.put("16_imdi_wide_three_headers.csv", imdi());
    ANSWERS.put(
        "17_imdi_page_names_only.html",
        new ImportAnswers()
            .map("requested", "anmodet")
            .map("decided", "vedtatt")
            .map("settled", "Antall bosatte personer")
            .marker("-", Meaning.MISSING));
    ANSWERS.put("20_pcaxis.px", new ImportAnswers().map("settled", "Bosatte flyktninger"));
    ANSWERS.put("21_klass_codes.csv", new ImportAnswers());
  }

  private ImportSamples() {}

  private static ImportAnswers population() {
    return new ImportAnswers().map("population", "Personer");
  }

  private static ImportAnswers imdi() {
    return new ImportAnswers()
        .map("requested", "Anmodning om bosetting")
        .map("settled", "Faktisk bosetting")
        .map("decided", "Vedtak om bosetting")
        .category("Enhet", "Personer");
  }

  static Map<String, ImportAnswers> answers() {
    return ANSWERS;
  }

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ImportedFile read(String name) {
    return IMPORTER.read(name, bytes(name), ANSWERS.getOrDefault(name, new ImportAnswers()));
  }
}
