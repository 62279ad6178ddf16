package dev.kontor.app.demo;

import dev.kontor.engine.db.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The directory of one demo: its configuration, its secrets, its database. */
record DemoHome(Path directory, boolean temporary) implements AutoCloseable {

  static DemoHome temporaryOne() throws IOException {
    return new DemoHome(Files.createTempDirectory("kontor-demo"), true);
  }

  Path config() {
    return directory.resolve("kontor.yaml");
  }

  /** Writes the configuration and the secrets of these systems that it refers to. */
  void write(Systems systems, String configuration) throws IOException {
    Files.writeString(config(), configuration);
    for (Simulated system : List.of(systems.shop(), systems.erp())) {
      for (Map.Entry<String, String> secret : system.secrets().entrySet()) {
        secret(secret.getKey(), secret.getValue());
      }
    }
  }

  private void secret(String name, String value) throws IOException {
    Path secrets = directory.resolve("secrets");
    PrivateFiles.createDirectories(secrets);
    PrivateFiles.replace(secrets.resolve(name), value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    if (!temporary) {
      return;
    }
    List<Path> files;
    try (Stream<Path> tree = Files.walk(directory)) {
      files = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
