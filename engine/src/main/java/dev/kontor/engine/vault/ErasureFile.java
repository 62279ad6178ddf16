package dev.kontor.engine.vault;

import dev.kontor.engine.db.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Who was erased, kept outside the database as keyed hashes, and the ids of what had been pushed
 * about them: a restored backup brings back nobody.
 */
public final class ErasureFile {

  private static final String PAYLOAD = "payload:";

  private final Path file;

  /**
   * @param home of the installation
   */
  public ErasureFile(Path home) {
    this.file = home.resolve("erased-persons.txt");
  }

  /**
   * To be called before the erasure commits.
   *
   * @param names of keys, as {@link Vault#erase(Connection, Collection)} tells them
   * @param payloads ids of deleted payloads
   */
  public void add(Instant at, List<String> names, List<Long> payloads) {
    List<ErasedPerson> all = new ArrayList<>(read());
    names.forEach(name -> all.add(new ErasedPerson(at, name)));
    payloads.forEach(id -> all.add(new ErasedPerson(at, PAYLOAD + id)));
    String text = String.join("\n", all.stream().map(ErasedPerson::line).toList()) + "\n";
    try {
      PrivateFiles.replace(file, text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("The list of erasures " + file + " cannot be written", e);
    }
  }

  /**
   * Erases again what a backup brought back, in the caller's transaction.
   *
   * @return number of keys destroyed and payloads deleted
   */
  public int repeat(Connection connection) throws SQLException {
    List<ErasedPerson> keys = new ArrayList<>();
    List<ErasedPayload> payloads = new ArrayList<>();
    for (ErasedPerson erased : read()) {
      if (erased.name().startsWith(PAYLOAD)) {
        long id = Long.parseLong(erased.name().substring(PAYLOAD.length()));
        payloads.add(new ErasedPayload(erased.at(), id));
      } else {
        keys.add(erased);
      }
    }
    return KeyStore.destroyAgain(connection, keys) + PayloadStore.deleteAgain(connection, payloads);
  }

  private List<ErasedPerson> read() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .filter(line -> !line.isBlank())
              .map(ErasedPerson::parse)
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("The list of erasures " + file + " cannot be read", e);
    }
  }
}
