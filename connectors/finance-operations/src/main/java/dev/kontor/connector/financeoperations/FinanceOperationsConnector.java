package dev.kontor.connector.financeoperations;

import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.customer.CustomerReader;
import dev.kontor.connector.financeoperations.customer.CustomerWriter;
import dev.kontor.connector.financeoperations.order.CreditOrders;
import dev.kontor.connector.financeoperations.order.CreditWriter;
import dev.kontor.connector.financeoperations.order.OrderReader;
import dev.kontor.connector.financeoperations.order.OrderWriter;
import dev.kontor.connector.financeoperations.payment.EnteredPayments;
import dev.kontor.connector.financeoperations.payment.PaymentWriter;
import dev.kontor.connector.financeoperations.price.PriceReader;
import dev.kontor.connector.financeoperations.progress.ProgressReader;
import dev.kontor.connector.financeoperations.quote.QuoteReader;
import dev.kontor.connector.financeoperations.quote.QuoteWriter;
import dev.kontor.connector.financeoperations.stock.StockReader;
import dev.kontor.kit.ReferenceReader;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Finding;
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
  private final Map<EntityType, Reader> readers;
  private final Map<EntityType, Writer> writers;

  FinanceOperationsConnector(FnoSettings settings, Toolbox toolbox) {
    this.settings = settings;
    this.api = new FnoApi(settings, toolbox);
    OrderReader orders = new OrderReader(settings, api);
    CustomerReader customers = new CustomerReader(settings, api);
    this.readers =
        Map.of(
            EntityType.CREDIT_MEMO,
            ReferenceReader.of("credit notes", new CreditOrders(orders)::written),
            EntityType.CUSTOMER,
            customers,
            EntityType.ORDER,
            orders,
            EntityType.PAYMENT,
            ReferenceReader.byId("payments", new EnteredPayments(settings, api)::of),
            EntityType.ORDER_PROGRESS,
            new ProgressReader(settings, api, orders),
            EntityType.PRICE,
            new PriceReader(settings, api),
            EntityType.QUOTE,
            new QuoteReader(settings, api),
            EntityType.STOCK,
            new StockReader(settings, api));
    this.writers =
        Map.of(
            EntityType.CREDIT_MEMO, new CreditWriter(settings, api),
            EntityType.CUSTOMER, new CustomerWriter(settings, api),
            EntityType.ORDER, new OrderWriter(settings, api),
            EntityType.PAYMENT, new PaymentWriter(settings, api),
            EntityType.QUOTE, new QuoteWriter(settings, api, customers));
  }

  @Override
  public List<Finding> check() {
    return new SetupCheck(settings, api).findings();
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
  public String toString() {
    return "FinanceOperations[" + settings.connection() + "]";
  }
}
