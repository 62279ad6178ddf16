package dev.kontor.connector.businesscentral;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Codes of Business Central, which are upper case and compared so. */
final class Codes {

  private Codes() {}

  /** Of a field; blank if absent. */
  static String of(JsonNode row, String field) {
    return upper(Json.text(row, field, ""));
  }

  static String upper(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }
}
