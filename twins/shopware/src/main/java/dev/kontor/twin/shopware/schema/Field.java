package dev.kontor.twin.shopware.schema;

/**
 * A stored value of an entity.
 *
 * @param required must be given on create
 * @param readOnly computed by the shop; a client's value is ignored
 */
public record Field(String name, Kind kind, boolean required, boolean readOnly)
    implements Property {

  static Field parse(String text) {
    String[] parts = text.split(":", 2);
    String kind = parts[1];
    return new Field(
        parts[0], Kind.of(kind.replaceAll("[!~]", "")), kind.contains("!"), kind.contains("~"));
  }

  /** Whether no answer ever shows it. */
  public boolean hidden() {
    return kind == Kind.PASSWORD;
  }
}
