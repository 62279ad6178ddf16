package dev.kontor.connector.businesscentral;

import dev.kontor.contract.ConnectorContract;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;

/**
 * With the companion app installed; without it: {@link BareContractTest}; on a server of one's own:
 * {@link OnPremisesContractTest}.
 */
class BusinessCentralContractTest extends ConnectorContract {

  @Override
  public ConnectorProvider provider() {
    return new BusinessCentralProvider();
  }

  @Override
  protected String situation() {
    return "In the cloud, with the companion app.";
  }

  @Override
  protected String evidence() {
    return TwinWorld.EVIDENCE;
  }

  @Override
  protected TwinBench open() {
    return new BusinessCentralBench(TwinWorld.withCompanion());
  }
}
