package dev.kontor.engine.audit;

import static dev.kontor.engine.audit.Finding.Kind.CHANGED;
import static dev.kontor.engine.audit.Finding.Kind.DELETED_BY_RULE;
import static dev.kontor.engine.audit.Finding.Kind.MISSING;

import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Vault;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the stored payload bytes are those once sealed, and those the audit rows name; needs no
 * payload key, so it holds for erased persons as well.
 */
public final class PayloadCheck implements LedgerCheck {
  private static final int BATCH = 500;
  private final Vault vault;
  private final AuditStore audit;

  public PayloadCheck(Vault vault, AuditStore audit) {
    this.vault = vault;
    this.audit = audit;
  }

  @Override
  public List<Finding> verify(Connection connection) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    Map<Long, byte[]> named = named(connection);
    long after = Long.MIN_VALUE;
    List<PayloadStore.Stored> batch = PayloadStore.after(connection, after, BATCH);
    while (!batch.isEmpty()) {
      batch.forEach(stored -> check(stored, named.remove(stored.id()), findings));
      after = batch.getLast().id();
      batch = PayloadStore.after(connection, after, BATCH);
    }
    findings.addAll(absent(named.keySet(), DeletedPayloads.ids(connection, audit)));
    long erased = PayloadStore.unreadable(connection);
    if (erased > 0) {
      String text = erased + " are of erased persons and unreadable, their bytes as once sealed";
      findings.add(new Finding(DELETED_BY_RULE, "payloads", text));
    }
    return findings;
  }

  private void check(PayloadStore.Stored stored, byte @Nullable [] named, List<Finding> findings) {
    String subject = "payload:" + stored.id();
    if (!vault.intact(stored.sealed())) {
      findings.add(new Finding(CHANGED, subject, "its bytes are not those once sealed"));
    } else if (named != null && !MessageDigest.isEqual(named, stored.sealed().keyedHash())) {
      findings.add(new Finding(CHANGED, subject, "another payload was put in its place"));
    }
  }

  private Map<Long, byte[]> named(Connection connection) throws SQLException {
    Map<Long, byte[]> named = new HashMap<>();
    for (StoredRow stored : AuditStore.withPayload(connection)) {
      Long payload = stored.row().payload();
      byte[] hash = stored.row().payloadHash();
      if (payload != null && hash != null && audit.genuine(stored)) {
        named.put(payload, hash);
      }
    }
    return named;
  }

  private static List<Finding> absent(Set<Long> named, Set<Long> deleted) {
    List<Finding> findings = new ArrayList<>();
    long byRule = named.stream().filter(deleted::contains).count();
    if (byRule > 0) {
      findings.add(
          new Finding(DELETED_BY_RULE, "payloads", byRule + " deleted by retention or erasure"));
    }
    named.stream()
        .filter(id -> !deleted.contains(id))
        .sorted()
        .map(id -> new Finding(MISSING, "payload:" + id, "named by the audit, but not stored"))
        .forEach(findings::add);
    return findings;
  }
}
