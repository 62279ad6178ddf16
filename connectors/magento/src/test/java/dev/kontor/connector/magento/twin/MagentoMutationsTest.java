package dev.kontor.connector.magento.twin;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.contract.TwinBench;
import dev.kontor.contract.mutation.Mutation;
import dev.kontor.contract.mutation.MutationsContract;
import dev.kontor.spi.ConnectorProvider;
import java.util.Map;

/** Every mistake in the list is caught on the Magento twin. */
class MagentoMutationsTest extends MutationsContract {

  @Override
  protected ConnectorProvider provider() {
    return new MagentoProvider();
  }

  @Override
  protected TwinBench open() {
    return new MagentoBench();
  }

  @Override
  protected Map<Mutation, String> harmless() {
    String lastWins = "the shop has no version to compare: the last writer wins";
    String absolute = "articles and stock are written as they are to be: twice is once";
    return Map.of(
        Mutation.ETAG_IGNORED, lastWins,
        Mutation.CONFLICT_AS_INVALID, lastWins,
        Mutation.WRITTEN_TWICE, absolute,
        Mutation.SENT_AGAIN, absolute,
        Mutation.TOKEN_KEPT, "the tokens of an integration do not expire");
  }
}
