package dev.kontor.connector.businesscentral;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells contents apart by a short text. */
final class Digest {

  private static final int SHORT = 32;

  private Digest() {}

  /** SHA-256 in lower-case hex. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Half of it, enough to see that something changed. */
  static String of(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, SHORT);
  }
}
