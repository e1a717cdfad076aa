package io.bosett.cli.flags;

import io.bosett.documents.InputFile;
import io.bosett.service.IoFailureText;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Default values of flags from the environment and a properties file: {@code BOSETT_MAX_JSON} for
 * {@code --max-json}, else a line {@code max-json=…} of the file that {@code --config} or {@code
 * BOSETT_CONFIG} names.
 */
public final class Configuration implements IDefaultValueProvider {
  private static final String FLAG = "--config";
  private static final String PREFIX = "BOSETT_";

  private final Map<String, String> environment;
  private final SortedMap<String, String> file = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private Configuration(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Reads the file, if one is named; {@link #faults} reports its errors. */
  public static Configuration of(Map<String, String> environment, String... arguments) {
    Configuration configuration = new Configuration(environment);
    String name = name(arguments);
    String path = name == null ? environment.get(PREFIX + "CONFIG") : name;
    if (path != null) {
      configuration.read(Path.of(path));
    }
    return configuration;
  }

  private static @Nullable String name(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(FLAG + "=")) {
        return arguments[i].substring(FLAG.length() + 1);
      }
      if (arguments[i].equals(FLAG) && i + 1 < arguments.length) {
        return arguments[i + 1];
      }
    }
    return null;
  }

  private void read(Path path) {
    Properties properties = new Properties();
    try (Reader reader = new StringReader(InputFile.readText(path))) {
      properties.load(reader);
      properties.forEach((key, value) -> file.put(key.toString(), value.toString().strip()));
    } catch (IOException e) {
      faults.add(path + ": cannot be read: " + IoFailureText.of(e));
    } catch (IllegalArgumentException e) {
      faults.add(path + ": is no properties file: " + e.getMessage());
    }
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || isHelp(option)) {
      return null;
    }
    String key = key(option);
    String value = environment.get(PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_'));
    return value == null || value.isBlank() ? file.get(key) : value;
  }

  private static boolean isHelp(OptionSpec option) {
    return option.usageHelp() || option.versionHelp();
  }

  private static String key(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  /** What is wrong with the file: it cannot be read, or lines are not flags of the command. */
  public List<String> faults(CommandSpec command) {
    TreeSet<String> known = new TreeSet<>();
    command.options().stream()
        .filter(option -> !isHelp(option))
        .forEach(option -> known.add(key(option)));
    known.remove(FLAG.replaceFirst("^-+", ""));
    List<String> all = new ArrayList<>(faults);
    for (String key : file.keySet()) {
      if (!known.contains(key)) {
        String allowed = String.join(", ", known);
        all.add("bosett: the configuration has '" + key + "'; allowed: " + allowed);
      }
    }
    return all;
  }
}
