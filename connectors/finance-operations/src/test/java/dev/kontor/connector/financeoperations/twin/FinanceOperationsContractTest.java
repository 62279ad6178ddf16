package dev.kontor.connector.financeoperations.twin;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.contract.ConnectorContract;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;

/** Every chapter of the contract against the twin of Finance & Operations. */
class FinanceOperationsContractTest extends ConnectorContract {

  private final FinanceOperationsProvider provider = new FinanceOperationsProvider();

  @Override
  public ConnectorProvider provider() {
    return provider;
  }

  @Override
  protected TwinBench open() {
    return new FinanceOperationsBench();
  }
}
