package dev.kontor.engine.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A text file that the build carries. */
final class ShippedText {

  private ShippedText() {}

  /** Its content, empty if this build has none there. */
  static Optional<String> at(String path) {
    try (InputStream in = ShippedText.class.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
