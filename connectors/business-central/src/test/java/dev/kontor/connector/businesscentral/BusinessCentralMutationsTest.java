package dev.kontor.connector.businesscentral;

import dev.kontor.contract.TwinBench;
import dev.kontor.contract.mutation.Mutation;
import dev.kontor.contract.mutation.MutationsContract;
import dev.kontor.spi.ConnectorProvider;
import java.util.Map;

/** Every mistake in the list is caught on the Business Central twin with the companion app. */
class BusinessCentralMutationsTest extends MutationsContract {

  @Override
  protected ConnectorProvider provider() {
    return new BusinessCentralProvider();
  }

  @Override
  protected TwinBench open() {
    return new BusinessCentralBench(TwinWorld.withCompanion());
  }

  @Override
  protected Map<Mutation, String> harmless() {
    return Map.of();
  }
}
