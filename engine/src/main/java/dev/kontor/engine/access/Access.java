package dev.kontor.engine.access;

import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.vault.Vault;
import javax.sql.DataSource;

/** All that decides who may see and decide what, over one database. */
public record Access(
    Users users, Sessions sessions, Tokens tokens, SignInLimit limit, OneTimeKeys keys) {

  /** Of an installation, beside a running hub or within it. */
  public static Access of(DataSource database, Vault vault) {
    AuditStore audit = new AuditStore(vault);
    SecretHash hash = new SecretHash(vault);
    return new Access(
        new Users(database, audit),
        new Sessions(database, audit, hash),
        new Tokens(database, audit, hash),
        new SignInLimit(database, vault.blindIndex()),
        new OneTimeKeys(database, hash));
  }
}
