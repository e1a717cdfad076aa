package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.model.Dataset;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the page "Your own figures in ten minutes" says, and sees what it shows. */
final class OwnFiguresPageTest {
  private static final Path PAGE = Path.of("models/your-own-figures.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```(json)?\n(.*?)```");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir Path place;

  /** A table as StatBank writes it: title, two header rows, totals, symbols, footnotes. */
  private void statBankFile() throws IOException {
    Dataset norway = DatasetFolder.read(Path.of("models/norway-2025"));
    try (OutputStream out = Files.newOutputStream(place.resolve("population.xlsx"));
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Personer1");
      sheet.value(0, 0, "07459: Befolkning, etter region, statistikkvariabel og år");
      sheet.value(2, 1, "Personer");
      int row = 4;
      sheet.value(row, 0, "0 Hele landet");
      for (int y = 0; y < 2; y++) {
        int year = 2024 + y;
        sheet.value(3, 1 + y, Integer.toString(year));
        double sum = 0;
        for (int i = 0; i < norway.size(); i++) {
          double value = norway.column("population", year).value(i);
          sum += value;
          sheet.value(row + 1 + i, 0, norway.municipality(i) + " " + norway.name(i));
          sheet.value(row + 1 + i, 1 + y, value);
        }
        sheet.value(row, 1 + y, sum);
        sheet.value(row + 1 + norway.size(), 1 + y, ".");
      }
      sheet.value(row + 1 + norway.size(), 0, "9999 Uoppgitt kommune");
      // StatBank has zeros for municipalities that are no more.
      sheet.value(row + 2 + norway.size(), 0, "0101 Halden (-2019)");
      sheet.value(row + 2 + norway.size(), 1, 0);
      sheet.value(row + 2 + norway.size(), 2, 0);
      sheet.value(row + 4 + norway.size(), 0, "Kilde:");
      sheet.value(row + 5 + norway.size(), 0, "Statistisk sentralbyrå");
    }
  }

  private String[] words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String text = word.group(1) != null ? word.group(1) : word.group(2);
      boolean isPath = text.startsWith("my-figures") || text.equals("population.xlsx");
      words.add(isPath ? place.resolve(text).toString() : text);
    }
    return words.subList(1, words.size()).toArray(new String[0]);
  }

  private void type(String block) {
    String[] lines = block.split("\n");
    assertThat(lines[0]).startsWith("$ bosett ");
    Cli.Outcome outcome = Cli.run((Object[]) words(lines[0].substring(2)));
    String shown = (outcome.out() + outcome.err()).replace(place + "/", "");
    for (int i = 1; i < lines.length; i++) {
      assertThat(shown.lines()).as(lines[0]).contains(lines[i]);
    }
  }

  @Test
  void the_page_can_be_followed_to_a_solved_scenario() throws IOException {
    statBankFile();
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    int typed = 0;
    while (block.find()) {
      if (block.group(1) != null) {
        Files.writeString(place.resolve("my-figures/plan.json"), block.group(2));
      } else {
        type(block.group(2));
        typed++;
      }
    }
    assertThat(typed).isEqualTo(5);
  }
}
