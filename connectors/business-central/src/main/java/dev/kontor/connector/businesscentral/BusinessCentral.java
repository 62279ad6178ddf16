package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ReferenceReader;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Files;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Locations;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Subscriptions;
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
  private final Company company;
  private final Optional<HintDoor> door;
  private final Locations locations;

  BusinessCentral(Configuration configuration, Toolbox toolbox) {
    this.company = new Company(configuration, toolbox);
    this.door = HintDoor.of(configuration);
    MasterData masterData = new MasterData(company);
    Items items = new Items(company, configuration.skus());
    LocationCodes places = new LocationCodes(company);
    OrderLocation location = new OrderLocation(configuration, places);
    OrderPreparation preparation =
        new OrderPreparation(configuration, company, masterData, items, location);
    this.check = new SetupCheck(configuration, company);
    this.locations = places;
    this.files = new FileReferences(company);
    PriceBoard prices = new PriceBoard(configuration, company, masterData);
    InvoiceWriter invoices = new InvoiceWriter(configuration, company);
    PaymentJournals journals = new PaymentJournals(configuration, company);
    this.readers =
        Map.of(
            EntityType.PRODUCT, new ProductReader(configuration, company, masterData),
            EntityType.PRICE, new PriceReader(prices),
            EntityType.STOCK, new StockReader(configuration, company),
            EntityType.CUSTOMER, new CustomerReader(configuration, company, masterData),
            EntityType.ORDER, new OrderReader(configuration, company),
            EntityType.CREDIT_MEMO,
                ReferenceReader.of(
                    "credit memos", new CreditMemos(configuration, company)::written),
            EntityType.PAYMENT,
                ReferenceReader.byId("payments", new EnteredPayments(company, journals)::of),
            EntityType.INVOICE,
                ReferenceReader.of(
                    "posted invoices", new PostedInvoices(configuration, company)::ofWhole),
            EntityType.SHIPMENT,
                ReferenceReader.of(
                    "posted shipments", new PostedShipments(configuration, company)::ofWhole),
            EntityType.ORDER_PROGRESS, new ProgressReader(configuration, company));
    this.writers =
        Map.of(
            EntityType.PRODUCT, new ItemWriter(configuration, company, masterData),
            EntityType.CUSTOMER, new CustomerWriter(configuration, company, masterData),
            EntityType.ORDER, new OrderWriter(configuration, company, preparation),
            EntityType.CREDIT_MEMO,
                new CreditMemoWriter(
                    configuration,
                    company,
                    new CreditMemoPreparation(configuration, company, masterData, items, location)),
            EntityType.INVOICE, invoices,
            EntityType.SHIPMENT, new ShipmentWriter(configuration, company, items, invoices),
            EntityType.PAYMENT,
                new PaymentWriter(
                    company, new PaymentPreparation(configuration, company, masterData, journals)));
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
  public Optional<Locations> locations() {
    return Optional.of(locations);
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return Optional.ofNullable(writers.get(type));
  }

  @Override
  public Optional<Inbox> inbox() {
    return door.map(HintInbox::new);
  }

  @Override
  public Optional<Subscriptions> subscriptions() {
    return door.map(own -> new WebhookSubscriptions(company, own));
  }
}
