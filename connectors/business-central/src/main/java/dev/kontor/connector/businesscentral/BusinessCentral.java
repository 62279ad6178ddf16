package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Files;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One company of one Business Central environment. */
final class BusinessCentral implements Connector {

  private final SetupCheck check;
  private final Map<EntityType, Reader> readers;
  private final Map<EntityType, Writer> writers;
  private final Files files;

  BusinessCentral(Configuration configuration, Toolbox toolbox) {
    Company company = new Company(configuration, toolbox);
    MasterData masterData = new MasterData(company);
    Items items = new Items(company, configuration.skus());
    OrderPreparation preparation = new OrderPreparation(configuration, company, masterData, items);
    this.check = new SetupCheck(configuration, company);
    this.files = new FileReferences(company);
    PriceBoard prices = new PriceBoard(configuration, company, masterData);
    this.readers =
        Map.of(
            EntityType.PRODUCT, new ProductReader(configuration, company, masterData),
            EntityType.PRICE, new PriceReader(prices),
            EntityType.STOCK, new StockReader(configuration, company),
            EntityType.CUSTOMER, new CustomerReader(configuration, company),
            EntityType.ORDER, new OrderReader(configuration, company),
            EntityType.CREDIT_MEMO, new CreditMemoReader(configuration, company),
            EntityType.ORDER_PROGRESS, new ProgressReader(configuration, company));
    this.writers =
        Map.of(
            EntityType.CUSTOMER, new CustomerWriter(configuration, company, masterData),
            EntityType.ORDER, new OrderWriter(configuration, company, preparation),
            EntityType.CREDIT_MEMO,
                new CreditMemoWriter(
                    configuration,
                    company,
                    new CreditMemoPreparation(configuration, company, masterData, items)));
  }

  @Override
  public List<Finding> check() {
    return check.run();
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    return Optional.ofNullable(readers.get(type));
  }

  @Override
  public Optional<Files> files() {
    return Optional.of(files);
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return Optional.ofNullable(writers.get(type));
  }
}
