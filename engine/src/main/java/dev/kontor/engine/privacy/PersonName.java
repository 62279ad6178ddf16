package dev.kontor.engine.privacy;

import dev.kontor.engine.vault.Vault;
import java.util.HexFormat;

/** What the audit calls a person: a keyed hash, the same each time. */
final class PersonName {

  private static final int BYTES = 16;

  private PersonName() {}

  static String of(Vault vault, String email) {
    byte[] hash = vault.blindIndex().of("audited person", email);
    return "person:" + HexFormat.of().formatHex(hash, 0, BYTES);
  }
}
