package dev.kontor.twin.businesscentral;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.odata.Dialect;
import dev.kontor.twin.kit.odata.ODataFault;

/** Page size, batch limit and what a filter or a deletion needs (behaviours.md §3 to §6). */
final class BusinessCentralDialect implements Dialect {
  private static final int PAGE = 20_000;
  private static final int BATCH = 100;

  private final boolean tagToDelete;

  /** The documentation has every deletion need its tag; some servers only compare one (§4). */
  BusinessCentralDialect(boolean tagToDelete) {
    this.tagToDelete = tagToDelete;
  }

  @Override
  public Answer error(ODataFault fault) {
    return ErrorAnswer.of(fault);
  }

  @Override
  public int maxPageSize() {
    return PAGE;
  }

  @Override
  public boolean orOnDistinctFields() {
    return false;
  }

  @Override
  public boolean tagToDelete() {
    return tagToDelete;
  }

  @Override
  public int maxBatch() {
    return BATCH;
  }

  @Override
  public String namespace() {
    return "Microsoft.NAV";
  }
}
