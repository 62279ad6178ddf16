package dev.kontor.twin.financeoperations.records;

import tools.jackson.databind.node.ObjectNode;

/** Keys that a number sequence gives or that the client gives (contract.md §8). */
public final class Numbers {
  private Numbers() {}

  /**
   * Gives the row its number, or checks the one it has; a key that is there is refused.
   *
   * @param format of a drawn number, for one integer
   */
  public static void assign(
      Erp erp, String source, ObjectNode row, String field, Numbering numbering, String format) {
    boolean given = !Records.text(row, field).isEmpty();
    switch (numbering) {
      case AUTOMATIC -> {
        if (given) {
          throw Fault.logic(Message.NUMBER_IS_DRAWN, field);
        }
        draw(erp, source, row, field, format);
      }
      case EITHER -> {
        if (given) {
          requireNew(erp, source, row, field);
        } else {
          draw(erp, source, row, field, format);
        }
      }
      case MANUAL -> {
        if (!given) {
          throw Fault.logic(Message.NUMBER_IS_GIVEN, field);
        }
        requireNew(erp, source, row, field);
      }
    }
  }

  private static void draw(Erp erp, String source, ObjectNode row, String field, String format) {
    String company = Records.text(row, "dataAreaId");
    do {
      row.put(field, erp.records().next(company, source + field, format));
    } while (erp.records().has(source, row));
  }

  /** Throws a Fault where a row with this key is there. */
  public static void requireNew(Erp erp, String source, ObjectNode row, String field) {
    if (erp.records().has(source, row)) {
      throw Fault.logic(
          erp.settings().existingPostStatus(),
          false,
          Message.EXISTS,
          source,
          field + ": " + Records.text(row, field));
    }
  }
}
