package dev.kontor.engine.vault;

import java.time.Instant;

/**
 * Whose key was destroyed.
 *
 * @param name of the key in hexadecimal, a keyed hash
 * @param at by the database's clock
 */
record ErasedPerson(Instant at, String name) {

  String line() {
    return at + " " + name;
  }

  static ErasedPerson parse(String line) {
    String[] parts = line.split(" ", 2);
    return new ErasedPerson(Instant.parse(parts[0]), parts[parts.length - 1]);
  }
}
