package dev.kontor.engine.config;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The key that a webhook's secret stands for. */
public final class WebhookKey {

  private static final String PREFIX = "whsec_";

  private WebhookKey() {}

  /** A secret with the standard's prefix is Base64, any other is taken as it is; empty if wrong. */
  public static Optional<byte[]> of(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return Optional.of(secret.getBytes(StandardCharsets.UTF_8));
    }
    try {
      return Optional.of(Base64.getDecoder().decode(secret.substring(PREFIX.length())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
