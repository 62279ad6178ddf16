package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Records;
import tools.jackson.databind.node.ObjectNode;

/** Makes posted documents and lines out of unposted ones. */
final class Posted {
  private final Records records;

  Posted(Records records) {
    this.records = records;
  }

  /** A posted header with all fields of the unposted one; not stored yet. */
  ObjectNode header(String set, ObjectNode header, String number) {
    ObjectNode row = records.create(set);
    String id = Records.text(row, "id");
    row.setAll(header.deepCopy());
    return row.put("id", id).put("number", number);
  }

  /** A posted line with all fields of the unposted one; not stored yet. */
  ObjectNode line(String set, ObjectNode line, ObjectNode parent) {
    ObjectNode row = records.create(set);
    String id = Records.text(row, "id");
    row.setAll(line.deepCopy());
    row.set("_line", line.path("id"));
    row.set("documentId", parent.path("id"));
    return row.put("id", id);
  }
}
