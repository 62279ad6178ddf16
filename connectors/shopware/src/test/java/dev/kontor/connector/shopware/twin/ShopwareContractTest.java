package dev.kontor.connector.shopware.twin;

import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.contract.ConnectorContract;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;

/** Every chapter of the contract against the Shopware twin. */
class ShopwareContractTest extends ConnectorContract {

  private final ShopwareProvider provider = new ShopwareProvider();

  @Override
  public ConnectorProvider provider() {
    return provider;
  }

  @Override
  protected String evidence() {
    return "documentation and source; orders, webhooks and refusals were compared with recordings of a"
        + " running 6.6.7.0";
  }

  @Override
  protected TwinBench open() {
    return new ShopwareBench();
  }
}
