package dev.kontor.connector.magento;

import dev.kontor.connector.magento.api.Articles;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.changes.OrderReader;
import dev.kontor.connector.magento.customer.CustomerReader;
import dev.kontor.connector.magento.customer.CustomerWriter;
import dev.kontor.connector.magento.order.OrderReplyWriter;
import dev.kontor.connector.magento.price.PriceWriter;
import dev.kontor.connector.magento.product.ProductWriter;
import dev.kontor.connector.magento.product.ShopFacts;
import dev.kontor.connector.magento.progress.ProgressWriter;
import dev.kontor.connector.magento.quote.QuoteReader;
import dev.kontor.connector.magento.quote.QuoteWriter;
import dev.kontor.connector.magento.stock.StockSetup;
import dev.kontor.connector.magento.stock.StockWriter;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Magento shop. */
final class MagentoConnector implements Connector {

  private final MagentoSettings settings;
  private final Optional<Inbox> inbox;
  private final MagentoApi api;
  private final Map<EntityType, Reader> readers;
  private final StockSetup stock;
  private final ShopFacts facts;

  /** Kept, as a writer remembers what it read, and learns how many documents one call takes. */
  private final Map<EntityType, Writer> writers;

  MagentoConnector(MagentoSettings settings, Optional<Inbox> inbox, Toolbox toolbox) {
    this.settings = settings;
    this.inbox = inbox;
    this.api = new MagentoApi(settings, toolbox);
    this.readers =
        Map.of(
            EntityType.ORDER, new OrderReader(api, settings),
            EntityType.CUSTOMER, new CustomerReader(api, settings, toolbox.clock()),
            EntityType.QUOTE, new QuoteReader(api, settings));
    this.stock = new StockSetup(api, settings);
    this.facts = new ShopFacts(api, settings, toolbox.clock());
    Articles articles = new Articles(api, toolbox.clock());
    this.writers =
        Map.of(
            EntityType.CUSTOMER, new CustomerWriter(api, settings, toolbox.clock()),
            EntityType.ORDER, new OrderReplyWriter(api, settings),
            EntityType.ORDER_PROGRESS, new ProgressWriter(api, settings, stock),
            EntityType.PRICE, new PriceWriter(api, settings),
            EntityType.QUOTE, new QuoteWriter(api, settings),
            EntityType.PRODUCT, new ProductWriter(api, settings, facts, toolbox),
            EntityType.STOCK, new StockWriter(api, settings, stock, articles, toolbox));
  }

  @Override
  public List<Finding> check() {
    return new ShopCheck(api, settings, stock, facts).findings();
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    return Optional.ofNullable(readers.get(type));
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return Optional.ofNullable(writers.get(type));
  }

  @Override
  public Optional<Inbox> inbox() {
    return inbox;
  }

  @Override
  public String toString() {
    return "Magento[" + settings.connection() + "]";
  }
}
