package dev.kontor.twin.shopware.schema;

/** How a field's value is stored, checked on write and compared in a filter. */
public enum Kind {
  ID,
  VERSION,
  STRING,
  EMAIL,
  /** Written, never read. */
  PASSWORD,
  INT,
  FLOAT,
  BOOL,
  DATE,
  /** A list of texts, replaced as a whole. */
  LIST,
  /** A price per currency. */
  PRICE,
  JSON;

  static Kind of(String name) {
    return valueOf(name.toUpperCase(java.util.Locale.ROOT));
  }
}
