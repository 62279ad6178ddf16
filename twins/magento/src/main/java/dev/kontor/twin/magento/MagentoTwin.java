package dev.kontor.twin.magento;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Calls;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.TwinServer;
import dev.kontor.twin.magento.api.FactRoutes;
import dev.kontor.twin.magento.api.Integrations;
import dev.kontor.twin.magento.api.RestApi;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.api.Types;
import dev.kontor.twin.magento.b2b.CompanyRoutes;
import dev.kontor.twin.magento.b2b.CreditRoutes;
import dev.kontor.twin.magento.b2b.QuoteRoutes;
import dev.kontor.twin.magento.b2b.SharedCatalogueRoutes;
import dev.kontor.twin.magento.bulk.Bulks;
import dev.kontor.twin.magento.catalog.PriceRoutes;
import dev.kontor.twin.magento.catalog.ProductRoutes;
import dev.kontor.twin.magento.control.Control;
import dev.kontor.twin.magento.control.Truth;
import dev.kontor.twin.magento.customer.CustomerRoutes;
import dev.kontor.twin.magento.rma.ReturnRoutes;
import dev.kontor.twin.magento.sales.DocumentRoutes;
import dev.kontor.twin.magento.sales.LifeRoutes;
import dev.kontor.twin.magento.sales.OrderRoutes;
import dev.kontor.twin.magento.stock.StockRoutes;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * A running simulation of a Magento 2 shop, Open Source or Adobe Commerce: REST interface, and a
 * storefront of its own.
 */
public final class MagentoTwin implements AutoCloseable {
  private static final Set<String> STORES = Set.of("default", "us", "all", "admin");

  private final RestApi api;
  private final Control control;
  private final Truth truth;
  private final TwinServer server;

  private MagentoTwin(Options options) throws IOException {
    Shop shop = Shop.of(options.clock(), options.setup(), options.commerce());
    shop.catalogue().add(options.catalogue());
    Types types = new Types(options.commerce());
    Integrations integrations =
        new Integrations(options.integrations(), options.clock(), options.bearer());
    Bulks bulks = new Bulks(shop.tables());
    this.api =
        new RestApi(
            routes(shop, types, bulks, options.commerce()),
            types,
            integrations,
            STORES,
            shop.tables(),
            bulks);
    this.truth = new Truth(shop);
    this.control = new Control(shop, truth, api, integrations, bulks);
    this.server =
        TwinServer.start(
            options.host(), options.port(), options.dials(), options.clock(), this::handle);
  }

  /** Throws IOException when the address cannot be bound. */
  public static MagentoTwin start(Options options) throws IOException {
    return new MagentoTwin(options);
  }

  private static Routes routes(Shop shop, Types types, Bulks bulks, boolean commerce) {
    Routes routes = new Routes(commerce);
    new OrderRoutes(shop.tables(), types, shop.statuses()).into(routes);
    new DocumentRoutes(shop.tables(), types).into(routes);
    new LifeRoutes(shop.tables(), shop.stock(), shop.reservations(), shop.statuses()).into(routes);
    new StockRoutes(shop.tables(), shop.stock(), types).into(routes);
    new ProductRoutes(
            shop.tables(), shop.stock(), types, shop.attributes(), shop.rules(), shop.parts())
        .into(routes);
    new PriceRoutes(shop.tables()).into(routes);
    new CustomerRoutes(shop.tables(), types, shop.members(), shop.customerAttributes())
        .into(routes);
    new FactRoutes(shop.facts()).into(routes);
    bulks.into(routes);
    if (commerce) {
      new CompanyRoutes(shop.tables(), types, shop.members()).into(routes);
      new CreditRoutes(shop.tables(), types).into(routes);
      new SharedCatalogueRoutes(shop.tables(), types, shop.members(), shop.facts()).into(routes);
      new QuoteRoutes(shop.tables(), types).into(routes);
      new ReturnRoutes(shop.tables(), types).into(routes);
    }
    return routes;
  }

  private Answer handle(Call call) {
    if (call.path().startsWith("/rest/")) {
      return api.handle(call);
    }
    if (call.path().startsWith("/_twin/")) {
      return control.handle(call);
    }
    return Answer.text(404, "Not Found");
  }

  /** Base address without trailing slash. */
  public URI uri() {
    return server.uri();
  }

  /** What the shop knows, for proofs. */
  public Truth truth() {
    return truth;
  }

  public Dials dials() {
    return server.dials();
  }

  public Calls calls() {
    return server.calls();
  }

  @Override
  public void close() {
    server.close();
  }
}
