package dev.kontor.engine.backup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a backup file holds.
 *
 * @param at database's clock at the snapshot
 * @param schemaVersion migration the tables had
 * @param tables in the order they must be loaded
 */
public record BackupManifest(
    int format,
    String id,
    Instant at,
    UUID installation,
    int epoch,
    String schemaVersion,
    String postgres,
    List<TableEntry> tables,
    List<SequenceEntry> sequences) {

  static final int FORMAT = 1;

  /**
   * One table in PostgreSQL's binary COPY format.
   *
   * @param name with schema, quoted where needed
   * @param columns quoted where needed
   * @param sha256 of the uncompressed bytes, in hexadecimal
   */
  public record TableEntry(String name, List<String> columns, long rows, String sha256) {
    String entry() {
      return "tables/" + name;
    }
  }

  /** A sequence that has been used, and the last value it gave. */
  public record SequenceEntry(String name, long last) {}

  public long rows() {
    return tables.stream().mapToLong(TableEntry::rows).sum();
  }
}
