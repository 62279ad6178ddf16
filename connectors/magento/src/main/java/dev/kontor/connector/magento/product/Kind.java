package dev.kontor.connector.magento.product;

/** What a product is to buyers. */
enum Kind {
  /** An article without variants. */
  SIMPLE("simple", 4),
  /** What buyers find of an article with variants. */
  PARENT("configurable", 4),
  /** What they get of it. */
  VARIANT("simple", 1);

  private final String type;
  private final int visibility;

  Kind(String type, int visibility) {
    this.type = type;
    this.visibility = visibility;
  }

  /** As the shop calls it. */
  String type() {
    return type;
  }

  /** Of a new one: 4 is catalogue and search, 1 not visible individually. */
  int visibility() {
    return visibility;
  }

  /** Whether it has a price and a weight of its own. */
  boolean isSold() {
    return this != PARENT;
  }
}
