package dev.kontor.engine.backup;

import dev.kontor.engine.db.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Who this installation is, as written in a file outside its database. */
record Identity(UUID id, int epoch) {

  static Optional<Identity> read(Path file) {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String[] parts = Files.readString(file).strip().split(" ", -1);
      return Optional.of(new Identity(UUID.fromString(parts[0]), Integer.parseInt(parts[1])));
    } catch (IOException e) {
      throw new UncheckedIOException("Identity file " + file + " cannot be read", e);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalStateException(
          "Identity file " + file + " must hold an id and an epoch; restore it or remove it", e);
    }
  }

  void write(Path file) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        PrivateFiles.createDirectories(directory);
      }
      PrivateFiles.replace(file, (id + " " + epoch + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("Identity file " + file + " cannot be written", e);
    }
  }
}
