package dev.kontor.engine.audit;

import dev.kontor.engine.vault.Vault;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;

/** The installation's Ed25519 key, grown from a secret of the vault. */
public final class SigningKey {
  private final KeyPair pair;

  private SigningKey(KeyPair pair) {
    this.pair = pair;
  }

  /** The same key in every process that holds the master key. */
  public static SigningKey of(Vault vault) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Seed(vault.secret("signing")));
      return new SigningKey(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks Ed25519", e);
    }
  }

  byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks Ed25519", e);
    }
  }

  boolean verify(byte[] content, byte[] signed) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(pair.getPublic());
      signature.update(content);
      return signature.verify(signed);
    } catch (SignatureException notEvenASignature) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks Ed25519", e);
    }
  }

  /** X.509 form, for auditors who verify exported heads on their own. */
  String publicKey() {
    return HexFormat.of().formatHex(pair.getPublic().getEncoded());
  }

  /** Hands the generator the stored seed: the runtime offers no other way to the public key. */
  private static final class Seed extends SecureRandom {
    private final transient byte[] bytes;

    Seed(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] target) {
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }
}
