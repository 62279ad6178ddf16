package dev.kontor.twin.shopware.schema;

/** An association that was not asked for. */
public enum Unasked {
  /** JSON null. */
  NOTHING,
  /** The rows all the same, marked + in entities.json. */
  LOADED,
  /** An empty list whatever rows there are, marked =. */
  EMPTY;

  static Unasked of(char mark) {
    return switch (mark) {
      case '+' -> LOADED;
      case '=' -> EMPTY;
      default -> NOTHING;
    };
  }
}
