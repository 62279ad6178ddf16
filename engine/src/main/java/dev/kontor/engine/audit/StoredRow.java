package dev.kontor.engine.audit;

import java.time.Instant;

/** An audit row with its place in the chain and its own keyed hash. */
record StoredRow(Position position, Instant at, AuditRow row, byte[] detailsHash) {
  long id() {
    return position.id();
  }
}
