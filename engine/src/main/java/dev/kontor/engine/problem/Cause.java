package dev.kontor.engine.problem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why messages failed alike.
 *
 * @param flow in which they stand
 * @param fault class of the fault
 * @param field path in the document that the error blames, list positions left out; null if none
 * @param text the error without what differs from document to document
 * @param key the master data to mend, null if the error names none
 */
record Cause(String flow, String fault, @Nullable String field, String text, @Nullable String key) {

  private static final int BYTES = 12;

  /** Its fingerprint: the same for the same cause, also after a restart and in another hub. */
  String id() {
    String all =
        String.join(
            "\n",
            flow,
            fault,
            Objects.requireNonNullElse(field, ""),
            text,
            Objects.requireNonNullElse(key, ""));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
