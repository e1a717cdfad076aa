package io.bosett.sweep.spark;

import io.bosett.sweep.run.SweepFolder;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;

/**
 * Where a result folder lies, for all processes of a job. Files of the machine are reached by the
 * JDK: Hadoop's local file system starts a process for each.
 *
 * @param uri absolute
 * @param settings of Hadoop, as the driver has them
 */
record ResultPlace(URI uri, HashMap<String, String> settings) implements Serializable {
  static ResultPlace of(URI uri, Configuration hadoop) {
    HashMap<String, String> settings = new HashMap<>();
    if (!isFile(uri)) {
      for (Map.Entry<String, String> entry : hadoop) {
        settings.put(entry.getKey(), entry.getValue());
      }
    }
    return new ResultPlace(uri, settings);
  }

  private static boolean isFile(URI uri) {
    return "file".equals(uri.getScheme());
  }

  SweepFolder folder() throws IOException {
    if (isFile(uri)) {
      return new SweepFolder(java.nio.file.Path.of(uri.getPath()));
    }
    Configuration hadoop = new Configuration();
    settings.forEach(hadoop::set);
    return new SweepFolder(
        new HadoopStorage(
            FileContext.getFileContext(uri, hadoop), new org.apache.hadoop.fs.Path(uri)));
  }
}
