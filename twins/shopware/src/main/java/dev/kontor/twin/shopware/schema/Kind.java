package dev.kontor.twin.shopware.schema;

/** How a field's value is stored, checked on write and compared in a filter. */
public enum Kind {
  ID,
  VERSION,
  STRING,
  INT,
  FLOAT,
  BOOL,
  DATE,
  JSON;

  static Kind of(String name) {
    return valueOf(name.toUpperCase(java.util.Locale.ROOT));
  }
}
