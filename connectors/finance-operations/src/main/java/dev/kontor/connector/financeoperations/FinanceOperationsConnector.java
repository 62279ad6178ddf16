package dev.kontor.connector.financeoperations;

import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.customer.CustomerReader;
import dev.kontor.connector.financeoperations.customer.CustomerWriter;
import dev.kontor.connector.financeoperations.event.EventDoor;
import dev.kontor.connector.financeoperations.event.EventInbox;
import dev.kontor.connector.financeoperations.event.EventMeanings;
import dev.kontor.connector.financeoperations.order.CreditOrders;
import dev.kontor.connector.financeoperations.order.CreditWriter;
import dev.kontor.connector.financeoperations.order.OrderReader;
import dev.kontor.connector.financeoperations.order.OrderWriter;
import dev.kontor.connector.financeoperations.payment.EnteredPayments;
import dev.kontor.connector.financeoperations.payment.PaymentWriter;
import dev.kontor.connector.financeoperations.price.PriceReader;
import dev.kontor.connector.financeoperations.product.ProductReader;
import dev.kontor.connector.financeoperations.progress.ProgressReader;
import dev.kontor.connector.financeoperations.quote.QuoteReader;
import dev.kontor.connector.financeoperations.quote.QuoteWriter;
import dev.kontor.connector.financeoperations.stock.StockReader;
import dev.kontor.kit.ReferenceReader;
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

/** One legal entity of one environment. */
final class FinanceOperationsConnector implements Connector {

  private final FnoSettings settings;
  private final FnoApi api;
  private final Toolbox toolbox;
  private final Map<EntityType, Reader> readers;
  private final Map<EntityType, Writer> writers;
  private final Optional<Inbox> inbox;

  FinanceOperationsConnector(FnoSettings settings, Toolbox toolbox) {
    this.settings = settings;
    this.toolbox = toolbox;
    this.api = new FnoApi(settings, toolbox);
    OrderReader orders = new OrderReader(settings, api);
    CustomerReader customers = new CustomerReader(settings, api);
    this.readers =
        Map.of(
            EntityType.CREDIT_MEMO,
                ReferenceReader.of("credit notes", new CreditOrders(orders)::written),
            EntityType.CUSTOMER, customers,
            EntityType.ORDER, orders,
            EntityType.PAYMENT,
                ReferenceReader.byId("payments", new EnteredPayments(settings, api)::of),
            EntityType.ORDER_PROGRESS, new ProgressReader(settings, api, orders),
            EntityType.PRICE, new PriceReader(settings, api),
            EntityType.PRODUCT, new ProductReader(settings, api),
            EntityType.QUOTE, new QuoteReader(settings, api),
            EntityType.STOCK, new StockReader(settings, api, toolbox));
    this.writers =
        Map.of(
            EntityType.CREDIT_MEMO, new CreditWriter(settings, api),
            EntityType.CUSTOMER, new CustomerWriter(settings, api),
            EntityType.ORDER, new OrderWriter(settings, api, toolbox),
            EntityType.PAYMENT, new PaymentWriter(settings, api),
            EntityType.QUOTE, new QuoteWriter(settings, api, customers));
    this.inbox =
        EventDoor.of(settings).map(door -> new EventInbox(door, new EventMeanings(settings)));
  }

  @Override
  public List<Finding> check() {
    return new SetupCheck(settings, api, toolbox).findings();
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
    return "FinanceOperations[" + settings.connection() + "]";
  }
}
