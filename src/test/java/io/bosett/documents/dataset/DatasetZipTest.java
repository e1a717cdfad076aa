package io.bosett.documents.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.documents.BrokenDatasetsTest;
import io.bosett.documents.SameDataset;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.model.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetZipTest {
  private static final int DIRECTORY_HEADER = 0x02014b50;

  private static Map<String, byte[]> sound(String folder) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    BrokenDatasetsTest.SOUND.forEach(
        (name, text) -> files.put(folder + name, text.getBytes(UTF_8)));
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] zipWith(String name, String text) {
    Map<String, byte[]> files = sound("");
    files.put(name, text.getBytes(UTF_8));
    return zip(files);
  }

  private static List<String> faults(byte[] zip) {
    InvalidFilesException refused =
        catchThrowableOfType(InvalidFilesException.class, () -> DatasetZip.read(zip, null));
    return refused.faults().stream().map(FileFault::toString).toList();
  }

  /** Where the directory's header of the n-th entry begins. */
  private static int header(byte[] zip, int n) {
    int seen = 0;
    for (int at = 0; ; at++) {
      if (get(zip, at) == DIRECTORY_HEADER && seen++ == n) {
        return at;
      }
    }
  }

  private static int get(byte[] zip, int at) {
    return (zip[at] & 0xff)
        | (zip[at + 1] & 0xff) << 8
        | (zip[at + 2] & 0xff) << 16
        | zip[at + 3] << 24;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "small/", "Årets tall/", "./", "./small/", "././"})
  void files_lie_at_the_top_or_inside_one_folder(String folder) {
    Map<String, byte[]> files = sound(folder);
    files.put("__MACOSX/._dataset.json", new byte[] {0});
    files.put(folder + "source/raw.csv", "x".getBytes(UTF_8));
    Dataset dataset = DatasetZip.read(zip(files), "small");
    assertThat(dataset.size()).isEqualTo(2);
    assertThat(dataset.column("population", 2017).value(1)).isEqualTo(40.5);
  }

  @Test
  void the_shipped_folder_survives_with_all_that_lies_in_it() throws IOException {
    Path folder = Path.of("models/norway-2018");
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (var all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        files.put("norway-2018/" + folder.relativize(file), Files.readAllBytes(file));
      }
    }
    SameDataset.assertSame(DatasetZip.read(zip(files), "norway-2018"), DatasetFolder.read(folder));
  }

  @Test
  void stored_entries_are_read_too() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setComment("made by hand");
      for (Map.Entry<String, byte[]> file : sound("a/").entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        CRC32 crc = new CRC32();
        crc.update(file.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(file.getValue());
      }
    }
    assertThat(DatasetZip.read(bytes.toByteArray(), null).id()).isEqualTo("small");
  }

  @Test
  void faults_of_the_files_are_reported_as_for_a_folder() {
    Map<String, byte[]> files = sound("a/");
    files.put("a/municipalities.csv", "id,name,county\nA,Aa,9\nB,,2\n".getBytes(UTF_8));
    files.remove("a/indicators.csv");
    assertThat(faults(zip(files)))
        .containsExactly(
            "municipalities.csv:2:6: is '9', not a county of dataset.json",
            "municipalities.csv:3:3: is empty, expected a name",
            "indicators.csv: is missing");
  }

  @Test
  void the_id_must_be_that_of_the_address() {
    InvalidFilesException refused =
        catchThrowableOfType(
            InvalidFilesException.class, () -> DatasetZip.read(zip(sound("")), "other"));
    assertThat(refused).hasMessage("dataset.json: says the id is 'small', found as 'other'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.csv",
        "a/../../evil.csv",
        "/etc/passwd",
        "C:\\evil.csv",
        "C:evil.csv",
        "..",
        "a\\b.csv",
        "././../x.csv",
        ".//x.csv",
        "a/./x.csv",
        "a//b.csv",
        "nul\0.csv"
      })
  void a_name_that_leads_out_is_refused(String name) {
    assertThat(faults(zipWith(name, "x")))
        .containsExactly(
            name.replace('\0', '?') + ": is a path that leads out of the archive or is none");
  }

  @Test
  void a_name_with_and_without_the_dot_is_one_name() {
    assertThat(faults(zipWith("./dataset.json", "{}")))
        .containsExactly("./dataset.json: stands twice in the archive");
    assertThat(DatasetZip.read(zipWith("./", ""), null).size()).isEqualTo(2);
  }

  @Test
  void another_way_of_packing_is_named() {
    byte[] zip = zip(sound(""));
    zip[header(zip, 0) + 10] = 12;
    assertThat(faults(zip))
        .singleElement()
        .asString()
        .matches(
            "archive: has an entry [a-z.]+ packed by method 12, expected 8 \\(deflated\\) or 0"
                + " \\(stored\\)");
  }

  @Test
  void all_bad_entries_are_named() {
    Map<String, byte[]> files = sound("");
    files.put("../a", new byte[0]);
    files.put("/b", new byte[0]);
    assertThat(faults(zip(files))).hasSize(2);
  }

  @Test
  void files_of_a_dataset_in_several_places_are_refused() {
    assertThat(faults(zipWith("old/dataset.json", "{}")))
        .containsExactly(
            "archive: has files of a dataset in several places (the top, old/), expected one");
  }

  @Test
  void an_archive_without_a_dataset_says_what_is_missing() {
    assertThat(faults(zip(sound("a/b/"))))
        .containsExactly(
            "archive: has no dataset.json at the top or inside one folder;"
                + " a/b/dataset.json lies too deep");
    assertThat(faults(zip(Map.of())))
        .containsExactly("archive: has no dataset.json at the top or inside one folder");
  }

  @Test
  void a_name_that_stands_twice_is_refused() {
    byte[] zip = zipWith("Dataset.json", "{}");
    for (int at = 0; at < zip.length - 12; at++) {
      if (new String(zip, at, 12, UTF_8).equals("Dataset.json")) {
        zip[at] = 'd';
      }
    }
    assertThat(faults(zip)).containsExactly("dataset.json: stands twice in the archive");
  }

  @Test
  void an_encrypted_entry_is_refused() {
    byte[] zip = zip(sound(""));
    zip[header(zip, 0) + 8] |= 1;
    assertThat(faults(zip)).singleElement().asString().endsWith(": is encrypted");
    byte[] hidden = zip(sound(""));
    hidden[6] |= 1;
    assertThat(faults(hidden)).singleElement().asString().contains("cannot be unpacked: encrypted");
  }

  @Test
  void a_link_is_refused() {
    byte[] zip = zipWith("link", "/etc/passwd");
    int at = header(zip, 3);
    zip[at + 5] = 3;
    zip[at + 41] = (byte) 0xa1;
    assertThat(faults(zip)).containsExactly("link: is a link, expected files and folders");
  }

  @Test
  void an_archive_that_unpacks_to_too_much_is_refused_before_it_has() {
    Map<String, byte[]> bomb = sound("");
    bomb.put("zeros", new byte[40 << 20]);
    assertThat(faults(zip(bomb)))
        .containsExactly("archive: unpacks to more than 200 times its size");
    InvalidFilesException refused =
        catchThrowableOfType(
            InvalidFilesException.class, () -> DatasetZip.read(zip(sound("")), null, 100));
    assertThat(refused).hasMessage("archive: unpacks to more than 100 bytes");
  }

  @Test
  void sizes_that_are_declared_are_not_believed() {
    byte[] zip = zip(sound(""));
    int at = header(zip, 0);
    Arrays.fill(zip, at + 20, at + 28, (byte) 0x7f);
    assertThat(DatasetZip.read(zip, null).size()).isEqualTo(2);
  }

  @Test
  void too_many_entries_are_refused() {
    Map<String, byte[]> files = sound("");
    for (int i = 0; i < 998; i++) {
      files.put("more/" + i, new byte[0]);
    }
    assertThat(faults(zip(files)))
        .containsExactly("archive: has 1001 entries, expected at most 1000");
  }

  @Test
  void what_the_directory_does_not_know_is_refused() {
    byte[] zip = zipWith("x", "1");
    zip[header(zip, 3) + 46] = 'y';
    assertThat(faults(zip))
        .containsExactly("x: is not in the directory of the archive, or twice in the archive");
  }

  @Test
  void an_archive_cut_off_anywhere_is_refused() {
    byte[] zip = zip(sound("a/"));
    for (int length = 0; length < zip.length; length++) {
      assertThat(faults(Arrays.copyOf(zip, length))).as("%d bytes", length).hasSize(1);
    }
  }

  @Test
  void something_before_or_after_the_archive_is_refused() {
    byte[] zip = zip(sound(""));
    byte[] before = new byte[zip.length + 10];
    System.arraycopy(zip, 0, before, 10, zip.length);
    assertThat(faults(before))
        .containsExactly("archive: is cut off or has something before the archive");
    assertThat(faults(Arrays.copyOf(zip, zip.length + 1)))
        .containsExactly("archive: is no zip archive, or cut off");
  }

  @Test
  void no_damage_ends_in_anything_but_a_refusal() {
    long seed = 20_171_103;
    Random random = new Random(seed);
    byte[] zip = zip(sound("a/"));
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = zip.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        damaged[random.nextInt(zip.length)] = (byte) random.nextInt();
      }
      assertThatCode(() -> tryReading(damaged))
          .as("seed %d, %d", seed, i)
          .doesNotThrowAnyException();
    }
  }

  private static void tryReading(byte[] zip) {
    try {
      DatasetZip.read(zip, null);
    } catch (InvalidFilesException refused) {
      assertThat(refused.faults()).isNotEmpty();
    }
  }
}
