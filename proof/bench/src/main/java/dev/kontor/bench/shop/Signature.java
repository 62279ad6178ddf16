package dev.kontor.bench.shop;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How the shop signs what it pushes; both sides check it. */
public final class Signature {

  /** Lower-case name of the header that carries it. */
  public static final String HEADER = "x-signature";

  private static final SecretKeySpec KEY =
      new SecretKeySpec("benchmark".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");

  private Signature() {}

  public static String of(byte[] body) {
    return HexFormat.of().formatHex(mac(body));
  }

  public static boolean proves(String given, byte[] body) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.US_ASCII), of(body).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] mac(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(KEY);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
