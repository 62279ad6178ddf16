package dev.kontor.connector.magento.twin;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.contract.ConnectorContract;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;

/** Every chapter of the contract against the Magento twin. */
class MagentoContractTest extends ConnectorContract {

  private final MagentoProvider provider = new MagentoProvider();

  @Override
  public ConnectorProvider provider() {
    return provider;
  }

  @Override
  protected String evidence() {
    return "documentation and source; orders, searches and refusals were compared with recordings of a"
        + " running Open Source 2.4.7-p3";
  }

  @Override
  protected TwinBench open() {
    return new MagentoBench();
  }
}
