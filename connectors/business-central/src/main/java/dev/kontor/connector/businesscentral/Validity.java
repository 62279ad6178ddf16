package dev.kontor.connector.businesscentral;

import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** Rows that hold from a starting to an ending date, both included, blank for no bound. */
final class Validity {

  private Validity() {}

  static boolean on(JsonNode row, LocalDate day) {
    LocalDate start = Json.date(row, "startingDate");
    LocalDate end = Json.date(row, "endingDate");
    return (start == null || !start.isAfter(day)) && (end == null || !end.isBefore(day));
  }
}
