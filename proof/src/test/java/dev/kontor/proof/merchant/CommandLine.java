package dev.kontor.proof.merchant;

import dev.kontor.app.Kontor;
import dev.kontor.contract.Await;
import dev.kontor.proof.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kontor's command line, each command in a process of its own. */
public final class CommandLine {

  private final List<String> kontor;
  private final Path directory;
  private final Map<String, String> environment;
  private int started;

  private CommandLine(List<String> kontor, Path directory, Map<String, String> environment) {
    this.kontor = kontor;
    this.directory = directory;
    this.environment = environment;
  }

  /**
   * Through the launcher, as people do; it builds first should a source be newer than its class.
   */
  public static CommandLine launcher(Path directory) {
    String script = Sources.root().resolve("kontor").toString();
    return new CommandLine(List.of(script), directory, Map.of());
  }

  /**
   * The classes under test, with the launcher's options but without its look at the sources. No hub
   * of a proof lives long enough for the best compiler.
   */
  public static CommandLine classes(Path directory, Map<String, String> environment) {
    return new CommandLine(java(Quick.OPTIONS), directory, environment);
  }

  /** Found out when the first hub starts. */
  private static final class Quick {
    static final List<String> OPTIONS = QuickStart.options(CommandLine::demo);
  }

  private static void demo(Path directory, List<String> options)
      throws IOException, InterruptedException {
    new CommandLine(java(options), directory, Map.of())
        .start("demo", "--exit", "--orders=3")
        .end(Await.PATIENCE);
  }

  private static List<String> java(List<String> options) {
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.add("-XX:+UseSerialGC");
    java.add("-XX:TieredStopAtLevel=1");
    java.add("--enable-native-access=ALL-UNNAMED");
    java.add("--sun-misc-unsafe-memory-access=allow");
    java.add("-Dfile.encoding=UTF-8");
    java.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
    java.addAll(options);
    java.add(Kontor.class.getName());
    return java;
  }

  /** Starts a command; relative paths are those of this command line's directory. */
  public Running start(String... arguments) throws IOException {
    started++;
    List<String> command = new ArrayList<>(kontor);
    command.addAll(List.of(arguments));
    Path log = Files.createDirectories(directory.resolve("output"));
    Path out = log.resolve(started + "-" + arguments[0] + ".out");
    Path err = log.resolve(started + "-" + arguments[0] + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("KONTOR_"));
    builder.environment().putAll(environment);
    return new Running(builder.start(), out, err);
  }
}
