package io.bosett.sweep.spark;

import io.bosett.common.RandomIds;
import io.bosett.sweep.run.ResultStorage;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.jspecify.annotations.Nullable;

/**
 * A result folder on a file system of Hadoop. Files are replaced by a rename that overwrites, which
 * is one step on HDFS. There is no lock: two drivers that run the same sweep into one folder do the
 * work twice, but the files stay right.
 */
final class HadoopStorage implements ResultStorage {
  private final FileContext files;
  private final Path folder;

  HadoopStorage(FileContext files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  private Path path(String name) {
    return name.isEmpty() ? folder : new Path(folder, name);
  }

  @Override
  public byte @Nullable [] read(String name) throws IOException {
    try (InputStream in = files.open(path(name))) {
      return in.readAllBytes();
    } catch (FileNotFoundException e) {
      return null;
    }
  }

  @Override
  public boolean has(String name) throws IOException {
    try {
      return files.getFileStatus(path(name)).isFile();
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  @Override
  public List<String> list(String inside) throws IOException {
    List<String> names = new ArrayList<>();
    try {
      RemoteIterator<FileStatus> all = files.listStatus(path(inside.replaceFirst("/$", "")));
      while (all.hasNext()) {
        names.add(all.next().getPath().getName());
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    Collections.sort(names);
    return names;
  }

  @Override
  public void makeFolder(String inside) throws IOException {
    files.mkdir(path(inside), null, true);
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    Path place = path(name);
    Path partial = path("partial/" + place.getName() + "." + RandomIds.hex(Long.BYTES));
    try {
      try (OutputStream out = files.create(partial, EnumSet.of(CreateFlag.CREATE))) {
        out.write(bytes);
      }
      files.rename(partial, place, Options.Rename.OVERWRITE);
    } catch (IOException e) {
      delete(partial);
      throw new IOException(place + ": cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void delete(String name) throws IOException {
    delete(path(name));
  }

  private void delete(Path file) throws IOException {
    try {
      files.delete(file, false);
    } catch (FileNotFoundException e) {
      // gone already
    }
  }

  @Override
  public Closeable lock() throws IOException {
    makeFolder("");
    return () -> {};
  }

  @Override
  public String place(String name) {
    return path(name).toString();
  }
}
