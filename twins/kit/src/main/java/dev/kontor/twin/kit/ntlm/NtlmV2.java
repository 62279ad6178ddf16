package dev.kontor.twin.kit.ntlm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a server computes of a user's password and a challenge ([MS-NLMP] 3.3.2). */
final class NtlmV2 {

  private static final String HMAC = "HmacMD5";

  private NtlmV2() {}

  /**
   * {@code NTOWFv2}, the key of one user's answers.
   *
   * @param domain as the answer writes it
   */
  static byte[] key(String user, String domain, String password) {
    byte[] hash = Md4.digest(password.getBytes(StandardCharsets.UTF_16LE));
    String named = user.toUpperCase(Locale.ROOT) + domain;
    return mac(hash, named.getBytes(StandardCharsets.UTF_16LE));
  }

  /** {@code NTProofStr}: that whoever made the rest of the answer knows the key. */
  static byte[] proof(byte[] key, byte[] challenge, byte[] rest) {
    return mac(key, challenge, rest);
  }

  private static byte[] mac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
