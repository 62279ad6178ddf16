package dev.kontor.connector.financeoperations;

import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.customer.CustomerReader;
import dev.kontor.connector.financeoperations.customer.CustomerWriter;
import dev.kontor.connector.financeoperations.order.OrderReader;
import dev.kontor.connector.financeoperations.order.OrderWriter;
import dev.kontor.connector.financeoperations.payment.PaymentReader;
import dev.kontor.connector.financeoperations.payment.PaymentWriter;
import dev.kontor.connector.financeoperations.progress.ProgressReader;
import dev.kontor.connector.financeoperations.stock.StockReader;
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
    this.readers =
        Map.of(
            EntityType.CUSTOMER, new CustomerReader(settings, api),
            EntityType.ORDER, orders,
            EntityType.PAYMENT, new PaymentReader(settings, api),
            EntityType.ORDER_PROGRESS, new ProgressReader(settings, api, orders),
            EntityType.STOCK, new StockReader(settings, api));
    this.writers =
        Map.of(
            EntityType.CUSTOMER, new CustomerWriter(settings, api),
            EntityType.ORDER, new OrderWriter(settings, api),
            EntityType.PAYMENT, new PaymentWriter(settings, api));
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
