package dev.kontor.connector.businesscentral;

import dev.kontor.contract.ConnectorContract;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;

/** With the companion app installed; without it: {@link BareContractTest}. */
class BusinessCentralContractTest extends ConnectorContract {

  @Override
  public ConnectorProvider provider() {
    return new BusinessCentralProvider();
  }

  @Override
  protected TwinBench open() {
    return new BusinessCentralBench(/* companion= */ true);
  }
}
