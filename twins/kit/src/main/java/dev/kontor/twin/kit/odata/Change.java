package dev.kontor.twin.kit.odata;

/** A committed change of one row, for notifications. */
public record Change(String scope, String set, String id, Kind kind) {
  /** What happened to the row. */
  public enum Kind {
    CREATED,
    UPDATED,
    DELETED
  }
}
