package dev.kontor.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How children are started: both pipelines with the same options of the virtual machine. */
public final class Java {

  /** Options of a measured process. */
  public static final List<String> MEASURED =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms512m",
          "-Xmx512m",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dfile.encoding=UTF-8");

  private static final Path ROOT = Path.of(System.getProperty("kontor.root", "."));

  private Java() {}

  static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return command;
  }

  /** The hub as it is shipped, and before it the benchmark's connectors and packs. */
  public static String hubClassPath() {
    return module("proof/bench/target/classes") + ":" + shippedClassPath();
  }

  /** The hub as it is shipped. */
  public static String shippedClassPath() {
    return module("app/target/classes") + ":" + listed("app/target/kontor.classpath");
  }

  /** The benchmark's own. */
  public static String benchClassPath() {
    return module("proof/bench/target/classes")
        + ":"
        + listed("proof/bench/target/bench.classpath");
  }

  /** Where runs keep their databases and journals. */
  public static Path runs() {
    return ROOT.resolve("proof/bench/target/run").toAbsolutePath().normalize();
  }

  private static String module(String classes) {
    return ROOT.resolve(classes).toString();
  }

  private static String listed(String file) {
    try {
      return Files.readString(ROOT.resolve(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is missing; start with ./kontor bench", e);
    }
  }
}
