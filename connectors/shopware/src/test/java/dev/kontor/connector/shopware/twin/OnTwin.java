package dev.kontor.connector.shopware.twin;

import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Writer;
import dev.kontor.twin.shopware.ShopVersion;
import org.junit.jupiter.api.AfterEach;

/** A connector to a fresh twin for each test. */
abstract class OnTwin {

  final ShopwareBench bench;
  final TwinShop shop;
  final Meter meter;
  final Connector connector;

  OnTwin() {
    this(ShopVersion.V6_6);
  }

  OnTwin(ShopVersion version) {
    bench = new ShopwareBench(version);
    shop = bench.shop();
    meter = new Meter(bench.toolbox());
    connector = new ShopwareProvider().connect(bench.settings(), meter);
  }

  Writer writer(EntityType type) {
    return connector.writer(type).orElseThrow();
  }

  /** Whether the shop has a row with that id, be it only half of one. */
  boolean has(String entity, String id) {
    return !shop.search(entity, "id", id).isEmpty();
  }

  @AfterEach
  void close() {
    connector.close();
    bench.close();
  }
}
