package io.bosett.sweep.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result folder by Hadoop's own interface, here on its local file system. */
final class HadoopStorageTest {
  @TempDir private Path folder;
  private HadoopStorage storage;

  @BeforeEach
  void opens_a_folder() throws IOException {
    storage =
        new HadoopStorage(
            FileContext.getFileContext(folder.toUri(), new Configuration()),
            new org.apache.hadoop.fs.Path(folder.resolve("out").toUri()));
  }

  @Test
  void a_file_is_replaced_whole() throws IOException {
    assertThat(storage.read("run.json")).isNull();
    assertThat(storage.has("run.json")).isFalse();
    assertThat(storage.list("")).isEmpty();
    storage.lock().close();
    storage.makeFolder("partial");
    storage.write("run.json", "one".getBytes(UTF_8));
    storage.write("run.json", "two".getBytes(UTF_8));
    assertThat(storage.read("run.json")).asString(UTF_8).isEqualTo("two");
    assertThat(storage.has("run.json")).isTrue();
    assertThat(storage.has("partial")).isFalse();
    assertThat(storage.list("partial")).isEmpty();
    assertThat(storage.list("")).contains("partial", "run.json");
    storage.delete("run.json");
    storage.delete("run.json");
    assertThat(storage.has("run.json")).isFalse();
  }

  @Test
  void a_write_that_fails_names_the_file_and_leaves_nothing() throws IOException {
    storage.makeFolder("partial");
    storage.makeFolder("points/part-00001.parquet/x");
    assertThatThrownBy(() -> storage.write("points/part-00001.parquet", new byte[10]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("points/part-00001.parquet: cannot be written");
    assertThat(storage.list("partial")).isEmpty();
    assertThat(Files.isDirectory(folder.resolve("out/points/part-00001.parquet/x"))).isTrue();
  }
}
