package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.catalogue.ProductWriter;
import dev.kontor.connector.shopware.changes.Changes;
import dev.kontor.connector.shopware.changes.FollowedReader;
import dev.kontor.connector.shopware.customer.CustomerShape;
import dev.kontor.connector.shopware.customer.CustomerWriter;
import dev.kontor.connector.shopware.inbox.ShopwareInbox;
import dev.kontor.connector.shopware.inbox.WebhookRows;
import dev.kontor.connector.shopware.order.OrderShape;
import dev.kontor.connector.shopware.order.OrderWriter;
import dev.kontor.connector.shopware.price.PriceWriter;
import dev.kontor.connector.shopware.product.ProductReader;
import dev.kontor.connector.shopware.progress.ProgressWriter;
import dev.kontor.connector.shopware.stock.StockWriter;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Subscriptions;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Shopware shop. */
final class ShopwareConnector implements Connector {

  private final ShopwareSettings settings;
  private final ShopwareApi api;
  private final Reader orders;
  private final ProductReader products;
  private final Reader customers;
  private final ShopFacts facts;

  /** Kept, as a writer learns how many documents the shop takes in one call. */
  private final Map<EntityType, Writer> writers;

  ShopwareConnector(ShopwareSettings settings, Toolbox toolbox) {
    this.settings = settings;
    this.api = new ShopwareApi(settings, toolbox);
    this.facts = new ShopFacts(api, toolbox);
    this.orders =
        new FollowedReader(api, Changes.ofOrders(api, settings), OrderShape.of(settings), settings);
    this.products = new ProductReader(api, settings, facts);
    this.customers =
        new FollowedReader(
            api, Changes.ofCustomers(api, settings), CustomerShape.CUSTOMER, settings);
    this.writers =
        Map.of(
            EntityType.ORDER, new OrderWriter(api, orders, settings.sendMail()),
            EntityType.STOCK, new StockWriter(api),
            EntityType.PRODUCT, new ProductWriter(api, settings, facts, toolbox),
            EntityType.PRICE, new PriceWriter(api, settings, facts),
            EntityType.CUSTOMER, new CustomerWriter(api, settings, facts),
            EntityType.ORDER_PROGRESS, new ProgressWriter(api, settings));
  }

  @Override
  public List<Finding> check() {
    return new ShopCheck(api, settings, products, facts).findings();
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    Map<EntityType, Reader> readers =
        Map.of(
            EntityType.ORDER, orders, EntityType.PRODUCT, products, EntityType.CUSTOMER, customers);
    return Optional.ofNullable(readers.get(type));
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return Optional.ofNullable(writers.get(type));
  }

  @Override
  public Optional<Inbox> inbox() {
    return Optional.of(new ShopwareInbox(settings));
  }

  @Override
  public Optional<Subscriptions> subscriptions() {
    return Optional.ofNullable(settings.doorUrl())
        .map(door -> new WebhookRows(api, settings, door));
  }

  @Override
  public String toString() {
    return "Shopware[" + settings.connection() + "]";
  }
}
