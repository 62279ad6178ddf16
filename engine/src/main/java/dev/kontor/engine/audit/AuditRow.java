package dev.kontor.engine.audit;

import dev.kontor.engine.vault.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as the caller states it.
 *
 * @param kind what happened, such as {@code message.done}
 * @param subject to what, such as {@code message:17}
 * @param details for people; must not hold personal data
 * @param evidence keyed hash of what else the row proves, from {@code Vault.keyedHash}
 * @param payload id of the payload whose bytes the row proves
 * @param payloadHash that payload's {@link Sealed#keyedHash()}; null exactly if {@code payload} is
 */
public record AuditRow(
    String kind,
    String subject,
    String details,
    byte @Nullable [] evidence,
    @Nullable Long payload,
    byte @Nullable [] payloadHash) {

  public static AuditRow of(String kind, String subject, String details) {
    return new AuditRow(kind, subject, details, null, null, null);
  }

  public AuditRow withEvidence(byte[] keyedHash) {
    return new AuditRow(kind, subject, details, keyedHash, payload, payloadHash);
  }

  public AuditRow withPayload(long id, Sealed sealed) {
    return new AuditRow(kind, subject, details, evidence, id, sealed.keyedHash());
  }
}
