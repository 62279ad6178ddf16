package dev.kontor.twin.shopware.schema;

/**
 * A stored value of an entity.
 *
 * @param required must be given on create
 * @param readOnly computed by the shop; a client's value is refused
 * @param longest characters a text may have, Integer.MAX_VALUE without a bound
 */
public record Field(String name, Kind kind, boolean required, boolean readOnly, int longest)
    implements Property {
  // What the shop's StringField takes unless it says otherwise.
  private static final int LONGEST = 255;

  static Field parse(String text) {
    String[] parts = text.split(":", 2);
    Kind kind = Kind.of(parts[1].replaceAll("[^a-z]", ""));
    return new Field(
        parts[0],
        kind,
        parts[1].contains("!"),
        parts[1].contains("~"),
        longest(kind, parts[1].replaceAll("\\D", "")));
  }

  private static int longest(Kind kind, String number) {
    boolean bound = kind == Kind.STRING || kind == Kind.LIST;
    return !number.isEmpty() ? Integer.parseInt(number) : bound ? LONGEST : Integer.MAX_VALUE;
  }

  /** Whether no answer ever shows it. */
  public boolean hidden() {
    return kind == Kind.PASSWORD;
  }
}
