package dev.kontor.connector.magento.product;

/**
 * Values of one store view.
 *
 * @param onlyThere whether a product that the shop does not have needs nothing
 */
record Part(String view, Wanted wanted, boolean onlyThere) {

  String sku() {
    return wanted.sku();
  }

  boolean isSold() {
    return !onlyThere && !wanted.isOff();
  }
}
