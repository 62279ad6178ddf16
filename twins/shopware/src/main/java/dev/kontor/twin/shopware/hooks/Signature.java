package dev.kontor.twin.shopware.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hex HMAC-SHA256, the shop's only signature. */
public final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  public static String of(byte[] text, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String of(String text, String secret) {
    return of(text.getBytes(StandardCharsets.UTF_8), secret);
  }
}
