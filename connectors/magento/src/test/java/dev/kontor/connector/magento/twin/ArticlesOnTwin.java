package dev.kontor.connector.magento.twin;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Writer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Articles into the Magento twin. */
abstract class ArticlesOnTwin {

  static final String BULK = "/rest/all/async/bulk/V1/products";
  static final String LISTED = "/rest/all/V1/products";

  MagentoBench bench;
  TwinShop shop;
  Connector connector;
  Writer writer;

  @BeforeEach
  void open() {
    bench = new MagentoBench();
    shop = bench.shop();
    connector = new MagentoProvider().connect(bench.settings(), bench.toolbox());
    writer = connector.writer(EntityType.PRODUCT).orElseThrow();
  }

  @AfterEach
  void close() {
    connector.close();
    bench.close();
  }
}
