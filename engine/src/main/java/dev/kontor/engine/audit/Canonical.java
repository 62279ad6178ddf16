package dev.kontor.engine.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Bytes of a row or segment in one fixed form, each field with its length, for hashing. */
final class Canonical {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final DataOutputStream out = new DataOutputStream(bytes);

  static Canonical of(AuditRow row) {
    Long payload = row.payload();
    return new Canonical()
        .add(row.kind())
        .add(row.subject())
        .add(row.details())
        .add(row.evidence())
        .add(payload == null ? -1L : payload)
        .add(row.payloadHash());
  }

  static byte[] hash(StoredRow stored) {
    return of(stored.row())
        .add(stored.position())
        .add(ChronoUnit.MICROS.between(Instant.EPOCH, stored.at()))
        .add(stored.detailsHash())
        .sha256();
  }

  Canonical add(Position position) {
    return add(position.epoch()).add(position.xid()).add(position.id());
  }

  Canonical add(String value) {
    return add(value.getBytes(StandardCharsets.UTF_8));
  }

  Canonical add(byte @Nullable [] value) {
    try {
      out.writeInt(value == null ? -1 : value.length);
      if (value != null) {
        out.write(value);
      }
      return this;
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
  }

  Canonical add(long value) {
    try {
      out.writeLong(value);
      return this;
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256", e);
    }
  }
}
