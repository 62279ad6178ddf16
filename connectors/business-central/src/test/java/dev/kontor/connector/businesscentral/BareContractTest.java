package dev.kontor.connector.businesscentral;

import dev.kontor.contract.ConnectorContract;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;

/** Where API v2.0 is all there is. */
class BareContractTest extends ConnectorContract {

  @Override
  public ConnectorProvider provider() {
    return new BusinessCentralProvider();
  }

  @Override
  protected String situation() {
    return "In the cloud, with API v2.0 alone.";
  }

  @Override
  protected String evidence() {
    return TwinWorld.EVIDENCE;
  }

  @Override
  protected TwinBench open() {
    return new BusinessCentralBench(new TwinWorld());
  }
}
