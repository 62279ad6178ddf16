package dev.kontor.connector.shopware.twin;

import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.contract.TwinBench;
import dev.kontor.contract.mutation.Mutation;
import dev.kontor.contract.mutation.MutationsContract;
import dev.kontor.spi.ConnectorProvider;
import java.util.Map;

/** Every mistake in the list is caught on the Shopware twin. */
class ShopwareMutationsTest extends MutationsContract {

  @Override
  protected ConnectorProvider provider() {
    return new ShopwareProvider();
  }

  @Override
  protected TwinBench open() {
    return new ShopwareBench();
  }

  @Override
  protected Map<Mutation, String> harmless() {
    String lastWins = "the shop has no version to compare: the last writer wins";
    String sameIds = "articles are written under ids of the hub's choice: twice is once";
    return Map.of(
        Mutation.ETAG_IGNORED, lastWins,
        Mutation.CONFLICT_AS_INVALID, lastWins,
        Mutation.WRITTEN_TWICE, sameIds,
        Mutation.SENT_AGAIN, sameIds);
  }
}
