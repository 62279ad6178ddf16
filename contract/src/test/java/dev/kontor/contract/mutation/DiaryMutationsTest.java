package dev.kontor.contract.mutation;

import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;
import java.util.Map;

/**
 * What no connected system can do, such as telling of deletions, is tried on one in this process.
 */
class DiaryMutationsTest extends MutationsContract {

  private final Diary diary = new Diary();

  @Override
  protected ConnectorProvider provider() {
    return new DiaryConnector(diary);
  }

  @Override
  protected TwinBench open() {
    return new DiaryBench(diary);
  }

  @Override
  protected Map<String, String> waivers() {
    return Map.of("TroubleChapter", "it has no network");
  }
}
