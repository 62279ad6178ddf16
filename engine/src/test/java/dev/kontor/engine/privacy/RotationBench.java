package dev.kontor.engine.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/** A database, a file of master keys, and hubs that opened them. */
final class RotationBench implements AutoCloseable {

  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z"));
  static final byte[] TEXT = "{\"name\":\"Ada Löwe\"}".getBytes(UTF_8);

  final Database database = Database.forTests();
  final Path file;

  RotationBench(Path directory) {
    this.file = directory.resolve("master.key");
  }

  /** A hub that starts now. */
  Vault hub() {
    return Vault.open(database.general(), MasterKeys.load(Map.of(), file), CLOCK);
  }

  static Sealed seal(Vault hub, String person) {
    return hub.seal(PayloadClass.DOCUMENT, "email:" + person + "@example.com", TEXT);
  }

  KeyRotation.Result rotate(Consumer<KeyRotation.Step> watch) {
    return new KeyRotation(database.general(), Map.of(), file, CLOCK, watch).rotate("Erika");
  }

  KeyRotation.Result rotate() {
    return rotate(step -> {});
  }

  /** The keys of the file, the current one first. */
  String masters() {
    try {
      return Files.readString(file).strip().replace('\n', ',');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
