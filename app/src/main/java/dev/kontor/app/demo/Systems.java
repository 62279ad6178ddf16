package dev.kontor.app.demo;

import java.io.IOException;

/** The two simulated systems of one demo. */
record Systems(DemoShop shop, DemoErp erp) implements AutoCloseable {

  /** The ERP knows what the shop sells. */
  static Systems start(DemoShop.Start shop, DemoErp.Start erp) throws IOException {
    DemoShop open = shop.start(0);
    try {
      return new Systems(open, erp.start(open.assortment(), 0));
    } catch (IOException | RuntimeException e) {
      open.close();
      throw e;
    }
  }

  /** Name of the pack that joins them. */
  String pack() {
    return erp.connector() + "--" + shop.connector();
  }

  @Override
  public void close() {
    shop.close();
    erp.close();
  }
}
