package dev.kontor.connector.businesscentral.soap;

/** How a field's values are written. */
enum Kind {
  TEXT,
  DECIMAL,
  WHOLE,
  TRUTH,
  DATE,
  /** One of the names that the description lists. */
  OPTION,
  /** Rows of a sub-page, or what the description does not explain: neither read nor written. */
  OTHER;

  /**
   * @param type local name of a type of XML Schema
   */
  static Kind of(String type) {
    return switch (type) {
      case "string" -> TEXT;
      case "decimal" -> DECIMAL;
      case "int", "long" -> WHOLE;
      case "boolean" -> TRUTH;
      case "date", "dateTime", "time" -> DATE;
      default -> OTHER;
    };
  }
}
