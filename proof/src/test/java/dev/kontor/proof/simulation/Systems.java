package dev.kontor.proof.simulation;

import dev.kontor.engine.config.HubConfig;
import dev.kontor.spi.ConnectorProvider;
import java.util.List;

/** The systems around the hub, and how well they can be reached. */
record Systems(Shop shop, Erp erp, Weather weather, Traffic toShop, Traffic toErp) implements Pair {

  @Override
  public HubConfig configuration() {
    return Flows.configuration(this);
  }

  @Override
  public ConnectorProvider shop(Wire wire) {
    return new ShopConnector(shop, wire);
  }

  @Override
  public ConnectorProvider erp(Wire wire) {
    return new ErpConnector(erp, wire);
  }

  /** Differs whenever what they hold or have heard does. */
  String stand() {
    return List.of(
            shop.changes().size(),
            erp.stockChanges().size(),
            erp.catalogue().changes().size(),
            erp.warehouse().changes().size(),
            erp.made(),
            shop.told(),
            shop.shown(),
            shop.articles(),
            shop.progress())
        .toString();
  }

  /** Both allow what the hub asks for by itself. */
  static Systems generous(World world, Weather weather) {
    return new Systems(
        new Shop(world),
        new Erp(world),
        weather,
        new Traffic(world, "shop", 8, 0),
        new Traffic(world, "erp", 8, 0));
  }
}
