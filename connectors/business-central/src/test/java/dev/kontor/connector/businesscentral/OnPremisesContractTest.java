package dev.kontor.connector.businesscentral;

import dev.kontor.contract.ConnectorContract;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;

/** A server instance of one's own, called by a user with a web service access key. */
class OnPremisesContractTest extends ConnectorContract {

  @Override
  public ConnectorProvider provider() {
    return new BusinessCentralProvider();
  }

  @Override
  protected String situation() {
    return "On-premises, with a web service access key.";
  }

  @Override
  protected String evidence() {
    return TwinWorld.EVIDENCE;
  }

  @Override
  protected TwinBench open() {
    return new BusinessCentralBench(TwinWorld.onPremises(/* apiServices= */ true));
  }
}
