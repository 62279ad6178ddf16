package dev.kontor.app.demo;

import dev.kontor.engine.db.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory of one demo: its configuration, its secrets, its database. */
record DemoHome(Path directory, boolean temporary) implements AutoCloseable {

  /** Signs the shop's webhooks in the demo; worth nothing outside of it. */
  static final String APP_SECRET = "kontor-demo-app-secret";

  static DemoHome temporaryOne() throws IOException {
    return new DemoHome(Files.createTempDirectory("kontor-demo"), true);
  }

  Path config() {
    return directory.resolve("kontor.yaml");
  }

  /** Writes the configuration for these systems and the secrets it refers to. */
  void write(Systems systems, String doors) throws IOException {
    var erp = dev.kontor.twin.businesscentral.Options.real();
    Files.writeString(config(), DemoConfiguration.of(systems, doors));
    secret("shop-client-secret", dev.kontor.twin.shopware.Options.SECRET);
    secret("shop-app-secret", APP_SECRET);
    secret("erp-client-secret", erp.clientSecret());
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
