package dev.kontor.engine.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random nonce in front, and HMAC-SHA-256. */
final class Aes {
  static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** Nonce, tag and nothing else. */
  static final int OVERHEAD = NONCE_BYTES + TAG_BITS / 8;

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final Lent<Cipher> CIPHERS =
      new Lent<>(() -> Cipher.getInstance("AES/GCM/NoPadding"));
  private static final Lent<Mac> MACS = new Lent<>(() -> Mac.getInstance("HmacSHA256"));

  private Aes() {}

  static byte[] randomKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }

  /**
   * @param context authenticated, not encrypted: sealed bytes open only in the same context
   */
  static byte[] seal(byte[] key, byte[] context, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    Cipher cipher = CIPHERS.borrow();
    try {
      prepare(cipher, Cipher.ENCRYPT_MODE, key, nonce, context);
      byte[] sealed = Arrays.copyOf(nonce, plain.length + OVERHEAD);
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks AES/GCM", e);
    } finally {
      CIPHERS.giveBack(cipher);
    }
  }

  /**
   * @throws VaultException if the bytes were changed, or sealed by another key or in another
   *     context
   */
  static byte[] open(byte[] key, byte[] context, byte[] sealed) {
    if (sealed.length < OVERHEAD) {
      throw new VaultException("Sealed bytes are cut off");
    }
    Cipher cipher = CIPHERS.borrow();
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      prepare(cipher, Cipher.DECRYPT_MODE, key, nonce, context);
      return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw new VaultException("Sealed bytes were changed or belong to another key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks AES/GCM", e);
    } finally {
      CIPHERS.giveBack(cipher);
    }
  }

  static byte[] hmac(byte[] key, byte[]... parts) {
    Mac mac = MACS.borrow();
    try {
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks HmacSHA256", e);
    } finally {
      MACS.giveBack(mac);
    }
  }

  private static void prepare(Cipher cipher, int mode, byte[] key, byte[] nonce, byte[] context)
      throws GeneralSecurityException {
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
  }
}
