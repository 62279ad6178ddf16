package dev.kontor.connector.businesscentral;

import dev.kontor.contract.ConnectorContract;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;

/** A server instance of one's own, called by a Windows user over the engine's connections. */
class WindowsContractTest extends ConnectorContract {

  @Override
  public ConnectorProvider provider() {
    return new BusinessCentralProvider();
  }

  @Override
  protected String situation() {
    return "On-premises, with a Windows user.";
  }

  @Override
  protected String evidence() {
    return TwinWorld.EVIDENCE;
  }

  @Override
  protected TwinBench open() {
    return new BusinessCentralBench(TwinWorld.windows());
  }
}
