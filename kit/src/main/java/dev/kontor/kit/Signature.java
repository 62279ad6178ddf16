package dev.kontor.kit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hex HMAC-SHA256: proves what was sent, and makes names that nobody without the secret can guess.
 */
public final class Signature {

  private Signature() {}

  public static String of(String secret, byte[] signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String of(String secret, String signed) {
    return of(secret, signed.getBytes(StandardCharsets.UTF_8));
  }

  /** In constant time. */
  public static boolean proves(String signature, String secret, byte[] signed) {
    return MessageDigest.isEqual(
        of(secret, signed).getBytes(StandardCharsets.US_ASCII),
        signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }
}
