package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Records;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Makes posted documents and lines out of unposted ones. */
final class Posted {
  private static final Pattern PERIOD = Pattern.compile("(\\d+)([DWMY])");

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

  /** When a document of this date is due by its payment terms, such as {@code 14D}. */
  String dueDate(ObjectNode header, String documentDate) {
    String formula =
        records
            .byId("paymentTerms", Records.text(header, "paymentTermsId"))
            .map(terms -> Records.text(terms, "dueDateCalculation"))
            .orElse("");
    Matcher period = PERIOD.matcher(formula);
    if (!period.matches()) {
      return documentDate;
    }
    LocalDate date = LocalDate.parse(documentDate);
    int count = Integer.parseInt(period.group(1));
    LocalDate due =
        switch (period.group(2)) {
          case "D" -> date.plusDays(count);
          case "W" -> date.plusWeeks(count);
          case "M" -> date.plusMonths(count);
          default -> date.plusYears(count);
        };
    return due.toString();
  }
}
