package dev.kontor.engine.match;

import dev.kontor.spi.Document;
import java.util.Objects;

/**
 * One document in one of the two systems.
 *
 * @param id native id; empty where a person gave a number only
 * @param number that people know; empty if it has none
 */
public record Side(String id, String number) {

  static Side of(Document document) {
    return new Side(document.id(), Objects.requireNonNullElse(document.number(), ""));
  }

  /** As people know it. */
  String name() {
    return number.isEmpty() ? id : number;
  }
}
