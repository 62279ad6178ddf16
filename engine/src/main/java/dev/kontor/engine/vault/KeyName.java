package dev.kontor.engine.vault;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;

/** Names one key; person names are blind indexes already. */
record KeyName(Kind kind, String hex) {
  enum Kind {
    DAY,
    PERSON,
    COMMON,
    SECRET;

    String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Kind of(String column) {
      return valueOf(column.toUpperCase(java.util.Locale.ROOT));
    }
  }

  static KeyName of(Kind kind, byte[] name) {
    return new KeyName(kind, HexFormat.of().formatHex(name));
  }

  static KeyName day(LocalDate day) {
    return of(Kind.DAY, day.toString().getBytes(StandardCharsets.US_ASCII));
  }

  static KeyName plain(Kind kind, String name) {
    return of(kind, name.getBytes(StandardCharsets.US_ASCII));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** Binds a wrapped key to its row, so that two rows' keys cannot be swapped. */
  byte[] context() {
    return (kind.column() + "|" + hex).getBytes(StandardCharsets.US_ASCII);
  }
}
