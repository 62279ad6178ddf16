package dev.kontor.spi;

/** What a document is looked up by. */
public sealed interface Identity {

  /** The system's own id. */
  record NativeId(String id) implements Identity {}

  /**
   * The reference the hub wrote with the document; the look-up covers every place the document may
   * have moved to (posted, archived).
   */
  record ExternalReference(String value) implements Identity {}

  /**
   * A normalised business key.
   *
   * @param key as of {@code CustomerKey}, e.g. {@code vat:DE123456789} or {@code email:a@b.example}
   */
  record Match(String key) implements Identity {}
}
