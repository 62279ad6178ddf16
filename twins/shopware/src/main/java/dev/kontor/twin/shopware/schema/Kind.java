package dev.kontor.twin.shopware.schema;

/** How a field's value is stored, checked on write and compared in a filter. */
public enum Kind {
  ID,
  /** The id of a state, which only a transition changes. */
  STATE,
  VERSION,
  /** A text of limited length. */
  STRING,
  /** A text of any length. */
  TEXT,
  /** A text of any length that may have tags. */
  HTML,
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

  /** Whether it names a row. */
  public boolean isKey() {
    return this == ID || this == STATE;
  }

  static Kind of(String name) {
    return valueOf(name.toUpperCase(java.util.Locale.ROOT));
  }
}
