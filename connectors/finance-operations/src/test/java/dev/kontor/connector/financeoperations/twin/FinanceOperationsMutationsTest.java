package dev.kontor.connector.financeoperations.twin;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.contract.TwinBench;
import dev.kontor.contract.mutation.Mutation;
import dev.kontor.contract.mutation.MutationsContract;
import dev.kontor.spi.ConnectorProvider;
import java.util.Map;

/** Every mistake in the list is caught on the twin of Finance & Operations. */
class FinanceOperationsMutationsTest extends MutationsContract {

  @Override
  protected ConnectorProvider provider() {
    return new FinanceOperationsProvider();
  }

  @Override
  protected TwinBench open() {
    return new FinanceOperationsBench();
  }

  @Override
  protected Map<Mutation, String> harmless() {
    String alone = "each document is a call of its own: no other outcome beside it";
    return Map.of(
        Mutation.OUTCOMES_REVERSED, alone,
        Mutation.REFUSAL_FOR_ALL, alone,
        Mutation.NEWEST_FIRST,
            "the system tells no times of change: what is read at once has one time");
  }
}
