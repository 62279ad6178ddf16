package dev.kontor.twin.shopware.data;

import java.util.List;

/** One row written in a transaction, for the {@code <entity>.written} events. */
public record Change(
    String entity, String id, Operation operation, List<String> fields, String versionId) {
  /** Of the live version. */
  Change(String entity, String id, Operation operation, List<String> fields) {
    this(entity, id, operation, fields, Values.LIVE_VERSION);
  }

  /** What happened to the row. */
  public enum Operation {
    INSERT,
    UPDATE,
    DELETE;

    public String json() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
